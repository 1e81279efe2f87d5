package org.campaignbot.calls;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;
import org.campaignbot.lookup.NearbyOffices;
import org.campaignbot.lookup.SeatRows;
import org.campaignbot.people.Language;

/**
 * The steps of a round of calls: who to call next, at which number, and what to do after each call.
 *
 * <p>{@link ReportSteps} records what the person reports about a call.
 */
public final class CallSteps {

    /** The fact with the row of the senator on the screen. */
    static final String SENATOR = "senator";

    /** The number of lawmakers to call whose names are known. */
    private static final String TOTAL = "call_total";

    /** The fact with the language of the script, {@code en} or {@code es}, if the person chose one. */
    private static final String SCRIPT_IN = "script_in";

    static final String SCRIPT = "call_script";

    static final Value NO_CARD = new Value.Text("");

    private final Supplier<Directory> directory;

    private CallSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** The id of the seat of a call card, such as {@code NY-S1}, from the value that its buttons carry. */
    public static String seatOf(String carried) {
        return CallRound.seatOf(carried);
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        CallSteps steps = new CallSteps(directory);
        return List.of(
                new JavaStep(
                        "call.prepare",
                        "Finds the lawmaker to call next, at which office, and whether it is open.",
                        CallRound.factsAnd("ladder", "nearby", "rung", "script_in", Home.PLACE),
                        Set.of("ready", "delegate", "nobody", "over", "missing", NumberCall.OUTCOME),
                        StepValue.of(
                                "senator{" + SeatRows.HELD + "} call_script=en|en-away|es|es-away",
                                NumberCall.CALLEE + "=lawmaker|number own_number{" + OwnNumber.FIELDS + "}",
                                CallTarget.NOTATION + " call_number:count call_total:count left:count",
                                "open_seats[" + SeatRows.OPEN + "] delegate{" + SeatRows.SEAT
                                        + "} delegate_listed=yes|no seats_are=unknown|vacant delegate_offices[city phone:phone]",
                                "tables_as_of:day called calling card_seat ladder rung new_map=no|yes",
                                "office{kind=dc|office listed=yes|no|new phone?@kind=office:phone city?@kind=office by?",
                                "district?@by=district|district-next|place|place-next|table listed_hours[words]",
                                "corrected?=yes corrected_on?@corrected=yes:day}",
                                "hours good_time{instant zone when:moment}"),
                        NumberCall.or(NumberCall::of, NumberCall::prepare, steps::prepare)),
                new JavaStep(
                        "call.open",
                        "Opens the card whose button was pressed. Otherwise says whether a card is open, or its term is over.",
                        CallRound.factsAnd("ladder", "rung"),
                        Set.of("open", "over", "none", "missing"),
                        StepValue.of(NumberCall.GIVES + " calling card_seat ladder rung"),
                        NumberCall.or(NumberCall::of, NumberCall::open, steps::open)),
                new JavaStep(
                                "call.named",
                                "Opens the card of the lawmaker whom typed words name, or of the other one of two, or says that the open"
                                        + " card's question waits.",
                                CallRound.factsAnd("ladder", "rung", Facts.TYPED, Facts.WAITING_FLOW, Home.PLACE),
                                Set.of("named", "waiting", "none"),
                                StepValue.of("calling card_seat ladder rung"),
                                steps::named)
                        .with("flow", "another=no|yes"),
                new JavaStep(
                        "call.shown",
                        "Says whether the card of a call is on the screen.",
                        Set.of("calling"),
                        Set.of("shown", "none"),
                        List.of(),
                        input -> Result.of(
                                input.facts().textOrEmpty(CallRound.CALLING).isEmpty() ? "none" : "shown")),
                new JavaStep(
                        "call.left",
                        "Says whether a lawmaker is left to call, and lists who is; if nobody is, the seats whose holder isn't known.",
                        CallRound.FACTS,
                        Set.of("some", "nobody", "missing"),
                        StepValue.of("left_seats[" + SeatRows.HELD + "] open_seats[" + SeatRows.OPEN + "]"),
                        steps::left),
                new JavaStep(
                        "call.climb",
                        "Moves to the next way to reach the same lawmaker: another office, then voicemail, then a letter.",
                        CallRound.factsAnd("ladder", "nearby", "rung"),
                        Set.of(Ladder.OFFICE, Ladder.VOICEMAIL, Ladder.WRITE, "missing"),
                        StepValue.of("calling card_seat ladder rung"),
                        steps::climb),
                new JavaStep(
                        "call.done",
                        "Notes that the lawmaker was called, and says whether another is left, or another's card is open.",
                        CallRound.FACTS,
                        Set.of("more", "done", "back"),
                        StepValue.of(
                                NumberCall.GIVES + " " + CallTarget.NOTATION,
                                "called calling card_seat ladder rung call_total:count house_member=known|unknown|new-map"),
                        NumberCall.or(NumberCall::of, NumberCall::finish, steps::finish)),
                new JavaStep(
                        "call.target",
                        "Says who the campaign's call is for, and what to ask the person for: any place, or their district.",
                        Set.of("home", Facts.TYPED),
                        Set.of("place", "district"),
                        StepValue.of(
                                CallTarget.NOTATION + " purpose=senate|house|district",
                                "own_number?{office} representative?{" + SeatRows.HELD
                                        + "} representative_is?=own|named"),
                        steps::target),
                new JavaStep(
                        "call.who",
                        "Says who the campaign's call is for, for words that differ.",
                        Set.of(),
                        Set.of("known"),
                        StepValue.of(CallTarget.NOTATION),
                        input -> Result.of("known")
                                .with(
                                        CallTarget.VALUE,
                                        CallTarget.of(input.facts(), EasternTime.dateAt(input.now()))
                                                .value())),
                new JavaStep(
                        "call.switch",
                        "Switches the script between English and Spanish.",
                        Set.of("script_in"),
                        Set.of("switched"),
                        StepValue.of("script_in=en|es"),
                        CallSteps::switchScript));
    }

