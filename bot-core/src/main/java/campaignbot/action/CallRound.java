package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Chamber;
import campaignbot.directory.Directory;
import campaignbot.directory.EasternTime;
import campaignbot.directory.Seat;
import campaignbot.directory.SeatStatus;
import campaignbot.flow.Value;
import campaignbot.lookup.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A round of calls to a state's senators: who is there to call, and whom the person has called. */
final class CallRound {

    /** The seats called in this round, in order, as {@code NY-S1 NY-S3}; held in memory. */
    static final String CALLED = "called";

    private final List<Seat> senate;
    private final Optional<Seat> houseSeat;
    private final List<String> called;

    private CallRound(List<Seat> senate, Optional<Seat> houseSeat, List<String> called) {
        this.senate = senate;
        this.houseSeat = houseSeat;
        this.called = called;
    }

    /** The round of a conversation, or null where its home is not known. */
    static @Nullable CallRound of(JavaStep.Input input, Directory directory) {
        String home = Home.of(input.facts(), directory);
        if (home == null) {
            return null;
        }
        var today = EasternTime.dateAt(input.now());
        String state = Home.state(home);
        Optional<Seat> houseSeat = directory.districts(state).stream()
                .flatMap(district -> directory.seats(district, today).stream())
                .filter(seat -> seat.chamber() == Chamber.HOUSE)
                .findFirst();
        String called = Objects.requireNonNullElse(input.facts().text(CALLED), "");
        return new CallRound(
                directory.senateSeats(state, today),
                houseSeat,
                called.isEmpty() ? List.of() : List.of(called.split(" ")));
    }

    /** Whether the state sends senators at all. */
    boolean hasSenators() {
        return senate.stream().noneMatch(seat -> seat.status() == SeatStatus.NONE);
    }

    /** The seat of the delegate, where there are no senators. */
    Optional<Seat> delegate() {
        return hasSenators() ? Optional.empty() : houseSeat;
    }

    /** The senators that can be called. */
    List<Seat> sitting() {
        return senate.stream().filter(seat -> seat.holder().isPresent()).toList();
    }

    /** The Senate seats of which no holder is known. */
    List<Seat> open() {
        return hasSenators()
                ? senate.stream().filter(seat -> seat.holder().isEmpty()).toList()
                : List.of();
    }

    /** Those still to be called; all of them once everyone was, since a new round may begin. */
    List<Seat> left() {
        List<Seat> left =
                sitting().stream().filter(seat -> !called.contains(seat.id())).toList();
        return left.isEmpty() ? sitting() : left;
    }

    /** The seat of a former call of this round, the latest, or empty. */
    Optional<Seat> latest() {
        return called.isEmpty()
                ? Optional.empty()
                : senate.stream()
                        .filter(seat -> seat.id().equals(called.get(called.size() - 1)))
                        .findFirst();
    }

    /** The fact after the next senator was called. */
    Value withNextCalled() {
        boolean isNewRound = sitting().stream().allMatch(seat -> called.contains(seat.id()));
        List<String> more = isNewRound ? new ArrayList<>() : new ArrayList<>(called);
        more.add(left().get(0).id());
        return new Value.Text(String.join(" ", more));
    }

    /** The fact after the latest call was taken back. */
    Value withoutLatest() {
        return new Value.Text(String.join(" ", called.subList(0, called.size() - 1)));
    }

    /** Whether the next call is the last of the round. */
    boolean nextIsLast() {
        return left().size() == 1;
    }
}
