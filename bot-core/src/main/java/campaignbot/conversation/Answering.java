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

/** Takes answers of the question that waits, and says what has become of it where it cannot be answered any more. */
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

    /** The question that waits, after drift; null where none waits or where the drift itself has been answered. */
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

    /** Takes words for an answer, by their number, label or other words; returns false where they are none. */
    boolean answered(Question question, String text, String folded) {
        List<Option> options = walk.options(question.flow(), question.step());
        int number = Question.number(folded);
        if (number >= 1 && number <= question.shape().options()) {
            // Options that are no longer held must not be guessed: asking again tells why they are gone.
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

    /** Asks again because what was answered is not offered any more; where the step itself tells why it cannot ask, it alone speaks. */
    void changed(Question question) {
        if (walk.gather(question.flow(), question.step(), question.place())) {
            walk.enter(Repair.QUESTION_CHANGED);
        }
    }

    /** Whether the list that stood before the answers is gone, so that its labels cannot be told from other words. */
    boolean listIsGone(Question question) {
        return question.shape().options() > 0
                && walk.options(question.flow(), question.step()).isEmpty();
    }
}
