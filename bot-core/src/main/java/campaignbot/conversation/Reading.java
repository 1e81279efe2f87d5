package campaignbot.conversation;

import campaignbot.conversation.Turn.Note;
import campaignbot.flow.Answer;
import campaignbot.flow.Ask;
import campaignbot.flow.Flow;
import campaignbot.flow.Fold;
import campaignbot.flow.Target;
import campaignbot.flow.Value;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person did in the light of the question that waits.
 *
 * <p>The order is the promise: urgent help, stop, the budget, the answers of the question, words that start a flow (and more that it
 * takes), what the question expects, a free question, one that may mean a few things, and last an honest "not understood".
 */
final class Reading {

    private final Engine engine;
    private final Walk walk;
    private final Event event;

    Reading(Engine engine, Walk walk, Event event) {
        this.engine = engine;
        this.walk = walk;
        this.event = event;
    }

    void read() {
        String text = Input.clean(words());
        boolean readable = !text.isEmpty() && text.length() <= Input.LONGEST;
        Understanding.Meaning meaning = text.isEmpty()
                ? new Understanding.Nothing()
                : engine.understanding().read(readable ? text : text.substring(0, Input.LONGEST), walk.language());
        String linked = event instanceof Event.Opened opened ? walk.linked(opened.payload()) : null;
        Awaited awaited = new Awaited(engine, walk);
        boolean isWriting = readable && awaited.anyWords();
        if (event instanceof Event.Left) {
            walk.leave();
        } else if (event instanceof Event.Due due) {
            readDue(due);
        } else if (event instanceof Event.Answered answered) {
            readAnswered(answered);
        } else if (event instanceof Event.Unsaid) {
            askAgain();
        } else if (event instanceof Event.Redeemed redeemed && redeemed.isGranted()) {
            walk.tell(redeemed);
        } else if (meaning instanceof Understanding.Urgent urgent
                && (urgent.sure() || !(isWriting || awaited.explains(text, urgent)))) {
            walk.note(Note.URGENT);
            walk.enter(urgent.to());
            if (isWriting) {
                walk.keepOwn(Repair.ASIDE, text);
                walk.endMessage();
                walk.enter(Repair.SET_ASIDE);
            }
        } else if (linked != null && walk.isUrgent(linked)) {
            walk.note(Note.URGENT);
            walk.enter(linked);
        } else if (isStop(text, readable, linked) && !(isStopped() && engine.excess(walk.budget()) > 0)) {
            walk.note(Note.STOPPED);
            walk.enter(Repair.STOP);
        } else if (engine.excess(walk.budget()) > 0) {
            walk.note(Note.TOO_FAST);
            if (engine.excess(walk.budget()) == 1) {
                walk.enter(Repair.TOO_FAST);
            }
        } else if (event instanceof Event.Typed || event instanceof Event.Edited) {
            readTyped(text, readable, meaning);
        } else if (event instanceof Event.Opened opened) {
            walk.open(opened.payload());
        } else {
            readGesture(isWriting && meaning instanceof Understanding.Urgent);
        }
    }

    /** Whether somebody says stop, which is heard at any question and beyond the budget: the words alone, or the link. */
    private boolean isStop(String text, boolean readable, @Nullable String linked) {
        String flow = readable ? engine.flowHeard(Fold.fold(text), walk.language()) : linked;
        return Repair.STOP.equals(flow);
    }

    /** Whether stop has been said already and nothing since. */
    private boolean isStopped() {
        return walk.asked() != null && walk.asked().place().flow().equals(Repair.STOP);
    }

    private String words() {
        if (event instanceof Event.Typed typed) {
            return typed.text();
        }
        if (event instanceof Event.Submitted submitted) {
            return String.join(" ", new TreeMap<>(submitted.fields()).values());
        }
        return event instanceof Event.Edited edited ? edited.text() : "";
    }

    /** A reminder comes only where a talk goes on: nobody is reminded who said stop, was forgotten, or is waited for by nothing. */
    private void readDue(Event.Due due) {
        State.Asked asked = walk.asked();
        if (asked == null
                || asked.place().flow().equals(Repair.STOP)
                || walk.pack().flow(due.flow()) == null
                || walk.pack().flow(Repair.REMINDER) == null) {
            walk.note(Note.NOT_REMINDED);
        } else {
            walk.remind(due.flow());
        }
    }

    /** It comes by itself, so nobody hears it who said stop or was forgotten meanwhile; what a group does is about the group. */
    private void readAnswered(Event.Answered answered) {
        State.Asked asked = walk.asked();
        Flow flow = walk.pack().flow(answered.flow());
        boolean talks = asked != null && !asked.place().flow().equals(Repair.STOP);
        if (flow != null && (talks || flow.together())) {
            answered.facts().forEach((fact, text) -> walk.keep(fact, new Value.Text(text)));
            walk.enter(answered.flow());
        }
    }

