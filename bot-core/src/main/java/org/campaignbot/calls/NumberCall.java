package org.campaignbot.calls;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/**
 * A turn about one of the campaign's own numbers: the pressed card's, or else the one that the campaign's call is for.
 *
 * <p>It does what {@link CallSteps} and {@link ReportSteps} do about lawmakers, with no home to know and no next number to try.
 */
final class NumberCall {

    /** The outcome of a step that found such a number instead of a lawmaker. */
    static final String OUTCOME = "number";

    /** The fact that says what a step is about: {@code lawmaker} or {@code number}. */
    static final String CALLEE = "callee";

    /** What the steps after a call give: what they're about, and whose number it is if it's one. */
    static final String GIVES = CALLEE + "=lawmaker|number own_number{office}";

    /** A number's record has no time zone. When offices are open in this one, they're open all over the mainland. */
    private static final ZoneId WESTERNMOST = ZoneId.of("America/Los_Angeles");

    private final Input input;
    private final Optional<OwnNumber> number;
    private final boolean isPressed;

    private NumberCall(Input input, Optional<OwnNumber> number, boolean isPressed) {
        this.input = input;
        this.number = number;
        this.isPressed = isPressed;
    }

    /** The number that a turn is about; null if it's about a lawmaker. */
    static @Nullable NumberCall of(Input input) {
        String card = text(input, CallRound.CARD);
        if (OwnNumber.isCard(card)) {
            return new NumberCall(input, OwnNumber.onCard(card, input.facts()), true);
        } else if (!card.isEmpty() || PartyRound.of(input) != null) {
            return null;
        }
        return OwnNumber.called(input.facts(), today(input))
                .map(number -> new NumberCall(input, Optional.of(number), false))
                .orElse(null);
    }

    /** The number that was reported on last, or on the pressed card; null if that was a lawmaker. */
    static @Nullable NumberCall told(Input input) {
        String pressed = text(input, CallRound.CARD);
        List<CallReport> reports = CallReport.all(input.facts());
        String last = !pressed.isEmpty() || reports.isEmpty()
                ? pressed
                : reports.get(reports.size() - 1).seat();
        return OwnNumber.isCard(last)
                ? new NumberCall(input, OwnNumber.onCard(last, input.facts()), !pressed.isEmpty())
                : null;
    }

    /** The logic of a step that is about such a number or about lawmakers. */
    static Function<Input, Result> or(
            Function<Input, @Nullable NumberCall> find,
            Function<NumberCall, Result> ofNumber,
            Function<Input, Result> ofLawmakers) {
        return input -> {
            NumberCall call = find.apply(input);
            if (call == null) {
                return ofLawmakers.apply(input).with(CALLEE, new Value.Text("lawmaker"));
            }
            Result result = ofNumber.apply(call).with(CALLEE, new Value.Text("number"));
            return call.number.isEmpty() || result.facts().containsKey(OwnNumber.VALUE)
                    ? result
                    : result.with(OwnNumber.VALUE, call.number.get().office());
        };
    }

    /** Gathers what the card says. A press on an older card leaves open what was open. */
    Result prepare() {
        OfficeHours hours = new OfficeHours(WESTERNMOST, false);
        Result result = Result.of(OUTCOME)
                .with(CallTarget.VALUE, target())
                .with(CallSteps.SCRIPT, new Value.Text(CallSteps.isInSpanish(input) ? "es" : "en"))
                .with(
                        OfficeHours.GOOD_TIME,
                        OfficeHours.moment(
                                hours.goodTimeAfter(input.now(), WESTERNMOST).withZoneSameInstant(EasternTime.ZONE)));
        if (number.isEmpty()) {
            return result;
        }
        Result shown = result.with(OwnNumber.VALUE, number.get().row());
        return isPressed
                ? shown
                : shown.with(CallRound.CALLING, card(number.get())).with(CallRound.CARD, card(number.get()));
    }

    /** Opens the card whose button was pressed, or says whether the number's card is open. */
    Result open() {
        if (number.isEmpty()) {
            return lost("over");
        }
        return isPressed ? opening(number.get(), Result.of("open")) : Result.of(isOpen(number.get()) ? "open" : "none");
    }

