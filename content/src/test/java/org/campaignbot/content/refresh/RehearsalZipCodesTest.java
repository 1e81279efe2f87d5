package org.campaignbot.content.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.campaignbot.content.refresh.Table.Row;
import org.campaignbot.content.tables.TableList;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Congress;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Seat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All ZIP codes on eight days of the rehearsal. Every answer is held to the rows of the tables in force, which are read here apart
 * from the bot's readers. {@code -Drehearsal.write=true} writes the figures.
 */
class RehearsalZipCodesTest {

    private static final Path FIGURES = Path.of("src/test/resources/rehearsal/zip-codes.tsv");

    /** The lame duck, the morning without tables, names, numbers, maps but Florida's, a death, Florida's map, a special election. */
    private static final Map<String, Rehearsal.Step> DAYS = new TreeMap<>(Map.of(
            "2026-12-15", Rehearsal.Step.SPECIAL,
            "2027-01-03", Rehearsal.Step.SPECIAL,
            "2027-01-04", Rehearsal.Step.NAMES,
            "2027-01-06", Rehearsal.Step.NUMBERS,
            "2027-02-15", Rehearsal.Step.MAPS,
            "2027-03-01", Rehearsal.Step.OFFICES,
            "2027-03-10", Rehearsal.Step.LATE_MAP,
            "2027-03-25", Rehearsal.Step.SWORN_IN));

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Rehearsal rehearsal;

    @BeforeAll
    static void play() throws IOException {
        rehearsal = Rehearsal.played();
    }

    /**
     * The rows of a day.
     *
     * @param holders who sits in a seat
     * @param zips what districts a ZIP code touches, by the map that every state has
     * @param map the number of that map
     * @param later the same by the map of the 120th Congress, as far as it's here
     * @param redrawn the states whose map of the 120th Congress is here
     */
    private record Rows(
            Map<String, Row> holders, List<Row> zips, int map, Map<String, Set<String>> later, Set<String> redrawn) {

        static Rows of(TableList list, Optional<Path> laterZips, LocalDate day) throws IOException {
            Map<String, Row> holders = new HashMap<>();
            for (Row row : Table.read(list.path(TableList.LAWMAKERS)).rows()) {
                boolean sits = !day.isBefore(LocalDate.parse(row.get("term_start")))
                        && day.isBefore(LocalDate.parse(row.get("term_end")));
                if (sits) {
                    holders.put(MemberTables.seat(row), row);
                }
            }
            Map<String, Set<String>> later = new HashMap<>();
            Set<String> redrawn = new TreeSet<>();
            for (Row row : laterZips.isEmpty()
                    ? List.<Row>of()
                    : Table.read(laterZips.get()).rows()) {
                later.put(row.get("zip"), districts(row));
                districts(row).forEach(each -> redrawn.add(each.substring(0, 2)));
            }
            return new Rows(holders, Table.read(list.path(TableList.ZIPS)).rows(), list.map(), later, redrawn);
        }

        private static Set<String> districts(Row zip) {
            return Arrays.stream(zip.get("districts").split(" ", -1))
                    .filter(each -> each.matches("[A-Z]{2}-\\d+"))
                    .collect(Collectors.toSet());
        }

        /** The House seats that are surely those of a ZIP code on that day; none where only another map would tell. */
        Set<String> seats(Row zip, Set<String> single, LocalDate day) {
            int congress = Congress.number(day);
            Set<String> seats = districts(zip).stream()
                    .filter(each -> single.contains(each.substring(0, 2)) || map == congress)
                    .collect(Collectors.toSet());
            if (congress == 120) {
                seats.removeIf(each -> redrawn.contains(each.substring(0, 2)));
                seats.addAll(later.getOrDefault(zip.get("zip"), Set.of()));
            }
            return seats;
        }

        /** Whether a ZIP code lies in a state with several seats, of whose map only the former one is here. */
        boolean waits(Row zip, Set<String> single, LocalDate day) {
            return map != Congress.number(day)
                    && districts(zip).stream()
                            .map(each -> each.substring(0, 2))
                            .anyMatch(state -> !single.contains(state) && !redrawn.contains(state));
        }
    }

