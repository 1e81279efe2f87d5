package campaignbot.conversation;

import campaignbot.conversation.Turn.Note;
import campaignbot.flow.Flow;
import campaignbot.flow.Fold;
import java.util.Objects;

/** Reads words that aren't a cry for help, in the order that {@link Reading} sets out. */
final class TypedReading {

    private final Engine engine;
    private final Walk walk;
    private final Entrance entrance;
    private final Answering answering;

    TypedReading(Engine engine, Walk walk) {
        this.engine = engine;
        this.walk = walk;
        this.entrance = new Entrance(walk);
        this.answering = new Answering(walk);
    }

    void read(String text, boolean readable, Understanding.Meaning meaning) {
        if (!readable) {
            answering.waiting(text.isEmpty() ? Repair.EMPTY : Repair.TOO_LONG);
            return;
        }
        String folded = Fold.fold(text);
        String flow = engine.flowHeard(folded, walk.language());
        Question question = answering.question();
        if (question == null && walk.asked() != null) {
            return;
        }
        if (question != null && answering.answered(question, text, folded)) {
            return;
        }
        if (flow != null && (isCommand(text, folded) || !(question != null && isAnswer(question, flow)))) {
            entrance.introduce(flow);
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
            entrance.introduce(clear.to().flow());
            walk.enter(clear.to());
        } else if (meaning instanceof Understanding.Unsure unsure) {
            walk.note(Note.UNSURE);
            entrance.introduce(Repair.DID_YOU_MEAN);
            entrance.ask(unsure.likely());
        } else if (question == null) {
            entrance.open("");
        } else if (question.ask().expect() != null && question.expect().otherwise() != null) {
            notePlace(question);
            walk.keepOwn(question.expect().keep(), text);
            walk.go(question.flow(), Objects.requireNonNull(question.expect().otherwise()), question.place());
        } else if (answering.listIsGone(question)) {
            answering.changed(question);
        } else {
            walk.note(Note.NOT_UNDERSTOOD);
            if (meaning instanceof Understanding.Nothing nothing
                    && !nothing.nearest().isEmpty()) {
                walk.countUnanswered(nothing.nearest());
            }
            walk.enter(Repair.NOT_UNDERSTOOD);
        }
    }

    /** Starts a flow whose words are followed by more that it takes, such as "remind me tomorrow at nine". */
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
        entrance.introduce(flow.name());
        walk.enter(flow.name());
        return true;
    }

    /** Notes that the words were meant as a place, even if the bot doesn't know that place. */
    private void notePlace(Question question) {
        if (question.ask().location() || walk.tellsPlace(question.expect().kind())) {
            walk.notePlace();
        }
    }

    private boolean expected(Question question, String text) {
        return question.ask().expect() != null
                && walk.recognizes(question.expect().kind(), text);
    }

    /** Whether a text is a platform command with a slash, which wouldn't occur in a letter. */
    private boolean isCommand(String text, String folded) {
        return text.startsWith("/") && walk.pack().profile().command(folded.replace(' ', '_')) != null;
    }

    /** Whether words that start a flow count as an answer here, since a letter may well say "schools". */
    private boolean isAnswer(Question question, String flow) {
        return question.ask().expect() != null
                && walk.takesAll(question.expect().kind())
                && !flow.equals(walk.pack().menu())
                && !Repair.COMMANDS.contains(flow);
    }
}
