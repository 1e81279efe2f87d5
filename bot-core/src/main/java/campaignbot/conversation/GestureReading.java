package campaignbot.conversation;

import campaignbot.conversation.Turn.Note;
import campaignbot.flow.Target;
import campaignbot.flow.Value;
import java.util.List;
import java.util.Locale;

/** Reads what people do without words: presses, positions, forms, invitations and what the bot can't read. */
final class GestureReading {

    private final Walk walk;
    private final Entrance entrance;
    private final Answering answering;
    private final Event event;

    GestureReading(Walk walk, Event event) {
        this.walk = walk;
        this.entrance = new Entrance(walk);
        this.answering = new Answering(walk);
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
            answering.waiting(Repair.UNREADABLE);
            return;
        }
        if (event instanceof Event.Redeemed refused) {
            entrance.tell(refused);
            return;
        }
        if (event instanceof Event.Contact) {
            answering.waiting(Repair.CONTACT_SHARED);
            return;
        }
        Question question = answering.question();
        if (question == null) {
            if (walk.asked() == null) {
                entrance.open("");
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
        if (entrance.accepts(invited.flow(), invited.id())) {
            invited.facts().forEach((fact, text) -> walk.keep(fact, new Value.Text(text)));
            entrance.introduce(invited.flow());
            walk.enter(invited.flow());
        } else {
            answering.waiting(Repair.OLD_BUTTON);
        }
    }

    private static String position(Event.Located located) {
        return String.format(Locale.ROOT, "%.5f,%.5f", located.latitude(), located.longitude());
    }

    private void readPress(Event.Pressed pressed) {
        if (pressed.named().equals(Offering.MENU_ANSWER)) {
            walk.go(null, new Target.Menu(), null);
            return;
        }
        if (pressed.step().equals(Event.Pressed.INVITATION) && entrance.accepts(pressed.flow(), pressed.answer())) {
            entrance.introduce(pressed.flow());
            walk.enter(pressed.flow());
            return;
        }
        if (pressed.step().equals(Event.Pressed.ENTRY) && walk.pack().flow(pressed.flow()) != null) {
            entrance.introduce(pressed.flow());
            walk.enter(pressed.flow());
            return;
        }
        State.Asked asked = walk.asked();
        if (asked == null || !asked.place().isAt(pressed.flow(), pressed.step())) {
            walk.note(Note.OLD_BUTTON);
            walk.enter(Repair.OLD_BUTTON);
            return;
        }
        Question question = answering.question();
        if (question == null) {
            return;
        }
        List<Option> options = walk.options(question.flow(), question.step());
        for (Option option : options) {
            if (pressed.named().equals(option.mark())) {
                answering.take(question, option);
                return;
            }
        }
        answering.take(question, pressed.named());
    }
}