    /** Says who to call next, at which office, and whether it's open. */
    private Result prepare(Input input) {
        Directory tables = directory.get();
        CallRound round = CallRound.of(input, tables);
        if (round == null) {
            return Result.of("missing");
        } else if (round.isOver()) {
            return round.over("over");
        }
        Value asOf = new Value.Day(tables.asOf());
        if (round.delegate().isPresent()) {
            Seat seat = round.delegate().get();
            return Result.of("delegate")
                    .with("delegate", SeatRows.of(seat))
                    .with(
                            "delegate_listed",
                            Value.Text.yesNo(
                                    seat.holder().flatMap(Lawmaker::phone).isPresent()))
                    .with(
                            "delegate_offices",
                            seat.holder()
                                    .map(delegate -> NearbyOffices.rows(delegate, tables))
                                    .orElseGet(() -> new Value.Rows(List.of())))
                    .with(
                            "tables_as_of",
                            seat.holder().flatMap(Lawmaker::phone).isPresent()
                                    ? asOf
                                    : new Value.Day(tables.namesAsOf()));
        }
        Result result = Result.of(round.next().isEmpty() ? "nobody" : "ready")
                .with(CallTarget.VALUE, round.target().value())
                .with("open_seats", SeatRows.of(round.unfilled()))
                .with("seats_are", new Value.Text(round.isVacant() ? "vacant" : "unknown"))
                .with("new_map", Value.Text.yesNo(isNewMapMissing(input, tables)))
                .with("tables_as_of", asOf);
        return round.next()
                .map(seat -> call(seat, round, input, tables, result))
                .orElse(result);
    }

    /** Whether the person's representative can't be named because the map of the new Congress isn't here. */
    private static boolean isNewMapMissing(Input input, Directory tables) {
        String home = Home.of(input.facts(), tables);
        return home != null && !tables.mapServes(Home.state(home), EasternTime.dateAt(input.now()));
    }

    /** Whether the person's representative is in the round, where the call is for both chambers; if not, why. */
    private static String houseMember(CallRound round, Input input, Directory tables) {
        return round.hasHouseSeat() ? "known" : isNewMapMissing(input, tables) ? "new-map" : "unknown";
    }