    private void askAgain() {
        if (walk.asked() != null) {
            walk.enter(walk.pack().flow(Repair.ASK_AGAIN) == null ? Repair.WENT_WRONG : Repair.ASK_AGAIN);
        }
    }

    private void readTyped(String text, boolean readable, Understanding.Meaning meaning) {
        if (!readable) {
            waiting(text.isEmpty() ? Repair.EMPTY : Repair.TOO_LONG);
            return;
        }
        String folded = Fold.fold(text);
        String flow = engine.flowHeard(folded, walk.language());
        Question question = question();
        if (question == null && walk.asked() != null) {
            return;
        }
        if (question != null && answered(question, text, folded)) {
            return;
        }
        if (flow != null && (isCommand(text, folded) || !(question != null && isAnswer(question, flow)))) {
            walk.introduce(flow);
            walk.enter(flow);
        } else if (taken(text, folded)) {
            return;
        } else if (question != null && expected(question, text)) {
            notePlace(question);
            walk.keepOwn(question.expect().keep(), text);
            if (meaning instanceof Understanding.Urgent) {
                walk.speak(Repair.IN_DANGER);
            }
            walk.go(question.flow(), question.expect().then(), question.place());
        } else if (meaning instanceof Understanding.Clear clear) {
            walk.introduce(clear.to().flow());
            walk.enter(clear.to());
        } else if (meaning instanceof Understanding.Unsure unsure) {
            walk.note(Note.UNSURE);
            walk.introduce(Repair.DID_YOU_MEAN);
            walk.ask(unsure.likely());
        } else if (question == null) {
            walk.open("");
        } else if (question.ask().expect() != null && question.expect().otherwise() != null) {
            notePlace(question);
            walk.keepOwn(question.expect().keep(), text);
            walk.go(question.flow(), Objects.requireNonNull(question.expect().otherwise()), question.place());
        } else if (listIsGone(question)) {
            changed(question);
        } else {
            walk.note(Note.NOT_UNDERSTOOD);
            if (meaning instanceof Understanding.Nothing nothing
                    && !nothing.nearest().isEmpty()) {
                walk.countUnanswered(nothing.nearest());
            }
            walk.enter(Repair.NOT_UNDERSTOOD);
        }
    }

    private void readGesture(boolean mayBeDanger) {
        if (event instanceof Event.Pressed pressed) {
            readPress(pressed);
            return;
        }
        if (event instanceof Event.Invited invited) {
            readInvited(invited);
            return;
        }
        if (event instanceof Event.Unreadable) {
            waiting(Repair.UNREADABLE);
            return;
        }
        if (event instanceof Event.Redeemed refused) {
            walk.tell(refused);
            return;
        }
        if (event instanceof Event.Contact) {
            waiting(Repair.CONTACT_SHARED);
            return;
        }
        Question question = question();
        if (question == null) {
            if (walk.asked() == null) {
                walk.open("");
            }
        } else if (event instanceof Event.Located located) {
            if (question.ask().location() && question.ask().expect() != null) {
                walk.notePlace();
                walk.keepOwn(question.expect().keep(), position(located));
                walk.go(question.flow(), question.expect().then(), question.place());
            } else {
                walk.enter(Repair.UNASKED_POSITION);
            }
        } else if (event instanceof Event.Submitted submitted) {
            if (question.ask().form() != null && question.ask().expect() != null) {
                submitted.fields().forEach((name, value) -> walk.keepOwn(name, Input.clean(value)));
                if (mayBeDanger) {
                    walk.speak(Repair.IN_DANGER);
                }
                walk.go(question.flow(), question.expect().then(), question.place());
            } else {
                walk.enter(Repair.OLD_BUTTON);
            }
        }
    }

    private void readInvited(Event.Invited invited) {
        if (walk.accepts(invited.flow(), invited.id())) {
            invited.facts().forEach((fact, text) -> walk.keep(fact, new Value.Text(text)));
            walk.introduce(invited.flow());
            walk.enter(invited.flow());
        } else {
            waiting(Repair.OLD_BUTTON);
        }
    }

    private static String position(Event.Located located) {
        return String.format(Locale.ROOT, "%.5f,%.5f", located.latitude(), located.longitude());
    }

