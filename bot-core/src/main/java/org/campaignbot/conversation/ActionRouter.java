package org.campaignbot.conversation;

import java.util.List;
import java.util.Locale;
import org.campaignbot.conversation.Turn.Note;
import org.campaignbot.flow.Target;

/** Reads what people do without words: presses, positions, forms, invitations and what the bot can't read. */
final class ActionRouter {

    private final FlowRun flowRun;
    private final EntryPoints entryPoints;
    private final AnswerMatcher answerMatcher;
    private final Event event;

    ActionRouter(FlowRun flowRun, Event event) {
        this.flowRun = flowRun;
        this.entryPoints = new EntryPoints(flowRun);
        this.answerMatcher = new AnswerMatcher(flowRun);
        this.event = event;
    }

    void read(boolean mayBeDanger) {
        if (event instanceof Event.Pressed pressed) {
            readPress(pressed);
            return;
        }
        if (event instanceof Event.Invited invited) {
            readInvited(invited);
            return;
        }
        if (event instanceof Event.Unreadable) {
            answerMatcher.waiting(Repair.UNREADABLE);
            return;
        }
        if (event instanceof Event.Redeemed refused) {
            entryPoints.tell(refused);
            return;
        }
        if (event instanceof Event.Contact) {
            answerMatcher.waiting(Repair.CONTACT_SHARED);
            return;
        }
        Question question = answerMatcher.question();
        if (question == null) {
            if (flowRun.asked() == null) {
                entryPoints.open("");
            }
        } else if (event instanceof Event.Located located) {
            if (question.ask().location() && question.ask().expect() != null) {
                flowRun.notePlace();
                flowRun.keepOwn(question.expect().keep(), position(located));
                flowRun.go(question.flow(), question.expect().then(), question.place());
            } else {
                flowRun.enter(Repair.UNASKED_POSITION);
            }
        } else if (event instanceof Event.Submitted submitted) {
            if (question.ask().form() != null && question.ask().expect() != null) {
                submitted.fields().forEach((name, value) -> flowRun.keepOwn(name, Input.clean(value)));
                if (mayBeDanger) {
                    flowRun.speak(Repair.IN_DANGER);
                }
                flowRun.go(question.flow(), question.expect().then(), question.place());
            } else {
                flowRun.enter(Repair.OLD_BUTTON);
            }
        }
    }

    private void readInvited(Event.Invited invited) {
        if (entryPoints.accepts(invited.flow(), invited.id())) {
            invited.facts().forEach(flowRun::keep);
            entryPoints.introduce(invited.flow());
            flowRun.enter(invited.flow());
        } else {
            answerMatcher.waiting(Repair.OLD_BUTTON);
        }
    }

    private static String position(Event.Located located) {
        return String.format(Locale.ROOT, "%.5f,%.5f", located.latitude(), located.longitude());
    }

    private void readPress(Event.Pressed pressed) {
        if (pressed.named().equals(Prompt.MENU_ANSWER)) {
            flowRun.go(null, new Target.Menu(), null);
            return;
        }
        if (pressed.step().equals(Event.Pressed.INVITATION) && entryPoints.accepts(pressed.flow(), pressed.answer())) {
            entryPoints.introduce(pressed.flow());
            flowRun.enter(pressed.flow());
            return;
        }
        if (pressed.step().equals(Event.Pressed.ENTRY) && flowRun.pack().flow(pressed.flow()) != null) {
            entryPoints.introduce(pressed.flow());
            flowRun.enter(pressed.flow());
            return;
        }
        State.Asked asked = flowRun.asked();
        if (asked == null || !asked.place().isAt(pressed.flow(), pressed.step())) {
            flowRun.note(Note.OLD_BUTTON);
            flowRun.enter(Repair.OLD_BUTTON);
            return;
        }
        Question question = answerMatcher.question();
        if (question == null) {
            return;
        }
        List<Option> options = flowRun.options(question.flow(), question.step());
        for (Option option : options) {
            if (pressed.named().equals(option.mark())) {
                answerMatcher.take(question, option);
                return;
            }
        }
        answerMatcher.take(question, pressed.named());
    }
}
