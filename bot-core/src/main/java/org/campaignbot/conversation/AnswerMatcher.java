package org.campaignbot.conversation;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.conversation.Turn.Note;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.SaysYes;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/** Takes answers to the waiting question, and explains when it can't be answered any more. */
final class AnswerMatcher {

    /** An option by its place in the list. */
    private static final Pattern PLACE = Pattern.compile(
            "(?:(?:the|el|la|es|its|it is) )*(?:(?<first>first|1st|primer[oa]?)|(?<second>second|2nd|segund[oa])|(?<third>third|3rd|tercer[oa]?))(?: one| uno| una| de la lista| on the list)?");

    private static final Pattern PERSON = Pattern.compile("(\\P{Nd}+) \\(\\p{Lu}{2}[^)]*\\)");

    private static final int MOST_WORDS_WITH_A_NAME = 6;

    private static final int SHORTEST_NAME = 5;

    private final FlowRun flowRun;
    private final EntryPoints entryPoints;

    AnswerMatcher(FlowRun flowRun, EntryPoints entryPoints) {
        this.flowRun = flowRun;
        this.entryPoints = entryPoints;
    }

    /** Says something about the waiting question; a newcomer is greeted instead. */
    void waiting(String repair) {
        if (flowRun.asked() == null) {
            entryPoints.open("");
        } else {
            flowRun.enter(repair);
        }
    }

    /** The waiting question after drift; null if there is none, or if the drift has already been answered. */
    @Nullable
    Question question() {
        State.Asked asked = flowRun.asked();
        if (asked == null) {
            return null;
        }
        Drift drift =
                Drift.of(flowRun.pack(), asked.place().flow(), asked.place().step());
        if (drift instanceof Drift.Gone) {
            flowRun.note(Note.QUESTION_GONE);
            flowRun.enter(Repair.QUESTION_GONE);
            return null;
        }
        if (drift instanceof Drift.Moved moved) {
            flowRun.note(Note.QUESTION_MOVED);
            flowRun.enter(Repair.QUESTION_MOVED);
            flowRun.go(moved.flow(), new Target.ToStep(moved.step().name()), asked.place());
            return null;
        }
        Drift.Present present = drift instanceof Drift.Renamed renamed
                ? new Drift.Present(renamed.flow(), renamed.step())
                : (Drift.Present) drift;
        State.Place place = new State.Place(
                present.flow().name(), present.step().name(), asked.place().returns());
        return new Question(present.flow(), present.step(), place, asked.shape());
    }

    /** Takes words as an answer, by number, label or other words, with or without courtesies; returns false if they match none. */
    boolean answered(Question question, String text) {
        String bare = Courtesies.without(text);
        return answeredPlainly(question, text) || (!bare.equals(text) && answeredPlainly(question, bare));
    }

    private boolean answeredPlainly(Question question, String text) {
        String folded = Fold.fold(text);
        int number = Question.number(text);
        if (question.shape().isHidden()) {
            return entered(question, text) || (number >= 1 && shownAgain());
        }
        List<Option> options = flowRun.options(question.flow(), question.step());
        if (number >= 1 && number <= question.shape().options()) {
            // Don't guess options that are no longer held: asking again explains why they are gone.
            if (options.size() == question.shape().options()) {
                take(question, options.get(number - 1));
            } else {
                changed(question);
            }
            return true;
        }
        for (Option option : options) {
            if (Fold.fold(option.label()).equals(folded)) {
                if (question.ask().expect() != null
                        && flowRun.tellsPlace(question.expect().kind())) {
                    flowRun.notePlace();
                }
                take(question, option);
                return true;
            }
        }
        Option meant = optionMeant(options, folded);
        if (meant != null) {
            take(question, meant);
            return true;
        }
        if (entered(question, text)) {
            return true;
        }
        String answer = question.answerTo(text);
        if (answer == null && SaysYes.only(text)) {
            answer = question.yes(false);
        }
        if (answer == null && options.size() == 1 && isOneMeaning(question) && SaysYes.only(text)) {
            take(question, options.get(0));
            return true;
        }
        if (answer == null) {
            return false;
        }
        take(question, answer);
        return true;
    }

    /** The option that words mean by its place or by a name that only it has: "el segundo", "i think ciscomani"; null if none. */
    private static @Nullable Option optionMeant(List<Option> options, String folded) {
        Matcher place = PLACE.matcher(folded);
        int number = place.matches() ? place.group("first") != null ? 1 : place.group("second") != null ? 2 : 3 : 0;
        if (number > 0) {
            return number <= options.size() ? options.get(number - 1) : null;
        }
        List<String> words = List.of(folded.split(" ", -1));
        List<Option> named = words.size() > MOST_WORDS_WITH_A_NAME
                ? List.of()
                : options.stream()
                        .filter(option -> names(option).anyMatch(words::contains))
                        .toList();
        return named.size() == 1 ? named.get(0) : null;
    }

    /** The names of a person whom an option offers, as "Juan Ciscomani (AZ-6)" does; none for any other option. */
    private static Stream<String> names(Option option) {
        Matcher person = PERSON.matcher(option.label());
        return person.matches()
                ? Stream.of(Fold.fold(person.group(1)).split(" ", -1)).filter(word -> word.length() >= SHORTEST_NAME)
                : Stream.empty();
    }

    private static boolean isOneMeaning(Question question) {
        return question.flow().name().equals(Repair.DID_YOU_MEAN)
                && question.step().name().equals(Repair.ONE_MEANING);
    }