    private void readPress(Event.Pressed pressed) {
        if (pressed.named().equals(Walk.MENU_ANSWER)) {
            walk.go(null, new Target.Menu(), null);
            return;
        }
        if (pressed.step().equals(Event.Pressed.INVITATION) && walk.accepts(pressed.flow(), pressed.answer())) {
            walk.introduce(pressed.flow());
            walk.enter(pressed.flow());
            return;
        }
        if (pressed.step().equals(Event.Pressed.ENTRY) && walk.pack().flow(pressed.flow()) != null) {
            walk.introduce(pressed.flow());
            walk.enter(pressed.flow());
            return;
        }
        State.Asked asked = walk.asked();
        if (asked == null || !asked.place().isAt(pressed.flow(), pressed.step())) {
            walk.note(Note.OLD_BUTTON);
            walk.enter(Repair.OLD_BUTTON);
            return;
        }
        Question question = question();
        if (question == null) {
            return;
        }
        List<Value.Row> options = walk.options(question.flow(), question.step());
        for (Value.Row option : options) {
            if (pressed.named().equals(Walk.optionMark(option))) {
                take(question, option);
                return;
            }
        }
        take(question, pressed.named());
    }

    /** Says something about the waiting question; a newcomer is greeted instead. */
    private void waiting(String repair) {
        if (walk.asked() == null) {
            walk.open("");
        } else {
            walk.enter(repair);
        }
    }

    /** The question that waits, after drift; null where none waits or where the drift itself has been answered. */
    private @Nullable Question question() {
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

    private boolean answered(Question question, String text, String folded) {
        List<Value.Row> options = walk.options(question.flow(), question.step());
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
        for (Value.Row option : options) {
            if (Fold.fold(Walk.label(option)).equals(folded)) {
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

    /** Begins a flow by its words where more follow that it can take, as "remind me tomorrow at nine". */
    private boolean taken(String text, String folded) {
        Flow flow = new Awaited(engine, walk).taker(text, folded);
        if (flow == null) {
            return false;
        }
        Flow.Takes takes = Objects.requireNonNull(flow.takes());
        if (walk.tellsPlace(takes.kind())) {
            walk.notePlace();
        }
        walk.keepOwn(takes.keep(), text);
        walk.introduce(flow.name());
        walk.enter(flow.name());
        return true;
    }

    /** Notes that the words taken were meant for a place, even where it is not one that the bot knows. */
    private void notePlace(Question question) {
        if (question.ask().location() || walk.tellsPlace(question.expect().kind())) {
            walk.notePlace();
        }
    }

    private boolean expected(Question question, String text) {
        return question.ask().expect() != null
                && walk.recognizes(question.expect().kind(), text);
    }

    /** Whether a text is a command as platforms send it, behind a slash: nobody writes that into a letter. */
    private boolean isCommand(String text, String folded) {
        return text.startsWith("/") && walk.pack().profile().command(folded.replace(' ', '_')) != null;
    }

    /** Whether words that start a flow are taken for an answer here, since a letter may well say "schools". */
    private boolean isAnswer(Question question, String flow) {
        return question.ask().expect() != null
                && walk.takesAll(question.expect().kind())
                && !flow.equals(walk.pack().menu())
                && !Repair.COMMANDS.contains(flow);
    }

    private void take(Question question, Value.Row option) {
        if (!walk.gather(question.flow(), question.step(), question.place())) {
            return;
        }
        Ask.Options options = Objects.requireNonNull(question.ask().options());
        Value value = option.fields().get("value");
        if (value != null) {
            walk.keep(options.keep(), value);
        }
        walk.took(question.place(), "options");
        if (question.flow().name().equals(Repair.DID_YOU_MEAN)
                || question.flow().name().equals(Repair.CLOSED_ACTION)) {
            walk.enter(Walk.destination(Walk.optionName(option)));
            return;
        }
        walk.go(question.flow(), options.then(), question.place());
    }

    private void take(Question question, String answerName) {
        if (answerName.equals(Walk.MENU_ANSWER)) {
            walk.go(null, new Target.Menu(), null);
            return;
        }
        for (Answer answer : question.ask().answers()) {
            if (answer.name().equals(answerName)) {
                if (!walk.gather(question.flow(), question.step(), question.place())) {
                    return;
                }
                if (!walk.shape(question.flow(), question.step()).equals(question.shape())) {
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
    private void changed(Question question) {
        if (walk.gather(question.flow(), question.step(), question.place())) {
            walk.enter(Repair.QUESTION_CHANGED);
        }
    }

    /** Whether the list that stood before the answers is gone, so that its labels cannot be told from other words. */
    private boolean listIsGone(Question question) {
        return question.shape().options() > 0
                && walk.options(question.flow(), question.step()).isEmpty();
    }
}
