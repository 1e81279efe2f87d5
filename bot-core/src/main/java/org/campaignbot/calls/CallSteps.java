package org.campaignbot.calls;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;
import org.campaignbot.lookup.SeatRows;

/**
 * The steps of a round of calls: who to call next, at which number, and what to do after each call.
 *
 * <p>{@link ReportSteps} records what the person reports about a call.
 */
public final class CallSteps {

    /** The fact with the row of the senator on the screen. */
    static final String SENATOR = "senator";

    private static final String SCRIPT_IN = "script_in";
    private static final String SCRIPT = "call_script";

    /** The fact that is {@code yes} if the person wants to leave a message at a closed office. */
    private static final String LEAVES_MESSAGE = "leaves_message";

    /** The fact with the person's choice after a failed call. */
    private static final String WAY = "way";

    private static final String AGAIN = "again";
    private static final Set<String> WAYS = Set.of("next", AGAIN, "skip", "undo");

    private final Supplier<Directory> directory;

    private CallSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        CallSteps steps = new CallSteps(directory);
        return List.of(
                new JavaStep(
                        "call.prepare",
                        "Finds the senator to call next, at which office, and whether it is open.",
                        Set.of("called", "calling", "home", "ladder", "nearby", "party_round", "rung", "script_in"),
                        Set.of("ready", "delegate", "nobody", "missing"),
                        StepValue.of(
                                "senator{" + SeatRows.HELD + "} call_script=en|en-away|es|es-away left:count",
                                "open_seats[" + SeatRows.OPEN + "] delegate{" + SeatRows.SEAT
                                        + "} delegate_offices[city phone:phone]",
                                "tables_as_of:day calling ladder rung",
                                "office{kind=dc|office phone?@kind=office:phone city?@kind=office by?",
                                "district?@by=district|district-next|place|place-next|table listed_hours[words]}",
                                "hours good_time{instant zone when:moment}"),
                        steps::prepare),
                new JavaStep(
                        "call.hours",
                        "Says whether the office on the screen is in its usual hours.",
                        Set.of("called", "calling", "home", "ladder", "leaves_message", "party_round", "rung"),
                        Set.of("open", "closed", "message"),
                        List.of(),
                        steps::hours),
                new JavaStep(
                        "call.climb",
                        "Moves to the next way to reach the same senator: another office, then voicemail, then a letter.",
                        Set.of("called", "calling", "home", "ladder", "nearby", "party_round", "rung"),
                        Set.of(Ladder.OFFICE, Ladder.VOICEMAIL, Ladder.WRITE, "missing"),
                        StepValue.of("ladder rung"),
                        steps::climb),
                new JavaStep(
                        "call.done",
                        "Notes that the senator was called, and says whether another is left.",
                        Set.of("called", "calling", "home", "party_round"),
                        Set.of("more", "done"),
                        StepValue.of("called calling ladder rung"),
                        steps::finish),
                new JavaStep(
                        "call.onward",
                        "Goes on as the person chose after a call that failed.",
                        Set.of("way"),
                        WAYS,
                        List.of(),
                        CallSteps::goOn));
    }

    /** Says which senator to call next, at which office, and whether it's open. */
    private Result prepare(Input input) {
        Directory tables = directory.get();
        CallRound round = CallRound.of(input, tables);
        if (round == null) {
            return Result.of("missing");
        }
        Value asOf = new Value.Day(tables.asOf());
        if (round.delegate().isPresent()) {
            Seat seat = round.delegate().get();
            return Result.of("delegate")
                    .with("delegate", SeatRows.of(seat))
                    .with(
                            "delegate_offices",
                            seat.holder()
                                    .map(delegate -> OfficeRow.list(delegate, tables))
                                    .orElseGet(() -> new Value.Rows(List.of())))
                    .with("tables_as_of", asOf);
        }
        Result result = Result.of(round.sitting().isEmpty() ? "nobody" : "ready")
                .with("open_seats", SeatRows.of(round.open()))
                .with("tables_as_of", asOf);
        return round.next()
                .map(seat -> call(seat, round, input, tables, result))
                .orElse(result);
    }

    /** Adds who to call, and where, to the result. */
    private static Result call(Seat seat, CallRound round, Input input, Directory tables, Result result) {
        Ladder ladder = Ladder.of(seat, input, tables);
        Result ready = result.with(SENATOR, SeatRows.of(seat))
                .with("left", new Value.Count(round.leftAfterNext()))
                .with(CallRound.CALLING, new Value.Text(seat.id()))
                .with(SCRIPT, new Value.Text(script(seat, input, tables)));
        return ladder.keptIn(OfficeRow.in(ready, ladder, seat.holder().orElseThrow(), input, tables));
    }

    /** The language of the call script, and whether it's the one for people this senator represents. */
    private static String script(Seat seat, Input input, Directory tables) {
        String home = Home.of(input.facts(), tables);
        PartyRound party = PartyRound.of(input);
        boolean isAway = party != null
                && party.isAimed()
                && !(home != null && Home.state(home).equals(seat.state()));
        String language = "es".equals(input.facts().text(SCRIPT_IN)) ? "es" : "en";
        return isAway ? language + "-away" : language;
    }

    /**
     * Says whether the office on the screen is in its usual hours. People who said they want to leave a message aren't asked
     * again at a closed office. If there's nobody to call, it counts as open: the next step says what is missing.
     */
    private Result hours(Input input) {
        boolean open = CallRound.ladder(input, directory.get())
                .map(ladder -> OfficeRow.hours(ladder.office()).at(input.now()) == OfficeHours.Now.OPEN)
                .orElse(true);
        boolean leavesMessage = "yes".equals(input.facts().text(LEAVES_MESSAGE));
        return Result.of(open ? "open" : leavesMessage ? "message" : "closed");
    }

    /** Moves to the next way to reach the same lawmaker. */
    private Result climb(Input input) {
        Directory tables = directory.get();
        return CallRound.ladder(input, tables)
                .map(ladder -> ladder.next(input.facts(), tables, EasternTime.dateAt(input.now()))
                        .map(next -> next.keptIn(
                                Result.of(next.rung().equals(Ladder.VOICEMAIL) ? Ladder.VOICEMAIL : Ladder.OFFICE)))
                        .orElseGet(() -> Result.of(Ladder.WRITE)))
                .orElseGet(() -> Result.of("missing"));
    }

    /** Records that the next senator was called, and says whether another is left. */
    private Result finish(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        if (round == null || round.next().isEmpty()) {
            return Result.of("done");
        }
        return Ladder.left(Result.of(round.leftAfterNext() == 0 ? "done" : "more")
                .with(CallRound.CALLED, round.withNextCalled())
                .with(CallRound.CALLING, new Value.Text("")));
    }

    /** Follows the person's choice after a failed call; shows the call again if the choice isn't known. */
    private static Result goOn(Input input) {
        String way = input.facts().text(WAY);
        return Result.of(way != null && WAYS.contains(way) ? way : AGAIN);
    }
}