    @Test
    void noZipCodeGetsAWrongAnswerOnAnyDay() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        figures.add(
                "# ZIP codes by the kind of answer, on eight days of the rehearsal. Written by RehearsalZipCodesTest.");
        for (Map.Entry<String, Rehearsal.Step> each : DAYS.entrySet()) {
            LocalDate day = LocalDate.parse(each.getKey());
            Directory directory = rehearsal.on(day);
            Rows rows = Rows.of(rehearsal.list(each.getValue()), rehearsal.laterZips(each.getValue()), day);
            Set<String> single = single(rows.zips());
            Map<String, Integer> kinds = new TreeMap<>();
            for (Row zip : rows.zips()) {
                Lookup lookup = directory.find(zip.get("zip"), day);
                kinds.merge(kind(lookup), 1, Integer::sum);
                if (!isRight(lookup, zip, rows, single, day)) {
                    wrong.add(day + " " + zip.get("zip") + ": " + lookup);
                }
            }
            kinds.forEach((kind, count) -> figures.add(day + "\t" + kind + "\t" + count));
            figures.add(day + "\tall\t" + rows.zips().size());
        }
        assertThat(wrong).isEmpty();
        if (Boolean.getBoolean("rehearsal.write")) {
            Files.write(FIGURES, figures);
        } else {
            assertThat(figures).isEqualTo(Files.readAllLines(FIGURES));
        }
    }

    /** The states with one seat in the House: a map isn't needed there. */
    private static Set<String> single(List<Row> zips) {
        Set<String> states = new TreeSet<>();
        Set<String> divided = new HashSet<>();
        for (Row zip : zips) {
            for (String district : zip.get("districts").split(" ", -1)) {
                if (district.endsWith("-0")) {
                    states.add(district.substring(0, 2));
                } else if (!district.isEmpty()) {
                    divided.add(district.substring(0, 2));
                }
            }
        }
        states.removeAll(divided);
        return states;
    }

    private static String kind(Lookup lookup) {
        if (lookup instanceof Lookup.Exact exact) {
            Seat house = exact.seats().get(0);
            String number = house.holder()
                    .map(who -> who.phone().isPresent() ? "" : " without a number")
                    .orElse("");
            return "House seat " + house.status().name().toLowerCase(Locale.ROOT) + number;
        } else if (lookup instanceof Lookup.StateOnly only) {
            return "state alone: "
                    + only.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        } else if (lookup instanceof Lookup.Choice) {
            return "question";
        }
        return lookup instanceof Lookup.Military ? "military" : "no member";
    }

    /** Whether an answer names nobody but who sits, for no place but where the code lies. */
    private static boolean isRight(Lookup lookup, Row zip, Rows rows, Set<String> single, LocalDate day) {
        Set<String> states = Arrays.stream(zip.get("districts").split(" ", -1))
                .map(each -> each.split("-", 2)[0])
                .collect(Collectors.toSet());
        for (Seat seat : lookup.seats()) {
            Row sits = rows.holders().get(seat.id());
            boolean isKnown = seat.holder()
                    .map(Lawmaker::bioguide)
                    .equals(Optional.ofNullable(sits).map(row -> row.get("bioguide")));
            if (!isKnown || !states.contains(seat.state())) {
                return false;
            }
        }
        Set<String> house = lookup.seats().stream()
                .filter(seat -> seat.chamber() == Chamber.HOUSE && seat.holder().isPresent())
                .map(Seat::id)
                .collect(Collectors.toSet());
        Set<String> possible = rows.seats(zip, single, day);
        Set<String> asked = lookup.districts().stream().map(District::toString).collect(Collectors.toSet());
        boolean isComplete = !(lookup instanceof Lookup.Choice) || asked.containsAll(possible);
        // That a map is missing is said where one is, and nowhere else.
        boolean isLate =
                lookup instanceof Lookup.StateOnly only && only.reason() == Lookup.StateOnly.Reason.NEW_MAP_MISSING;
        boolean isAlone = !(lookup instanceof Lookup.Exact)
                || !lookup.seats().get(0).holder().isPresent()
                || possible.size() == 1;
        boolean waits = rows.waits(zip, single, day);
        boolean saysSo = lookup instanceof Lookup.Choice ? !isLate : isLate == (waits && possible.isEmpty());
        return possible.containsAll(house) && isComplete && isAlone && saysSo;
    }
}
