package org.campaignbot.calls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.SeatStatus;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;
import org.jspecify.annotations.Nullable;

/**
 * A round of calls to a person's senators, House member or both, or to the senators that a call party is aimed at: who can be
 * called, and who was called already.
 */
final class CallRound {

    /** The seats called in this round, in order, such as {@code NY-S1 NY-S3}; held in memory. */
    static final String CALLED = "called";

    /**
     * The card on the screen: its seat and holder, as in {@link #CARD}; saved, so that a late report isn't counted for another seat or
     * for a successor.
     */
    static final String CALLING = "calling";

    /** The fact with what is still to do about typed words in this turn; at last {@code =NV-S3}, whose report is counted as on a card. */
    static final String TOLD = "told";

    static final String SETTLED = "=";

    /**
     * The seat that the buttons of a card carry, and the key of its holder, such as {@code NY-S1_G000555}: a report on a former
     * member's card isn't counted for the successor. Cards of earlier versions carry the seat alone. On a card with the number of an
     * office outside of Washington, {@code NY-S1_G000555_office2} says too which of the numbers tried it was. In a turn that begins
     * with a press, it is the pressed card.
     */
    static final String CARD = "card_seat";

    /** The facts that a step reads to know the round. */
    static final Set<String> FACTS = Set.of(CALLED, CALLING, CARD, Home.HOME, PartyRound.ROUND);

    private static final String OFFICE_CARD = "_office";
    private static final char HELD_BY = '_';

    private final CallTarget target;
    private final List<Seat> seats;
    private final Optional<Seat> delegate;
    private final List<String> called;
    private final Optional<Seat> open;
    private final Optional<Seat> pressed;
    private final Optional<Seat> lost;
    private final boolean isOver;
    private final boolean isUnclear;

    /**
     * Makes a round.
     *
     * @param seats the seats to call, whether held or not
     * @param delegate the delegate's seat, if the place has no senators
     * @param card the seat of the pressed card, which may be outside of this round
     */
    private CallRound(
            CallTarget target, List<Seat> seats, Optional<Seat> delegate, Optional<Seat> card, JavaStep.Facts facts) {
        this.target = target;
        this.seats = seats;
        this.delegate = delegate;
        String calling = facts.textOrEmpty(CALLING);
        this.open = sitting(seatOf(calling)).filter(seat -> isCardOf(seat, calling));
        this.pressed =
                card.filter(seat -> isPressed(seat, facts) && seat.holder().isPresent());
        this.lost = card.filter(seat -> seat.holder().isEmpty());
        boolean isOpenOver = open.isEmpty() && seats.stream().map(Seat::id).anyMatch(seatOf(calling)::equals);
        this.isOver = pressed.isEmpty() && (isOpenOver || !pressed(facts).isEmpty());
        this.isUnclear = false;
        String before = facts.text(CALLED);
        this.called = before == null ? before(seatOf(calling)) : names(before);
    }

