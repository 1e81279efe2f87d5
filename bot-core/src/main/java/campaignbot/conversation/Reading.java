package campaignbot.conversation;

import campaignbot.conversation.Turn.Note;
import campaignbot.flow.Flow;
import campaignbot.flow.Fold;
import campaignbot.flow.Value;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person did in light of the waiting question.
 *
 * <p>The order matters: urgent help, stop, the budget, answers to the question, words that start a flow (and extra words it
 * takes), what the question expects, a free question, one that may mean a few things, and last an honest "not understood".
 */
final class Reading {

    private final Engine engine;
    private final Walk walk;
    private final Entrance entrance;
    private final Event event;

    Reading(Engine engine, Walk walk, Event event) {
        this.engine = engine;
        this.walk = walk;
        this.entrance = new Entrance(walk);
        this.event = event;
    }

    void read() {
        String text = Input.clean(words());
        boolean readable = !text.isEmpty() && text.length() <= Input.LONGEST;
        Understanding.Meaning meaning = text.isEmpty()
                ? new Understanding.Nothing()
                : engine.understanding().read(readable ? text : text.substring(0, Input.LONGEST), walk.language());
        String linked = event instanceof Event.Opened opened ? entrance.linked(opened.payload()) : null;
        Awaited awaited = new Awaited(engine, walk);
        boolean isWriting = readable && awaited.anyWords();
        if (event instanceof Event.Left) {
            entrance.leave();
        } else if (event instanceof Event.Due due) {
            readDue(due);
        } else if (event instanceof Event.Answered answered) {
            readAnswered(answered);
        } else if (event instanceof Event.Unsaid) {
            askAgain();
        } else if (event instanceof Event.Redeemed redeemed && redeemed.isGranted()) {
            entrance.tell(redeemed);
        } else if (meaning instanceof Understanding.Urgent urgent
                && (urgent.sure() || !(isWriting || awaited.explains(text, urgent)))) {
            walk.note(Note.URGENT);
            walk.enter(urgent.to());
            if (isWriting) {
                walk.keepOwn(Repair.ASIDE, text);
                walk.endMessage();
                walk.enter(Repair.SET_ASIDE);
            }
        } else if (linked != null && entrance.isUrgent(linked)) {
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
            new TypedReading(engine, walk).read(text, readable, meaning);
        } else if (event instanceof Event.Opened opened) {
            entrance.open(opened.payload());
        } else {
            new GestureReading(walk, event).read(isWriting && meaning instanceof Understanding.Urgent);
        }
    }

    /** Whether somebody says stop, by words or link; it works at any question and beyond the budget. */
    private boolean isStop(String text, boolean readable, @Nullable String linked) {
        String flow = readable ? engine.flowHeard(Fold.fold(text), walk.language()) : linked;
        return Repair.STOP.equals(flow);
    }

    /** Whether the person said stop and has done nothing since. */
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

    /** Reads a due reminder. It is dropped if the person said stop, was forgotten, or has no waiting question. */
    private void readDue(Event.Due due) {
        State.Asked asked = walk.asked();
        if (asked == null
                || asked.place().flow().equals(Repair.STOP)
                || walk.pack().flow(due.flow()) == null
                || walk.pack().flow(Repair.REMINDER) == null) {
            walk.note(Note.NOT_REMINDED);
        } else {
            entrance.remind(due.flow());
        }
    }

    /**
     * Reads the result of an effect. It comes unprompted, so it is dropped if the person said stop or was forgotten in the
     * meantime; a flow that a group takes together is never dropped.
     */
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
}
