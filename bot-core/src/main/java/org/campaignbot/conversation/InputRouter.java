package org.campaignbot.conversation;

import java.util.TreeMap;
import org.campaignbot.conversation.Turn.Note;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person did in light of the waiting question.
 *
 * <p>The order matters: urgent help, stop, the budget, answers to the question, words that start a flow (and extra words it
 * takes), what the question expects, a free question, one that may mean a few things, and last an honest "not understood".
 */
final class InputRouter {

    private final Engine engine;
    private final FlowRun flowRun;
    private final EntryPoints entryPoints;
    private final Event event;

    InputRouter(Engine engine, FlowRun flowRun, Event event) {
        this.engine = engine;
        this.flowRun = flowRun;
        this.entryPoints = new EntryPoints(flowRun);
        this.event = event;
    }

    void read() {
        String text = Input.clean(words());
        boolean readable = !text.isEmpty() && text.length() <= Input.LONGEST;
        Understanding.Meaning meaning = text.isEmpty()
                ? new Understanding.Nothing()
                : engine.understanding().read(readable ? text : text.substring(0, Input.LONGEST), flowRun.language());
        String linked = event instanceof Event.Opened opened ? entryPoints.linked(opened.payload()) : null;
        ExpectedInput expectedInput = new ExpectedInput(engine, flowRun);
        boolean isWriting = readable && expectedInput.anyWords();
        if (event instanceof Event.Left) {
            entryPoints.leave();
        } else if (event instanceof Event.Due due) {
            readDue(due);
        } else if (event instanceof Event.Answered answered) {
            readAnswered(answered);
        } else if (event instanceof Event.Unsaid) {
            askAgain();
        } else if (event instanceof Event.Redeemed redeemed && redeemed.isGranted()) {
            entryPoints.tell(redeemed);
        } else if (meaning instanceof Understanding.Urgent urgent
                && (urgent.sure() || !(isWriting || expectedInput.explains(text, urgent)))) {
            flowRun.note(Note.URGENT);
            flowRun.enter(urgent.to());
            if (isWriting) {
                flowRun.keepOwn(Repair.ASIDE, text);
                flowRun.endMessage();
                flowRun.enter(Repair.SET_ASIDE);
            }
        } else if (linked != null && entryPoints.isUrgent(linked)) {
            flowRun.note(Note.URGENT);
            flowRun.enter(linked);
        } else if (isStop(text, readable, linked) && !(isStopped() && engine.excess(flowRun.budget()) > 0)) {
            flowRun.note(Note.STOPPED);
            flowRun.enter(Repair.STOP);
        } else if (engine.excess(flowRun.budget()) > 0) {
            flowRun.note(Note.TOO_FAST);
            if (engine.excess(flowRun.budget()) == 1) {
                flowRun.enter(Repair.TOO_FAST);
            }
        } else if (event instanceof Event.Typed || event instanceof Event.Edited) {
            new TextRouter(engine, flowRun).read(text, readable, meaning);
        } else if (event instanceof Event.Opened opened) {
            entryPoints.open(opened.payload());
        } else {
            new ActionRouter(flowRun, event).read(isWriting && meaning instanceof Understanding.Urgent);
        }
    }

    /** Whether somebody says stop, by words or link; it works at any question and beyond the budget. */
    private boolean isStop(String text, boolean readable, @Nullable String linked) {
        String flow = readable ? engine.flowHeard(Fold.fold(text), flowRun.language()) : linked;
        return Repair.STOP.equals(flow);
    }

    /** Whether the person said stop and has done nothing since. */
    private boolean isStopped() {
        return flowRun.asked() != null && flowRun.asked().place().flow().equals(Repair.STOP);
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
        State.Asked asked = flowRun.asked();
        if (asked == null
                || asked.place().flow().equals(Repair.STOP)
                || flowRun.pack().flow(due.flow()) == null
                || flowRun.pack().flow(Repair.REMINDER) == null) {
            flowRun.note(Note.NOT_REMINDED);
        } else {
            entryPoints.remind(due.flow());
        }
    }

    /**
     * Reads the result of an effect. It comes unprompted, so it is dropped if the person said stop or was forgotten in the
     * meantime; a flow that a group takes together is never dropped.
     */
    private void readAnswered(Event.Answered answered) {
        State.Asked asked = flowRun.asked();
        Flow flow = flowRun.pack().flow(answered.flow());
        boolean talks = asked != null && !asked.place().flow().equals(Repair.STOP);
        if (flow != null && (talks || flow.together())) {
            answered.facts().forEach(flowRun::keep);
            flowRun.enter(answered.flow());
        }
    }

    private void askAgain() {
        if (flowRun.asked() != null) {
            flowRun.enter(flowRun.pack().flow(Repair.ASK_AGAIN) == null ? Repair.WENT_WRONG : Repair.ASK_AGAIN);
        }
    }
}
