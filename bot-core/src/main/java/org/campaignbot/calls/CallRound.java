package org.campaignbot.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.SeatStatus;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;
import org.jspecify.annotations.Nullable;

/**
 * A round of calls to a state's senators, or to those that a call party is aimed at: who can be called, and who was called
 * already.
 */
final class CallRound {

    /** The seats called in this round, in order, such as {@code NY-S1 NY-S3}; held in memory. */
    static final String CALLED = "called";

    /**
     * The seat whose script is on the screen, such as {@code NY-S1}; saved, so that a late report isn't counted for another seat.
     */
    static final String CALLING = "calling";

    private final List<Seat> senate;
    private final Optional<Seat> houseSeat;
    private final List<String> called;
    private final Optional<Seat> calling;

    private CallRound(List<Seat> senate, Optional<Seat> houseSeat, @Nullable String called, @Nullable String calling) {
        this.senate = senate;
        this.houseSeat = houseSeat;
        this.calling = calling == null ? Optional.empty() : sitting(calling);
        this.called = called == null ? before(this.calling) : names(called);
    }

    private static List<String> names(String facts) {
        return facts.isEmpty() ? List.of() : List.of(facts.split(" "));
    }

    /** Seats come up in order, so if memory was lost, the seats before the present one were called. */
    private List<String> before(Optional<Seat> present) {
        return present.isEmpty()
                ? List.of()
                : sitting().stream()
                        .takeWhile(seat -> !seat.equals(present.get()))
                        .map(Seat::id)
                        .toList();
    }

    /** The round of a conversation, or null if its home is needed but not known. */
    static @Nullable CallRound of(JavaStep.Input input, Directory directory) {
        var today = EasternTime.dateAt(input.now());
        PartyRound party = PartyRound.of(input);
        if (party != null && party.isAimed()) {
            return new CallRound(
                    party.aimed(directory, today),
                    Optional.empty(),
                    input.facts().text(CALLED),
                    input.facts().text(CALLING));
        }
        String home = Home.of(input.facts(), directory);
        if (home == null) {
            return null;
        }
        String state = Home.state(home);
        Optional<Seat> houseSeat = directory.districts(state).stream()
                .flatMap(district -> directory.seats(district, today).stream())
                .filter(seat -> seat.chamber() == Chamber.HOUSE)
                .findFirst();
        return new CallRound(
                inTurn(directory.senateSeats(state, today), party),
                houseSeat,
                input.facts().text(CALLED),
                input.facts().text(CALLING));
    }

    /** The ladder to the senator to call, at the rung on the screen; empty if nobody can be called. */
    static Optional<Ladder> ladder(JavaStep.Input input, Directory directory) {
        CallRound round = of(input, directory);
        return round == null ? Optional.empty() : round.next().map(seat -> Ladder.of(seat, input, directory));
    }

    private static List<Seat> inTurn(List<Seat> seats, @Nullable PartyRound party) {
        return party == null ? seats : party.ordered(seats);
    }

    /** Whether the state has senators at all. */
    boolean hasSenators() {
        return senate.stream().noneMatch(seat -> seat.status() == SeatStatus.NONE);
    }

    /** The delegate's seat, if the place has no senators. */
    Optional<Seat> delegate() {
        return hasSenators() ? Optional.empty() : houseSeat;
    }

    /** The senators who can be called. */
    List<Seat> sitting() {
        return senate.stream().filter(seat -> seat.holder().isPresent()).toList();
    }

    /** The Senate seats without a known holder. */
    List<Seat> open() {
        return hasSenators()
                ? senate.stream().filter(seat -> seat.holder().isEmpty()).toList()
                : List.of();
    }

    /** The senator to call: the one on the screen, else the next one, or empty if nobody can be called. */
    Optional<Seat> next() {
        return calling.isPresent() ? calling : left().stream().findFirst();
    }

    /** How many are left after the next one. */
    int leftAfterNext() {
        return (int) left().stream()
                .filter(seat -> !seat.equals(next().orElse(null)))
                .count();
    }

    /** The senators still to call; all of them once everyone was called, since a new round may begin. */
    private List<Seat> left() {
        return everyoneWasCalled()
                ? sitting()
                : sitting().stream().filter(seat -> !called.contains(seat.id())).toList();
    }

    private boolean everyoneWasCalled() {
        return sitting().stream().allMatch(seat -> called.contains(seat.id()));
    }

    /** A senator's seat by its id, if the senator can be called; empty otherwise. */
    Optional<Seat> sitting(String id) {
        return sitting().stream().filter(seat -> seat.id().equals(id)).findFirst();
    }

    /** The value of {@link #CALLED} after the next senator was called. */
    Value withNextCalled() {
        List<String> more = everyoneWasCalled() ? new ArrayList<>() : new ArrayList<>(called);
        next().ifPresent(seat -> more.add(seat.id()));
        return new Value.Text(String.join(" ", more));
    }

    /** The value of {@link #CALLED} with one senator to call again. */
    Value without(Seat seat) {
        return new Value.Text(String.join(
                " ", called.stream().filter(id -> !id.equals(seat.id())).toList()));
    }
}
