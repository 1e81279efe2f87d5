package org.campaignbot.calls;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.DistrictOffice;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;
import org.campaignbot.lookup.NearbyOffices;
import org.campaignbot.lookup.SeatRows;

/**
 * The ways to reach one lawmaker: the Washington office, up to two offices nearer to the person, a voicemail, and finally a
 * letter.
 *
 * <p>The numbers tried are held in memory; only the kind of rung on the screen is saved. An office near a person reveals where
 * they live, so once memory is gone the ladder starts over, and says so.
 */
final class Ladder {

    /** The seat and the rungs so far with their outcomes, such as {@code NY-S1 dc:busy 716-854-9725}; held in memory. */
    static final String LADDER = "ladder";

    /** The seat and the kind of the rung on the screen, {@code dc}, {@code office} or {@code voicemail}; saved. */
    static final String RUNG = "rung";

    static final String WASHINGTON = "dc";
    static final String OFFICE = "office";
    static final String VOICEMAIL = "voicemail";

    /** The last rung, a letter; it needs no saved state. */
    static final String WRITE = "write";

    private static final int MOST_OFFICES = 2;

    /** The outcomes after which the person can't leave a message at that number. */
    private static final Set<String> WITHOUT_MESSAGE = Set.of(CallReport.MAILBOX_FULL, CallReport.WRONG);

    /** A number that was on the screen; its outcome is empty until reported. */
    private record Tried(String number, String outcome) {
        static Tried parse(String text) {
            int end = text.indexOf(':');
            return end < 0 ? new Tried(text, "") : new Tried(text.substring(0, end), text.substring(end + 1));
        }

        @Override
        public String toString() {
            return outcome.isEmpty() ? number : number + ":" + outcome;
        }
    }

    private final Seat seat;
    private final Lawmaker lawmaker;
    private final List<DistrictOffice> offices;
    private final List<Tried> tried;
    private final String rung;
    private final boolean forgotten;

    private Ladder(
            Seat seat,
            Lawmaker lawmaker,
            List<DistrictOffice> offices,
            List<Tried> tried,
            String rung,
            boolean forgotten) {
        this.seat = seat;
        this.lawmaker = lawmaker;
        this.offices = offices;
        this.tried = tried;
        this.rung = rung;
        this.forgotten = forgotten;
    }

    /** The ladder to a seat's holder, at the person's current rung. */
    static Ladder of(Seat seat, JavaStep.Input input, Directory directory) {
        JavaStep.Facts facts = input.facts();
        Lawmaker lawmaker = seat.holder().orElseThrow();
        List<DistrictOffice> offices = NearbyOffices.callable(lawmaker, directory);
        List<String> held = List.of(facts.textOrEmpty(LADDER).split(" "));
        List<Tried> tried = held.get(0).equals(seat.id())
                ? held.stream().skip(1).map(Tried::parse).toList()
                : List.of();
        String rung = rung(seat, facts);
        boolean above = rung.equals(OFFICE) || rung.equals(VOICEMAIL);
        boolean known = !tried.isEmpty() && isKnown(tried.get(tried.size() - 1).number(), offices);
        if (known) {
            Ladder ladder = new Ladder(seat, lawmaker, offices, tried, above ? rung : WASHINGTON, false);
            return CallRound.isPressed(seat, facts) ? ladder.asOn(facts) : ladder;
        } else if (CallRound.isPressed(seat, facts)) {
            boolean atAnOffice = CallRound.isPressedAtAnOffice(facts);
            List<Tried> dc = List.of(new Tried(WASHINGTON, ""));
            return new Ladder(seat, lawmaker, offices, dc, atAnOffice ? OFFICE : WASHINGTON, atAnOffice);
        }
        PartyRound party = PartyRound.of(input);
        String foot = above || party == null ? WASHINGTON : party.foot(seat, offices);
        String kind = foot.equals(WASHINGTON) ? WASHINGTON : OFFICE;
        return new Ladder(seat, lawmaker, offices, List.of(new Tried(foot, "")), kind, above);
    }

    /** The kind of rung that was saved for a seat. */
    private static String rung(Seat seat, JavaStep.Facts facts) {
        String saved = Objects.requireNonNullElse(facts.text(RUNG), WASHINGTON);
        int end = saved.indexOf(':');
        if (end < 0) {
            return saved;
        }
        return saved.substring(0, end).equals(seat.id()) ? saved.substring(end + 1) : WASHINGTON;
    }

