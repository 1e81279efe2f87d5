package org.campaignbot.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.SeatStatus;
import org.campaignbot.settings.SettingRefusal.Why;
import org.campaignbot.times.ExactDay;
import org.jspecify.annotations.Nullable;

/**
 * What an organizer asks to correct, as typed; anything may be missing.
 *
 * @param of a seat such as {@code NY-S1} or {@code NY-12}, the name of whoever holds it, or a phone number
 * @param name who holds the seat
 * @param lastName the last name, where it's more than the last word of the name
 * @param party the member's party
 * @param vacant whether nobody holds the seat
 * @param since the first day of that
 * @param phone the right number
 * @param site the right website
 * @param hide whether to hide the number
 * @param source an address or name to check it by
 * @param asOf the day from which it's known; without one, today
 * @param until the day on which the correction ends
 */
public record CorrectionRequest(
        String of,
        @Nullable String name,
        @Nullable String lastName,
        @Nullable String party,
        boolean vacant,
        @Nullable String since,
        @Nullable String phone,
        @Nullable String site,
        boolean hide,
        @Nullable String source,
        @Nullable String asOf,
        @Nullable String until) {

    /** As {@code 2022245922}, {@code (202) 224-5922}, {@code 202.224.5922} or {@code +1 202 224 5922}. */
    private static final Pattern WRITTEN_NUMBER =
            Pattern.compile("(?:\\+?1[-. ]*)?\\(?([2-9][0-9]{2})\\)?[-. ]*([0-9]{3})[-. ]*([0-9]{4})");

    private static final Set<String> SUFFIXES = Set.of("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV");

    private static final String OF = "of";
    private static final String NAME = "name";
    private static final String SINCE = "since";
    private static final String PHONE = "phone";

    /** The source of a number that is hidden because of what people report. */
    private static final String CALLERS = "people who called it";

    /** A request to hide a number that callers found wrong. */
    public static CorrectionRequest hiding(String number) {
        return new CorrectionRequest(number, null, null, null, false, null, null, null, true, null, null, null);
    }

    /** What became of a request. */
    public sealed interface Answer {
        /** The corrections to make. */
        record Accepted(List<Correction> corrections) implements Answer {}

        /** What is wrong, and how to fix it. */
        record Refused(List<SettingRefusal> refusals) implements Answer {

            public Refused {
                refusals = List.copyOf(refusals);
            }

            /** The same in the sentences of the command line. */
            public List<String> reasons() {
                return SettingRefusal.sentences(refusals);
            }
        }
    }

    /**
     * The same in the form that is kept, as far as it can be read: the id of the seat, numbers as cards show them, days as {@code
     * 2026-11-24}.
     *
     * @param tables the tables, with or without corrections
     * @param today the Eastern day on which it's made
     */
    public CorrectionRequest inKeptForm(Directory tables, LocalDate today) {
        String number = number(of);
        TypedSeat seat = Kind.PHONE.accepts().test(number) ? null : TypedSeat.read(of, tables, today);
        return new CorrectionRequest(
                seat != null && seat.isSure() ? seat.seats().get(0).id() : number,
                name,
                lastName,
                party,
                vacant,
                kept(since, today),
                phone == null ? null : number(phone),
                site,
                hide,
                source,
                kept(asOf, today),
                kept(until, today));
    }

    /** A phone number as cards show it, {@code 202-224-5922}; anything else as it is. */
    private static String number(String typed) {
        Matcher written = WRITTEN_NUMBER.matcher(typed.strip());
        return Kind.PHONE.accepts().test(typed) || !written.matches()
                ? typed
                : written.group(1) + "-" + written.group(2) + "-" + written.group(3);
    }

    private static @Nullable String kept(@Nullable String day, LocalDate today) {
        return day == null
                ? null
                : ExactDay.read(day, today).map(LocalDate::toString).orElse(day);
    }

    /**
     * Checks the request against the tables and the corrections that there are.
     *
     * @param tables the tables, with or without corrections
     * @param today the Eastern day on which it's made
     */
    public Answer answer(Directory tables, Version before, LocalDate today) {
        return inKeptForm(tables, today).checked(tables, before, today);
    }

    private Answer checked(Directory tables, Version before, LocalDate today) {
        List<SettingRefusal> refusals = new ArrayList<>();
        Optional<LocalDate> known = day("--as-of", asOf, refusals);
        Optional<LocalDate> ends = day("--until", until, refusals);
        Optional<LocalDate> begins = day("--since", since, refusals);
        notYetToCome("--as-of", known, today, refusals);
        ends.filter(day -> !day.isAfter(begins.filter(today::isBefore).orElse(today)))
                .ifPresent(day -> refusals.add(SettingRefusal.of("until", Why.ENDS_FIRST, day.toString())));
        takes("--phone", phone, Kind.PHONE, refusals);
        takes("--site", site, Kind.ADDRESS, refusals);
        takes("--name", name, Kind.WORDS, refusals);
        takes("--last-name", lastName, Kind.WORDS, refusals);
        takes("--party", party, Kind.choice(Corrections.PARTIES), refusals);
        takes("--source", source, Kind.WORDS, refusals);
        if (source == null && !hide) {
            refusals.add(SettingRefusal.of("source", Why.NO_SOURCE));
        }
        boolean isNumber = Kind.PHONE.accepts().test(of);
        refusals.addAll(isNumber ? ofNumber(tables) : ofSeat(tables, today));
        if (!refusals.isEmpty()) {
            return new Answer.Refused(refusals);
        }
        Correction.Note note = new Correction.Note(source == null ? CALLERS : source, known.orElse(today), ends);
        return isNumber
                ? new Answer.Accepted(List.of(new Correction.NumberChange(of, Optional.ofNullable(phone), note)))
                : seat(tables, before, today, begins, note);
    }

    /** Refuses a day on which something can't be known yet. */
    static void notYetToCome(String option, Optional<LocalDate> known, LocalDate today, List<SettingRefusal> refusals) {
        known.filter(day -> day.isAfter(today))
                .ifPresent(day -> refusals.add(
                        SettingRefusal.of("as-of", Why.KNOWN_LATER, option, day.toString(), today.toString())));
    }

    /** Refuses a value that isn't of its kind. */
    static void takes(String option, @Nullable String value, Kind kind, List<SettingRefusal> refusals) {
        if (value != null && !kind.accepts().test(value)) {
            refusals.add(SettingRefusal.kind(option.replaceFirst("^--", ""), option, value, kind));
        }
    }

    /** The day that an option gives; empty, and perhaps a refusal, if it gives none. */
    static Optional<LocalDate> day(String option, @Nullable String value, List<SettingRefusal> refusals) {
        takes(option, value, Kind.DAY, refusals);
        return Optional.ofNullable(value).filter(Kind.DAY.accepts()).map(LocalDate::parse);
    }

    private List<SettingRefusal> ofNumber(Directory tables) {
        List<SettingRefusal> refusals = new ArrayList<>();
        if (!tables.corrected(List.of(), tables.asOf()).hasNumber(of) && !tables.hasNumber(of)) {
            refusals.add(SettingRefusal.of(OF, Why.NO_SUCH_NUMBER, of));
        }
        if (name != null || lastName != null || party != null || vacant || since != null || site != null) {
            refusals.add(SettingRefusal.of(OF, Why.NUMBER_ALONE));
        }
        if (hide == (phone != null)) {
            refusals.add(SettingRefusal.of(PHONE, Why.PHONE_OR_HIDE));
        } else if (of.equals(phone)) {
            refusals.add(SettingRefusal.of(PHONE, Why.SAME_NUMBER));
        }
        return refusals;
    }

    private List<SettingRefusal> ofSeat(Directory tables, LocalDate today) {
        Optional<Seat> seat = tables.seat(of, today);
        if (seat.isEmpty()) {
            TypedSeat meant = TypedSeat.read(of, tables, today);
            return List.of(
                    meant.seats().isEmpty()
                            ? SettingRefusal.of(OF, Why.NO_SUCH_SEAT, of)
                            : SettingRefusal.of(OF, Why.SEVERAL_SEATS, of, meant.listed()));
        } else if (seat.get().status() == SeatStatus.NONE) {
            return List.of(SettingRefusal.of(OF, Why.NO_SENATORS, of, seat.get().state()));
        }
        List<SettingRefusal> refusals = new ArrayList<>();
        if (hide) {
            refusals.add(SettingRefusal.of(OF, Why.HIDES_NUMBERS));
        } else if (name == null && !vacant && phone == null && site == null) {
            refusals.add(SettingRefusal.of("", Why.NOTHING_SAID));
        }
        if (name != null && vacant) {
            refusals.add(SettingRefusal.of(NAME, Why.NAME_OR_VACANT));
        }
        if (vacant && (phone != null || site != null)) {
            refusals.add(SettingRefusal.of(phone != null ? PHONE : "site", Why.VACANT_HAS_NONE));
        }
        boolean holder = name != null || vacant;
        if (holder && since == null) {
            refusals.add(SettingRefusal.of(SINCE, Why.NO_FIRST_DAY));
        }
        if (name != null && party == null) {
            refusals.add(SettingRefusal.of("party", Why.NO_PARTY, String.join(", ", Corrections.PARTIES)));
        }
        if (!holder && since != null) {
            refusals.add(SettingRefusal.of(SINCE, Why.FIRST_DAY_ALONE));
        }
        if (name == null && (party != null || lastName != null)) {
            refusals.add(SettingRefusal.of(NAME, Why.NO_NAME));
        }
        return refusals;
    }

    private Answer seat(
            Directory tables, Version before, LocalDate today, Optional<LocalDate> begins, Correction.Note note) {
        List<Correction> made = new ArrayList<>();
        List<Correction> holders = new ArrayList<>(Corrections.in(before).values());
        holders.removeIf(each -> !(each instanceof Correction.Holder));
        if (begins.isPresent()) {
            Optional<Correction.Member> member = Optional.ofNullable(name)
                    .map(typed -> new Correction.Member(
                            typed, lastName == null ? last(typed) : lastName, party == null ? "" : party));
            Correction.Holder holder = new Correction.Holder(of, member, begins.get(), tables.terms(of), note);
            made.add(holder);
            holders.removeIf(each -> each.of().equals(of));
            holders.add(holder);
        }
        if (phone == null && site == null) {
            return new Answer.Accepted(made);
        }
        LocalDate then = begins.filter(today::isBefore).orElse(today);
        Optional<Lawmaker> holder =
                tables.corrected(holders, today).seat(of, then).flatMap(Seat::holder);
        if (holder.isEmpty()) {
            return new Answer.Refused(List.of(SettingRefusal.of(OF, Why.NO_HOLDER, of)));
        }
        List<SettingRefusal> same = new ArrayList<>();
        if (phone != null) {
            if (holder.get().phone().equals(Optional.of(phone))) {
                same.add(SettingRefusal.of(
                        PHONE, Why.SAID_SO, phone, holder.get().name()));
            }
            made.add(new Correction.Phone(of, phone, Correction.Phone.over(holder.get()), note));
        }
        if (site != null) {
            if (holder.get().website().equals(Optional.of(site))) {
                same.add(SettingRefusal.of(
                        "site", Why.SAID_SO, site, holder.get().name()));
            }
            made.add(new Correction.Site(of, site, Correction.Site.over(holder.get()), note));
        }
        return same.isEmpty() ? new Answer.Accepted(made) : new Answer.Refused(same);
    }

    /** The last word of a name that isn't a suffix. */
    private static String last(String name) {
        List<String> words = new ArrayList<>(List.of(name.split(" ", -1)));
        while (words.size() > 1 && SUFFIXES.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return words.get(words.size() - 1).replaceAll(",$", "");
    }
}