    /** Says whether the call that was made is the campaign's only one, or another card is open or to come. */
    Result finish() {
        if (number.isEmpty()) {
            return lost("more");
        }
        boolean isCalled = OwnNumber.called(input.facts(), today(input))
                .filter(called -> called.card().equals(number.get().card()))
                .isPresent();
        String open = text(input, CallRound.CALLING);
        boolean anotherIsOpen = !open.isEmpty() && !isOpen(number.get());
        Result result = Result.of(anotherIsOpen ? "back" : isCalled ? "done" : "more")
                .with(CallTarget.VALUE, target())
                .with(CallRound.CARD, CallSteps.NO_CARD);
        return anotherIsOpen ? result : result.with(CallRound.CALLING, CallSteps.NO_CARD);
    }

    /** Records the outcome that a person reported; it counts under no seat. */
    Result report() {
        if (number.isEmpty()) {
            return lost("over");
        }
        OwnNumber told = number.get();
        List<CallReport> reports = CallReport.all(input.facts());
        Optional<CallReport> before = CallReport.about(told.card(), reports).filter(CallReport::isReached);
        if (before.isPresent() && !isOpen(told)) {
            return booked(Result.of("already")
                    .with(ReportSteps.REPORTED, new Value.Text(before.get().outcome())));
        }
        String outcome = Objects.requireNonNull(input.with().get("outcome"), "call.report needs an outcome");
        Result result = booked(Result.of("noted"))
                .with(ReportSteps.NUMBER, new Value.Text(told.phone()))
                .with(ReportSteps.REPORTED, new Value.Text(outcome))
                .with(
                        CallReport.FACT,
                        CallReport.with(new CallReport(input.now(), told.card(), told.phone(), outcome), reports));
        return CallReport.isReached(outcome) ? result.with(CallRound.CARD, card(told)) : opening(told, result);
    }

    /** Says whether we still remember the call that an answer is about. */
    Result said() {
        boolean isKnown = number.flatMap(each -> CallReport.about(each.card(), CallReport.all(input.facts())))
                .filter(report -> report.outcome().equals(CallReport.SPOKE))
                .isPresent();
        return isKnown ? booked(Result.of("known")) : Result.of("unknown");
    }

    /** Undoes the report on the pressed card, or else the last one, as {@link ReportSteps} does for a lawmaker's. */
    Result undo() {
        List<CallReport> reports = CallReport.all(input.facts());
        Optional<CallReport> last = number.flatMap(each -> CallReport.about(each.card(), reports));
        if (number.isEmpty() || last.isEmpty()) {
            return lost("nothing");
        }
        CallReport report = last.get();
        return opening(number.get(), booked(Result.of(report.undone(input.now()))))
                .with(ReportSteps.REPORTED, new Value.Text(report.outcome()))
                .with(CallReport.FACT, CallReport.without(report.seat(), reports))
                .with(ReportSteps.NUMBER, new Value.Text(report.number()));
    }

    private boolean isOpen(OwnNumber each) {
        return text(input, CallRound.CALLING).equals(each.card());
    }

    private Value target() {
        return CallTarget.of(input.facts(), today(input)).value();
    }

    /** A result after a press that isn't counted: no record has the card's number any more. */
    private static Result lost(String outcome) {
        return Result.of(outcome).with(CallRound.CARD, CallSteps.NO_CARD);
    }

    private static Result booked(Result result) {
        return result.with(ReportSteps.BOOKED, new Value.Text(ReportSteps.NO_SEAT));
    }

    /** A result after which the number's card is the open one, and no press counts any more. */
    private static Result opening(OwnNumber number, Result result) {
        return result.with(CallRound.CALLING, card(number)).with(CallRound.CARD, CallSteps.NO_CARD);
    }

    private static Value card(OwnNumber number) {
        return new Value.Text(number.card());
    }

    private static String text(Input input, String fact) {
        return input.facts().textOrEmpty(fact);
    }

    private static LocalDate today(Input input) {
        return EasternTime.dateAt(input.now());
    }
}