    /** The rung of a pressed card. An older card had another number, and only that one may be reported. */
    private Ladder asOn(JavaStep.Facts facts) {
        if (!CallRound.isPressedAtAnOffice(facts)) {
            return office().isPresent() ? backTo(WASHINGTON) : this;
        }
        int pressed = CallRound.pressedOffice(facts);
        boolean known = pressed >= 0
                && pressed < tried.size()
                && !tried.get(pressed).number().equals(WASHINGTON);
        if (!known) {
            return new Ladder(seat, lawmaker, offices, tried, OFFICE, true);
        }
        return pressed == tried.size() - 1 ? this : backTo(tried.get(pressed).number());
    }

    private static boolean isKnown(String number, List<DistrictOffice> offices) {
        return number.equals(WASHINGTON)
                || offices.stream().anyMatch(office -> office.phone().orElse("").equals(number));
    }

    /** The seat whose holder this ladder leads to. */
    Seat seat() {
        return seat;
    }

    /** The kind of the rung. */
    String rung() {
        return rung;
    }

    /** Whether the person was higher up, at an office that's no longer known. */
    boolean isForgotten() {
        return forgotten;
    }

    /** What the buttons of this rung's card carry: the index of its number reveals nothing, and the number would. */
    Value card() {
        if (forgotten) {
            return CallRound.officeCard(seat, -1);
        }
        return office().isPresent() ? CallRound.officeCard(seat, tried.size() - 1) : CallRound.card(seat);
    }

    /** The rung's number as the ladder names it. */
    String number() {
        return tried.get(tried.size() - 1).number();
    }

    /** The rung's office; empty for the Washington office. */
    Optional<DistrictOffice> office() {
        return offices.stream()
                .filter(office -> office.phone().orElse("").equals(number()))
                .findFirst();
    }

    /** The number to dial at this rung, if the tables have one. */
    Optional<String> phone() {
        return phone(number());
    }

    /** The same rung with a reported outcome; nothing can be recorded for a forgotten office. */
    Ladder reported(String outcome) {
        if (forgotten) {
            return this;
        }
        List<Tried> more = new ArrayList<>(tried);
        more.set(more.size() - 1, new Tried(number(), outcome));
        return at(more, rung);
    }

    /** The number to dial for a number as the ladder names it. */
    Optional<String> phone(String number) {
        return number.equals(WASHINGTON) ? lawmaker.phone() : Optional.of(number);
    }

    /**
     * Goes back to the rung of a number and drops its outcome and all later rungs; returns this rung if that office is no longer
     * known.
     */
    Ladder backTo(String number) {
        String kind = number.equals(WASHINGTON) ? WASHINGTON : OFFICE;
        Tried untold = new Tried(number, "");
        for (int i = tried.size() - 1; i >= 0; i--) {
            if (tried.get(i).number().equals(number)) {
                List<Tried> less = new ArrayList<>(tried.subList(0, i));
                less.add(untold);
                return at(less, kind);
            }
        }
        return isKnown(number, offices) ? at(List.of(new Tried(WASHINGTON, ""), untold), kind) : this;
    }

    /** The next rung; empty if only a letter is left. */
    Optional<Ladder> next(JavaStep.Facts facts, Directory directory, LocalDate today) {
        if (rung.equals(VOICEMAIL)) {
            return Optional.empty();
        }
        long officesTried =
                tried.stream().filter(each -> !each.number().equals(WASHINGTON)).count();
        Optional<DistrictOffice> another = officesTried >= MOST_OFFICES
                ? Optional.empty()
                : NearbyOffices.of(lawmaker, facts, directory, today).offices().stream()
                        .filter(office -> tried.stream()
                                .noneMatch(each ->
                                        each.number().equals(office.phone().orElse(""))))
                        .findFirst();
        boolean inWashington = tried.stream().anyMatch(each -> each.number().equals(WASHINGTON));
        return another.map(office -> climbed(office.phone().orElseThrow(), OFFICE))
                .or(() -> inWashington ? Optional.empty() : Optional.of(climbed(WASHINGTON, WASHINGTON)))
                .or(() -> tried.stream()
                        .filter(each -> !WITHOUT_MESSAGE.contains(each.outcome()))
                        .findFirst()
                        .map(each -> climbed(each.number(), VOICEMAIL)));
    }

