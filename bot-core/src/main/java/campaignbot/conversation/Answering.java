package campaignbot.conversation;

import campaignbot.conversation.Turn.Note;
import campaignbot.flow.Answer;
import campaignbot.flow.Ask;
import campaignbot.flow.Fold;
import campaignbot.flow.Target;
import campaignbot.flow.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes answers to the waiting question, and explains when it can't be answered any more. */
final class Answering {

    private final Walk walk;
    private final Entrance entrance;

    Answering(Walk walk) {
        this.walk = walk;
        this.entrance = new Entrance(walk);
    }

    /** Says something about the waiting question; a newcomer is greeted instead. */
    void waiting(String repair) {
        if (walk.asked() == null) {
            entrance.open("");
        } else {
            walk.enter(repair);
        }
    }

    /** The waiting question after drift; null if there is none, or if the drift has already been answered. */
    @Nullable
    Question question() {
        State.Asked asked = walk.asked();
        if (asked == null) {
            return null;
        }
        Drift drift = Drift.of(walk.pack(), asked.place().flow(), asked.place().step());
        if (drift instanceof Drift.Gone) {
            walk.note(Note.QUESTION_GONE);
            walk.enter(Repair.QUESTION_GONE);
            return null;
        }
        if (drift instanceof Drift.Moved moved) {
            walk.note(Note.QUESTION_MOVED);
            walk.enter(Repair.QUESTION_MOVED);
            walk.go(moved.flow(), new Target.ToStep(moved.step().name()), asked.place());
            return null;
        }
        Drift.Present present = drift instanceof Drift.Renamed renamed
                ? new Drift.Present(renamed.flow(), renamed.step())
                : (Drift.Present) drift;
        State.Place place = new State.Place(
                present.flow().name(), present.step().name(), asked.place().returns());
        return new Question(present.flow(), present.step(), place, asked.shape());
    }

    /** Takes words as an answer, by number, label or other words; returns false if they match none. */
    boolean answered(Question question, String text, String folded) {
        List<Option> options = walk.options(question.flow(), question.step());
        int number = Question.number(folded);
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
                take(question, option);
                return true;
            }
        }
        String answer = question.answerTo(text, folded, walk.pack().languages());
        if (answer == null) {
            return false;
        }
        take(question, answer);
        return true;
    }

    /** Takes an option. */
    void take(Question question, Option option) {
        if (!walk.gather(question.flow(), question.step(), question.place())) {
            return;
        }
        Ask.Options options = Objects.requireNonNull(question.ask().options());
        Value value = option.value();
        if (value != null) {
            walk.keep(options.keep(), value);
        }
        walk.took(question.place(), "options");
        if (question.flow().name().equals(Repair.DID_YOU_MEAN)
                || question.flow().name().equals(Repair.CLOSED_ACTION)) {
            walk.enter(Entrance.destination(option.name()));
            return;
        }
        walk.go(question.flow(), options.then(), question.place());
    }

    /** Takes an answer by its name. */
    void take(Question question, String answerName) {
        if (answerName.equals(Offering.MENU_ANSWER)) {
            walk.go(null, new Target.Menu(), null);
            return;
        }
        for (Answer answer : question.ask().answers()) {
            if (answer.name().equals(answerName)) {
                if (!walk.gather(question.flow(), question.step(), question.place())) {
                    return;
                }
                if (!walk.shape(question).equals(question.shape())) {
                    walk.note(Note.QUESTION_REWORDED);
                }
                walk.took(question.place(), answerName);
                walk.act(answer.deeds());
                walk.go(question.flow(), answer.then(), question.place());
                return;
            }
        }
        changed(question);
    }

    /** Asks again because this answer is no longer offered; if the step itself explains why it can't ask, only the step speaks. */
    void changed(Question question) {
        if (walk.gather(question.flow(), question.step(), question.place())) {
            walk.enter(Repair.QUESTION_CHANGED);
        }
    }

    /** Whether the list that stood before the answers is gone, so that its labels look like any other words. */
    boolean listIsGone(Question question) {
        return question.shape().options() > 0
                && walk.options(question.flow(), question.step()).isEmpty();
    }
}
