package org.campaignbot.content.tables;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.States;

/** Reads the table of members of Congress. */
final class LawmakerTable {

    private static final List<String> COLUMNS = List.of(
            "bioguide",
            "chamber",
            "state",
            "district",
            "name",
            "first_name",
            "last_name",
            "party",
            "senate_class",
            "senate_rank",
            "term_start",
            "term_end",
            "phone",
            "office",
            "website",
            "contact_form");
    private static final int BIOGUIDE = 0;
    private static final int CHAMBER = 1;
    private static final int STATE = 2;
    private static final int DISTRICT = 3;
    private static final int NAME = 4;
    private static final int FIRST_NAME = 5;
    private static final int LAST_NAME = 6;
    private static final int PARTY = 7;
    private static final int SENATE_CLASS = 8;
    private static final int SENATE_RANK = 9;
    private static final int TERM_START = 10;
    private static final int TERM_END = 11;
    private static final int PHONE = 12;
    private static final int OFFICE = 13;
    private static final int WEBSITE = 14;
    private static final int CONTACT_FORM = 15;

    private final Map<String, Integer> lineOf = new HashMap<>();
    private final Map<District, Integer> districts = new HashMap<>();

    /** Reads the table, a lawmaker at a time. */
    void read(Path folder, String file, TableProblems tableProblems, Consumer<Lawmaker> taker) {
        CsvRow.forEach(
                folder, file, COLUMNS, tableProblems, row -> lawmaker(row).ifPresent(taker));
    }

    /** Whether the table has a member with that key. */
    boolean names(String bioguide) {
        return lineOf.containsKey(bioguide);
    }

    /** The House districts that have a member, each with the line of its last row. */
    Map<District, Integer> districts() {
        return districts;
    }

    private Optional<Lawmaker> lawmaker(CsvRow row) {
        Optional<String> bioguide = row.required(BIOGUIDE, "bioguide");
        Optional<String> state = row.state(STATE);
        Optional<Chamber> chamber = chamber(row);
        Optional<String> name = row.required(NAME, "name");
        Optional<String> lastName = row.required(LAST_NAME, "last name");
        Optional<LocalDate> start = row.date(TERM_START, "start of the term");
        Optional<LocalDate> end = row.date(TERM_END, "end of the term");
        Optional<Seat> seat = state.flatMap(code -> chamber.flatMap(it -> seat(row, code, it)));
        if (bioguide.isEmpty()
                || name.isEmpty()
                || lastName.isEmpty()
                || start.isEmpty()
                || end.isEmpty()
                || seat.isEmpty()
                || isRepeated(row, bioguide.get())) {
            return Optional.empty();
        }
        if (!start.get().isBefore(end.get())) {
            row.report(TERM_END, "table-bad-term", "the term ends before it begins", "put its two days right");
            return Optional.empty();
        }
        seat.get().district().ifPresent(district -> districts.put(district, row.line()));
        return Optional.of(new Lawmaker(
                bioguide.get(),
                chamber.orElseThrow(),
                state.orElseThrow(),
                seat.get().district(),
                name.get(),
                row.text(FIRST_NAME),
                lastName.get(),
                row.text(PARTY),
                seat.get().senateClass(),
                row.optional(SENATE_RANK),
                start.get(),
                end.get(),
                row.optional(PHONE),
                row.optional(OFFICE),
                row.optional(WEBSITE).filter(LawmakerTable::isPage),
                row.optional(CONTACT_FORM).filter(LawmakerTable::isPage)));
    }

    /** Whether an address leads to a page: one form in the source begins with "hhttps", and people mustn't be sent there. */
    private static boolean isPage(String address) {
        try {
            URI page = new URI(address);
            return "https".equals(page.getScheme()) && page.getHost() != null;
        } catch (URISyntaxException broken) {
            return false;
        }
    }

    private record Seat(Optional<District> district, OptionalInt senateClass) {}

    private static Optional<Seat> seat(CsvRow row, String state, Chamber chamber) {
        if (chamber == Chamber.HOUSE) {
            return row.districtNumber(DISTRICT)
                    .map(number -> new Seat(Optional.of(new District(state, number)), OptionalInt.empty()));
        }
        Optional<Integer> number = row.number(SENATE_CLASS, "class of the Senate");
        if (number.isPresent() && !States.senateClasses(state).contains(number.get())) {
            row.report(
                    SENATE_CLASS,
                    "table-bad-class",
                    state + " has no seat in class " + number.get() + " of the Senate",
                    "its classes are " + States.senateClasses(state));
            return Optional.empty();
        }
        return number.map(it -> new Seat(Optional.empty(), OptionalInt.of(it)));
    }

    private static Optional<Chamber> chamber(CsvRow row) {
        if (row.text(CHAMBER).equals("senate")) {
            return Optional.of(Chamber.SENATE);
        }
        if (row.text(CHAMBER).equals("house")) {
            return Optional.of(Chamber.HOUSE);
        }
        row.report(
                CHAMBER,
                "table-unknown-chamber",
                "\"" + row.shown(CHAMBER) + "\" is no chamber of Congress",
                "write house or senate");
        return Optional.empty();
    }

    private boolean isRepeated(CsvRow row, String bioguide) {
        Integer first = lineOf.putIfAbsent(bioguide, row.line());
        if (first != null) {
            row.report(
                    BIOGUIDE,
                    "table-duplicate",
                    bioguide + " stands on line " + first + " already",
                    "take one of the two rows out");
        }
        return first != null;
    }
}