    private Ladder climbed(String number, String kind) {
        List<Tried> more = new ArrayList<>(tried);
        more.add(new Tried(number, ""));
        return at(more, kind);
    }

    private Ladder at(List<Tried> newTried, String newRung) {
        return new Ladder(seat, lawmaker, offices, List.copyOf(newTried), newRung, false);
    }

    /** Adds the rung's office, whether it's open and when it opens next: {@code office}, {@code hours} and {@code good_time}. */
    JavaStep.Result withOffice(JavaStep.Result result, JavaStep.Input input, Directory directory) {
        OfficeHours hours = office().map(OfficeHours::of).orElse(OfficeHours.WASHINGTON);
        return result.with("office", officeRow(input, directory))
                .with("hours", new Value.Text(hours.at(input.now()).word()))
                .with(
                        OfficeHours.GOOD_TIME,
                        OfficeHours.moment(hours.goodTimeAfter(input.now(), zone(input, directory))));
    }

    /** The zone of the lawmaker's nearest office in memory, the best the bot knows about the caller. */
    private ZoneId zone(JavaStep.Input input, Directory directory) {
        return NearbyOffices.held(lawmaker, input.facts(), directory).offices().stream()
                .findFirst()
                .map(office -> ZoneId.of(office.zone()))
                .orElse(EasternTime.ZONE);
    }

    private Value.Row officeRow(JavaStep.Input input, Directory directory) {
        Map<String, Value> fields = new HashMap<>();
        phone().ifPresent(phone -> fields.put("phone", new Value.Phone(phone)));
        fields.put("listed", new Value.Text(listed()));
        office().ifPresent(office -> {
            LocalDate today = EasternTime.dateAt(input.now());
            String standing = NearbyOffices.standing(lawmaker, office, input.facts(), directory, today);
            // An office's nearness reveals where the person lives, so no message that names it is stored.
            boolean own = standing.startsWith("place");
            fields.put("city", new Value.Text(office.city(), own));
            fields.put("by", new Value.Text(standing));
            fields.put("district", new Value.Text(Home.name(input.facts(), directory, today)));
        });
        if (tried.size() == 1 && PartyRound.of(input) != null) {
            fields.put("by", new Value.Text("party"));
        }
        if (forgotten) {
            fields.put("by", new Value.Text("again"));
        }
        corrected(directory).ifPresent(on -> SeatRows.putCorrected(fields, on));
        fields.put("kind", new Value.Text(office().isPresent() ? OFFICE : WASHINGTON));
        List<Value.Row> listed = office().flatMap(DistrictOffice::hours).stream()
                .map(words -> new Value.Row(Map.of("words", new Value.Text(words, true))))
                .toList();
        fields.put("listed_hours", new Value.Rows(listed));
        return new Value.Row(fields);
    }

    /** Whether there's a number: {@code new} if the tables have none, {@code no} if organizers took it away. */
    private String listed() {
        return phone().isPresent() ? "yes" : seat.corrected().isEmpty() ? "new" : "no";
    }

    /** The day on which organizers corrected the number, who holds the seat, or that there's no number. */
    private Optional<LocalDate> corrected(Directory directory) {
        boolean ofSeat = phone().isEmpty() || Correction.Holder.named(lawmaker);
        return phone().flatMap(directory::correctedOn).or(() -> ofSeat ? seat.corrected() : Optional.empty());
    }

    /**
     * Adds the facts that keep the rung; which numbers are near is held in memory, because it's personal. A forgotten office
     * stays forgotten until the next rung: a report on it may still come, and no other number may be blamed for it.
     */
    JavaStep.Result keptIn(JavaStep.Result result) {
        if (forgotten) {
            return result.with(LADDER, new Value.Text("")).with(RUNG, new Value.Text(seat.id() + ":" + OFFICE));
        }
        StringBuilder text = new StringBuilder(seat.id());
        tried.forEach(each -> text.append(' ').append(each));
        return result.with(LADDER, new Value.Text(text.toString(), true))
                .with(RUNG, new Value.Text(seat.id() + ":" + rung));
    }

    /** Clears the rung: the next lawmaker starts at the first rung. */
    static JavaStep.Result left(JavaStep.Result result) {
        return result.with(LADDER, new Value.Text("")).with(RUNG, new Value.Text(WASHINGTON));
    }
}