    /** Takes a text that begins with a yes and means nothing else, if the question can be answered so; returns false if not. */
    boolean agreed(Question question, String text) {
        String answer = SaysYes.first(text) ? question.yes(true) : null;
        if (answer == null) {
            return false;
        }
        take(question, answer);
        return true;
    }

    /** Takes the number or the label of a button that enters a flow, if it stands below the last message. */
    private boolean entered(Question question, String text) {
        String flow = question.shape().entry(Question.number(text), text);
        if (flow == null || flowRun.pack().flow(flow) == null) {
            return false;
        }
        entryPoints.enter(flow);
        return true;
    }

    /** Shows the question again that a number was meant for, in a pack that can. */
    private boolean shownAgain() {
        boolean can = flowRun.pack().flow(Repair.WHERE_WE_WERE) != null;
        if (can) {
            flowRun.enter(Repair.WHERE_WE_WERE);
        }
        return can;
    }

    /** Takes an option. */
    void take(Question question, Option option) {
        if (!flowRun.gather(question.flow(), question.step(), question.place())) {
            return;
        }
        Ask.Options options = Objects.requireNonNull(question.ask().options());
        Value value = option.value();
        if (value != null) {
            flowRun.keep(options.keep(), value);
        }
        flowRun.took(question.place(), "options");
        if (question.flow().name().equals(Repair.DID_YOU_MEAN)
                || question.flow().name().equals(Repair.CLOSED_ACTION)) {
            flowRun.leave(Repair.DID_YOU_MEAN);
            flowRun.enter(EntryPoints.destination(option.name()));
            return;
        }
        flowRun.go(question.flow(), options.then(), question.place());
    }

    /** Takes words that a question expects. */
    void takeWords(Question question, String text) {
        flowRun.keepOwn(question.expect().keep(), text);
        flowRun.go(question.flow(), question.expect().then(), question.place());
    }

    /** Takes an answer by its name. */
    void take(Question question, String answerName) {
        if (answerName.equals(Prompt.MENU_ANSWER)) {
            flowRun.go(null, new Target.Menu(), null);
            return;
        }
        for (Answer answer : question.ask().answers()) {
            if (answer.name().equals(answerName)) {
                if (!flowRun.gather(question.flow(), question.step(), question.place())) {
                    return;
                }
                if (!question.shape().isHidden() && !flowRun.shape(question).offersAs(question.shape())) {
                    flowRun.note(Note.QUESTION_REWORDED);
                }
                flowRun.took(question.place(), answerName);
                flowRun.act(answer.operations());
                flowRun.go(question.flow(), answer.then(), question.place());
                return;
            }
        }
        changed(question);
    }

    /**
     * Takes a press that doesn't depend on the waiting question: on a button that carries a value, that belongs to a question
     * which doesn't wait, or that only leads to another flow. Returns false for every other press.
     */
    boolean takesAtAnyTime(Event.Pressed pressed) {
        Flow flow = flowRun.pack().flow(pressed.flow());
        Step step = flow == null ? null : flow.steps().get(pressed.step());
        Answer answer = step == null || step.ask() == null
                ? null
                : step.ask().answers().stream()
                        .filter(each -> each.name().equals(pressed.named()))
                        .findFirst()
                        .orElse(null);
        if (flow == null || step == null || answer == null) {
            return false;
        }
        Ask.Manner manner = Objects.requireNonNull(step.ask()).manner();
        State.Asked asked = flowRun.asked();
        State.Place waiting = asked != null && asked.place().isAt(flow.name(), step.name()) ? asked.place() : null;
        State.Place place = waiting == null ? new State.Place(flow.name(), step.name(), List.of()) : waiting;
        if (manner.carries() != null && pressed.carried() != null) {
            takeCarrying(manner.carries(), pressed.carried(), flow, step, answer, place);
            return true;
        } else if (waiting == null && (!manner.waits() || onlyNavigates(answer))) {
            flowRun.took(place, answer.name());
            flowRun.act(answer.operations());
            flowRun.go(flow, answer.then(), place);
            return true;
        }
        return false;
    }

    /** Whether an answer does nothing but lead to a flow or the menu, so that its button never expires. */
    private static boolean onlyNavigates(Answer answer) {
        return answer.operations().isEmpty()
                && (answer.then() instanceof Target.ToFlow || answer.then() instanceof Target.Menu);
    }

    /** Takes an answer about the value that its button carries; if the step no longer knows that value, the button is too old. */
    private void takeCarrying(String fact, String value, Flow flow, Step step, Answer answer, State.Place place) {
        flowRun.keep(fact, new Value.Text(value));
        if (!flowRun.gather(flow, step, place)) {
            return;
        }
        if (!value.equals(flowRun.text(fact))) {
            flowRun.note(Note.OLD_BUTTON);
            flowRun.enter(Repair.OLD_BUTTON);
            return;
        }
        flowRun.took(place, answer.name());
        flowRun.act(answer.operations());
        flowRun.go(flow, answer.then(), place);
    }

    /** Asks again because this answer is no longer offered; if the step itself explains why it can't ask, only the step speaks. */
    void changed(Question question) {
        if (flowRun.gather(question.flow(), question.step(), question.place())) {
            flowRun.enter(Repair.QUESTION_CHANGED);
        }
    }

    /** Whether the list that stood before the answers is gone, so that its labels look like any other words. */
    boolean listIsGone(Question question) {
        return question.shape().options() > 0
                && flowRun.options(question.flow(), question.step()).isEmpty();
    }
}