    /** The facts that a step reads to know the round, with those that it reads besides. */
    static Set<String> factsAnd(String... more) {
        return Stream.concat(FACTS.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    /** The seat of the card whose button was pressed; empty text if none was. */
    private static String pressed(JavaStep.Facts facts) {
        return seatOf(pressedCard(facts));
    }

    /** The seat of a card from what its buttons carry. */
    static String seatOf(String carried) {
        int end = carried.indexOf(HELD_BY);
        return end < 0 ? carried : carried.substring(0, end);
    }

    private static String pressedCard(JavaStep.Facts facts) {
        String card = facts.textOrEmpty(CARD);
        int end = card.indexOf(OFFICE_CARD);
        return end < 0 ? card : card.substring(0, end);
    }

    /** What the buttons of a card in Washington carry. */
    static Value card(Seat seat) {
        return new Value.Text(carried(seat));
    }

    /**
     * What the buttons of a card with an office's number carry.
     *
     * @param tried the index of that number among those tried; -1 if it's no longer known
     */
    static Value officeCard(Seat seat, int tried) {
        return new Value.Text(carried(seat) + OFFICE_CARD + (tried < 0 ? "" : tried));
    }

    /** A member whom organizers entered by hand has no lasting key, so their card carries the seat alone. */
    private static String carried(Seat seat) {
        return seat.id()
                + seat.holder()
                        .map(Lawmaker::bioguide)
                        .filter(key -> key.matches("[A-Z][0-9]{6}"))
                        .map(key -> HELD_BY + key)
                        .orElse("");
    }

    /** A result after which a lawmaker's card is the open one, and no press counts any more. */
    static JavaStep.Result opening(Seat seat, JavaStep.Result result) {
        return result.with(CALLING, card(seat)).with(CARD, new Value.Text(""));
    }

    /** Whether the button of a card for this seat and its holder was pressed. */
    static boolean isPressed(Seat seat, JavaStep.Facts facts) {
        return isCardOf(seat, pressedCard(facts));
    }

    private static boolean isCardOf(Seat seat, String card) {
        return card.equals(seat.id()) || card.equals(carried(seat));
    }

    /** Whether the pressed card showed the number of an office outside of Washington. */
    static boolean isPressedAtAnOffice(JavaStep.Facts facts) {
        return facts.textOrEmpty(CARD).contains(OFFICE_CARD);
    }

    /** The index of the pressed card's number among those tried; -1 if the card doesn't say it. */
    static int pressedOffice(JavaStep.Facts facts) {
        String card = facts.textOrEmpty(CARD);
        String index = card.substring(card.indexOf(OFFICE_CARD) + OFFICE_CARD.length());
        return index.matches("\\d{1,3}") ? Integer.parseInt(index) : -1;
    }

    private static List<String> names(String facts) {
        return facts.isEmpty() ? List.of() : List.of(facts.split(" "));
    }

    /** Seats come up in order, so if memory was lost, the seats before the present one were called. */
    private List<String> before(String present) {
        List<String> inOrder = sitting().stream().map(Seat::id).toList();
        return inOrder.subList(0, Math.max(0, inOrder.indexOf(present)));
    }

    /** The round of a conversation, or null if its home is needed but not known, or not well enough. */
    static @Nullable CallRound of(JavaStep.Input input, Directory directory) {
        var today = EasternTime.dateAt(input.now());
        JavaStep.Facts facts = input.facts();
        String pressed = pressed(facts);
        Optional<Seat> card = directory.seat(pressed, today);
        PartyRound party = PartyRound.of(input);
        // Parties share out senators' lines.
        CallTarget target = party == null ? CallTarget.of(facts, today) : CallTarget.SENATE;
        if (party != null
                && party.isAimed()
                && (pressed.isEmpty() || party.seats().contains(pressed))) {
            return new CallRound(target, party.aimed(directory, today), Optional.empty(), card, facts);
        }
        String state = state(pressed, facts, directory);
        if (state == null) {
            return null;
        }
        List<Seat> senate = directory.senateSeats(state, today);
        if (senate.stream().anyMatch(seat -> seat.status() == SeatStatus.NONE)) {
            return new CallRound(
                    target, List.of(), houseSeat(directory.districts(state), directory, today), card, facts);
        }
        Optional<District> district = CallTarget.district(facts, directory, today)
                .filter(each -> each.state().equals(state));
        boolean isSucceeded = card.isPresent() && card.get().holder().isPresent() && !isPressed(card.get(), facts);
        boolean needsDistrict = target == CallTarget.HOUSE && district.isEmpty() && (pressed.isEmpty() || isSucceeded);
        if (needsDistrict && directory.mapServes(state, today)) {
            return null;
        }
        List<Seat> seats = new ArrayList<>(target.hasSenate() ? inTurn(senate, party) : List.of());
        if (target.hasHouse()) {
            houseSeat(district.stream().toList(), directory, today).ifPresent(seats::add);
        }
        return new CallRound(target, seats, Optional.empty(), card, facts);
    }

    /**
     * The round for a typed report: the lawmaker it's about comes next, whoever's card is open. Null as for {@link #of}.
     */
    static @Nullable CallRound told(JavaStep.Input input, Directory directory) {
        CallRound round = of(input, directory);
        String typed = input.facts().text(JavaStep.Facts.TYPED);
        if (round == null || typed == null) {
            return round;
        }
        Optional<Seat> settled = settled(input.facts()).flatMap(round::sitting);
        return new CallRound(
                round,
                settled.isPresent()
                        ? new ReportSubject(settled, false)
                        : ReportSubject.of(typed, round.sitting(), round.open, round.called));
    }

    private CallRound(CallRound round, ReportSubject told) {
        this.target = round.target;
        this.seats = round.seats;
        this.delegate = round.delegate;
        this.called = round.called;
        this.open = round.open;
        this.pressed = told.seat().or(() -> round.pressed);
        this.lost = round.lost;
        this.isOver = round.isOver && told.seat().isEmpty();
        this.isUnclear = told.isSeveral();
    }

    /** The first House seat of some districts. */
    private static Optional<Seat> houseSeat(List<District> districts, Directory directory, LocalDate today) {
        return districts.stream()
                .flatMap(district -> directory.seats(district, today).stream())
                .filter(seat -> seat.chamber() == Chamber.HOUSE)
                .findFirst();
    }

    /**
     * The state whose lawmakers are called: that of the pressed card, else the person's. If their home was forgotten, it's that of
     * the last call, unless they just said another place.
     */
    private static @Nullable String state(String pressed, JavaStep.Facts facts, Directory directory) {
        String home = Home.of(facts, directory);
        if (pressed.isEmpty() && home != null) {
            return Home.state(home);
        }
        List<String> called = names(facts.textOrEmpty(CALLED));
        if (pressed.isEmpty() && (called.isEmpty() || facts.text(Home.PLACE) != null)) {
            return null;
        }
        String seat = pressed.isEmpty() ? called.get(called.size() - 1) : pressed;
        String state = seat.length() < 2 ? "" : Home.state(seat);
        return directory.districts(state).isEmpty() ? null : state;
    }

    /** The ladder to the lawmaker to call, at the rung on the screen; empty if nobody can be called. */
    static Optional<Ladder> ladder(JavaStep.Input input, Directory directory) {
        CallRound round = of(input, directory);
        return round == null ? Optional.empty() : round.next().map(seat -> Ladder.of(seat, input, directory));
    }

    private static List<Seat> inTurn(List<Seat> seats, @Nullable PartyRound party) {
        return party == null ? seats : party.ordered(seats);
    }

    /** Who this round calls. */
    CallTarget target() {
        return target;
    }

    /** The delegate's seat, if the place has no senators. */
    Optional<Seat> delegate() {
        return delegate;
    }

    /** The lawmakers who can be called. */
    List<Seat> sitting() {
        return seats.stream().filter(seat -> seat.holder().isPresent()).toList();
    }

    /** The seats without a known holder; that of the pressed card if the person's own are no longer known. */
    List<Seat> unfilled() {
        return seats.isEmpty()
                ? lost.stream().toList()
                : seats.stream().filter(seat -> seat.holder().isEmpty()).toList();
    }

    /** Whether the person's House seat is among them, held or not. */
    boolean hasHouseSeat() {
        return seats.stream().anyMatch(seat -> seat.chamber() == Chamber.HOUSE);
    }

    /** Whether it's known that nobody holds any of its seats. */
    boolean isVacant() {
        return sitting().isEmpty()
                && !unfilled().isEmpty()
                && unfilled().stream().allMatch(seat -> seat.status() == SeatStatus.VACANT);
    }

    /** The next call: the pressed card's, else the open card's, else the next in order; empty if nobody can be called. */
    Optional<Seat> next() {
        return pressed.or(() -> open).or(() -> left().stream().findFirst());
    }

    /** Whether the lawmaker on the pressed card, or else the open one, has left the seat, so a report counts for no one. */
    boolean isOver() {
        return isOver;
    }

    /** The lawmaker whom a part of a typed report points at without a name: the first, the other one. */
    Optional<Seat> pointed(String clause) {
        return ReportSubject.of(clause, sitting(), open, called).seat();
    }

    /** The lawmaker whose card somebody asks for: by name, or as the other one than the open card's. */
    Optional<Seat> asked(String typed) {
        List<Seat> named = Directory.spokenOf(typed, sitting());
        if (named.isEmpty()) {
            return ReportSubject.other(typed, sitting(), open, called);
        }
        Optional<Seat> wanted = ReportSubject.wanted(typed, sitting());
        return wanted.isPresent() ? wanted : Optional.of(named.get(0)).filter(seat -> named.size() == 1);
    }

    /** Whether a typed report is about several lawmakers. */
    boolean isUnclear() {
        return isUnclear;
    }

    /** Whether a typed report or a pressed button says which lawmaker it's about. */
    boolean isTold() {
        return pressed.isPresent();
    }

    /** Closes the card that's over; any other open card stays open. */
    JavaStep.Result over(String outcome) {
        JavaStep.Result result = JavaStep.Result.of(outcome).with(CARD, new Value.Text(""));
        return open.isPresent() ? result : result.with(CALLING, new Value.Text(""));
    }

    /** The lawmaker whose card was shown last and who wasn't called since. */
    Optional<Seat> open() {
        return open;
    }

    /** Whether a lawmaker's card is the open one. */
    boolean isOpen(Seat seat) {
        return open.equals(Optional.of(seat));
    }

    /** The position of a lawmaker in the round, from 1. */
    int number(Seat seat) {
        return sitting().indexOf(seat) + 1;
    }

    /** How many are left after the next one. */
    int leftAfterNext() {
        return (int) left().stream()
                .filter(seat -> !seat.equals(next().orElse(null)))
                .count();
    }

    /** Who is still to be called; all of them once a new round begins. */
    List<Seat> left() {
        return beginsAgain()
                ? sitting()
                : sitting().stream().filter(seat -> !called.contains(seat.id())).toList();
    }

    /** Whether everyone was called and no card is open. */
    boolean isDone() {
        return open.isEmpty() && !sitting().isEmpty() && beginsAgain();
    }

    /** Whether everyone was called and this is a new round, not a late report on an old card. */
    private boolean beginsAgain() {
        return sitting().stream().allMatch(seat -> called.contains(seat.id()))
                && (pressed.isEmpty() || pressed.equals(open));
    }

    /** A seat of this round by its id, if its holder can be called; empty otherwise. */
    Optional<Seat> sitting(String id) {
        return sitting().stream().filter(seat -> seat.id().equals(id)).findFirst();
    }

    /** The value of {@link #CALLED} as long as nothing more is told: known, so that a card out of turn skips nobody. */
    Value calledSoFar() {
        return new Value.Text(String.join(" ", called));
    }

    /** The value of {@link #CALLED} after the next lawmaker was called. */
    Value withNextCalled() {
        List<String> more = beginsAgain() ? new ArrayList<>() : new ArrayList<>(called);
        next().map(Seat::id).filter(id -> !more.contains(id)).ifPresent(more::add);
        return new Value.Text(String.join(" ", more));
    }

    /** The value of {@link #CALLED} after a lawmaker was called, whoever is next. */
    Value with(Seat seat) {
        List<String> more = new ArrayList<>(called);
        if (!more.contains(seat.id())) {
            more.add(seat.id());
        }
        return new Value.Text(String.join(" ", more));
    }

    /** The value of {@link #CALLED} with one lawmaker to call again. */
    Value without(Seat seat) {
        return new Value.Text(String.join(
                " ", called.stream().filter(id -> !id.equals(seat.id())).toList()));
    }

    /** The seat whose report is counted in this turn, whoever else the typed words name. */
    private static Optional<String> settled(JavaStep.Facts facts) {
        return Optional.ofNullable(facts.text(TOLD))
                .filter(told -> told.startsWith(SETTLED))
                .map(told -> told.substring(SETTLED.length()));
    }
}