    /** Adds who to call, and where, to the result. A press on an older card leaves open what was open. */
    private static Result call(Seat seat, CallRound round, Input input, Directory tables, Result result) {
        Ladder ladder = Ladder.of(seat, input, tables);
        Result ready = result.with(SENATOR, SeatRows.of(seat))
                .with("call_number", new Value.Count(round.number(seat)))
                .with(TOTAL, new Value.Count(round.sitting().size()))
                .with("left", new Value.Count(round.leftAfterNext()))
                .with(SCRIPT, new Value.Text(script(seat, input, tables)));
        Result shown = ladder.withOffice(ready, input, tables);
        if (ladder.phone().isEmpty()) {
            // That there's no number is as new as the name.
            shown = shown.with("tables_as_of", new Value.Day(tables.namesAsOf()));
        }
        if (CallRound.isPressed(seat, input.facts())) {
            return shown;
        }
        return ladder.keptIn(shown.with(CallRound.CALLING, CallRound.card(seat))
                .with(CallRound.CALLED, round.calledSoFar())
                .with(CallRound.CARD, ladder.card()));
    }

    /** Opens the card whose button was pressed: what the person types from now on is about that senator. */
    private Result open(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        if (round == null) {
            return Result.of("missing");
        } else if (round.isOver()) {
            return round.over("over");
        }
        Optional<Seat> pressed = round.next().filter(seat -> CallRound.isPressed(seat, input.facts()));
        if (pressed.isPresent()) {
            return Ladder.of(pressed.get(), input, directory.get())
                    .keptIn(CallRound.opening(pressed.get(), Result.of("open")));
        }
        return Result.of(round.open().isPresent() ? "open" : "none");
    }

    private Result left(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        return round == null
                ? Result.of("missing")
                : Result.of(round.isDone() ? "nobody" : "some")
                        .with("left_seats", SeatRows.of(round.left()))
                        .with("open_seats", SeatRows.of(round.unfilled()));
    }

    /**
     * Opens the card of whom somebody asks for by name, whoever's card waits: "cornyn, el número de cornyn". Whoever only says that
     * they're calling now has the card before them: {@code waiting}, if the question of {@code flow} waits. With {@code another},
     * the card that's open already doesn't count.
     */
    private Result named(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        if (round == null || round.isOver()) {
            return Result.of("none");
        }
        // A place that was found in this turn has just brought the card: "07055, but quick, I'm on my break".
        boolean isShown = "".equals(input.facts().text(Home.PLACE))
                || Objects.equals(
                        input.facts().text(Facts.WAITING_FLOW), input.with().get("flow"));
        boolean isWaiting = round.open().isPresent() && input.facts().text(Facts.TYPED) != null && isShown;
        // "That's McCormick. I said Fetterman" names two, and one of them was mentioned.
        return round.asked(typed(input))
                .or(() -> Optional.ofNullable(input.facts().text(Home.PLACE)).flatMap(round::asked))
                .filter(seat -> !"yes".equals(input.with().get("another")) || !round.isOpen(seat))
                .map(seat ->
                        Ladder.of(seat, input, directory.get()).keptIn(CallRound.opening(seat, Result.of("named"))))
                .orElseGet(() -> Result.of(isWaiting ? "waiting" : "none"));
    }

    /** Says whether what somebody typed about a call is about an open card, or one that they named. */
    static Result about(CallRound round, Input input) {
        if (round.isOver()) {
            return round.over("over");
        }
        boolean isKnown = round.isTold() || (round.open().isPresent() && !round.isUnclear());
        return Result.of(isKnown ? "open" : isCounted(round, input) ? "counted" : "none");
    }

    /** Whether no card is open because everybody to call was reached: "yes I already called him and told you that". */
    private static boolean isCounted(CallRound round, Input input) {
        List<CallReport> reports = CallReport.all(input.facts());
        return round.open().isEmpty()
                && !round.sitting().isEmpty()
                && round.sitting().stream()
                        .allMatch(
                                seat -> CallReport.reaching(seat.id(), reports).isPresent());
    }

    /** The language of the call script, and whether it's the one for people this senator represents. */
    private static String script(Seat seat, Input input, Directory tables) {
        String home = Home.of(input.facts(), tables);
        PartyRound party = PartyRound.of(input);
        boolean isAway = party != null
                && party.isAimed()
                && !(home != null && Home.state(home).equals(seat.state()));
        String language = isInSpanish(input) ? "es" : "en";
        return isAway ? language + "-away" : language;
    }

    /** Moves to the next way to reach the same lawmaker. */
    private Result climb(Input input) {
        Directory tables = directory.get();
        return CallRound.ladder(input, tables)
                .map(ladder -> ladder.next(input.facts(), tables, EasternTime.dateAt(input.now()))
                        .map(next -> next.keptIn(CallRound.opening(
                                ladder.seat(),
                                Result.of(next.rung().equals(Ladder.VOICEMAIL) ? Ladder.VOICEMAIL : Ladder.OFFICE))))
                        .orElseGet(() -> Result.of(Ladder.WRITE)))
                .orElseGet(() -> Result.of("missing"));
    }

    /** Says who people call; for a House member, a state isn't enough. */
    private Result target(Input input) {
        LocalDate today = EasternTime.dateAt(input.now());
        Directory tables = directory.get();
        CallTarget target = CallTarget.of(input.facts(), today);
        Optional<District> district = CallTarget.district(input.facts(), tables, today);
        boolean isStateKnown = Home.of(input.facts(), tables) != null;
        Result result = Result.of(
                        target == CallTarget.HOUSE && isStateKnown && district.isEmpty() ? "district" : "place")
                .with(CallTarget.VALUE, target.value())
                .with("purpose", new Value.Text(target.purpose()));
        Optional<OwnNumber> number = OwnNumber.called(input.facts(), today);
        if (number.isPresent()) {
            result = result.with(OwnNumber.VALUE, number.get().office());
        }
        Result known = result;
        Optional<Seat> own = district.stream()
                .flatMap(each -> tables.seats(each, today).stream())
                .filter(seat -> seat.chamber() == Chamber.HOUSE && seat.holder().isPresent())
                .findFirst();
        // People who name one of the state's House members want that number, and may not know whether it's theirs. Of
        // two with one name,
        // neither is a guess to make.
        List<Seat> named = tables.houseMembers(typed(input), districts(input, tables), today);
        return named.stream()
                .filter(seat -> named.size() == 1)
                .findFirst()
                .or(() -> own)
                .map(seat -> known.with("representative", SeatRows.of(seat))
                        .with(
                                "representative_is",
                                new Value.Text(own.filter(seat::equals).isPresent() ? "own" : "named")))
                .orElse(known);
    }

    private static String typed(Input input) {
        return input.facts().textOrEmpty(Facts.TYPED);
    }

    private static List<District> districts(Input input, Directory tables) {
        String home = Home.of(input.facts(), tables);
        return home == null ? List.of() : tables.districts(Home.state(home));
    }

    /** Records that a lawmaker was called, and says whether another is left. */
    private Result finish(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        if (round == null || round.next().isEmpty()) {
            return Result.of("done");
        } else if (round.isOver()) {
            return round.over("more");
        }
        Seat called = round.next().get();
        boolean anotherIsOpen = OwnNumber.isCard(input.facts().text(CallRound.CALLING))
                || round.open().filter(seat -> !seat.equals(called)).isPresent();
        // A report on a senator's old card leaves the campaign's own number to call.
        boolean isLast = round.leftAfterNext() == 0 && round.target() != CallTarget.NUMBER;
        Result result = Result.of(anotherIsOpen ? "back" : isLast ? "done" : "more")
                .with(CallTarget.VALUE, round.target().value())
                .with(TOTAL, new Value.Count(round.sitting().size()))
                .with("house_member", new Value.Text(houseMember(round, input, directory.get())))
                .with(CallRound.CALLED, round.withNextCalled())
                .with(CallRound.CARD, NO_CARD);
        return anotherIsOpen ? result : Ladder.left(result.with(CallRound.CALLING, new Value.Text("")));
    }

    /** Whether the script is in Spanish: as the person chose, else by the language of the chat. */
    static boolean isInSpanish(Input input) {
        String wanted = input.facts().text(SCRIPT_IN);
        return wanted == null ? input.language().equals(Language.SPANISH) : wanted.equals(Language.SPANISH.code());
    }

    private static Result switchScript(Input input) {
        Language other = isInSpanish(input) ? Language.ENGLISH : Language.SPANISH;
        return Result.of("switched").with(SCRIPT_IN, new Value.Text(other.code()));
    }
}
