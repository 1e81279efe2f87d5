package org.campaignbot.conversation;

import java.util.List;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;

/**
 * The result of a turn, committed as a whole or not at all.
 *
 * @param next the state to save
 * @param messages what to say, in order
 * @param effects what to change outside the conversation
 * @param notes what an operator may count; no note contains the person's words
 * @param path the steps taken as {@code flow/step} and the answers taken as {@code flow/step/answer}, in order
 */
public record Turn(State next, List<Message> messages, List<Effect> effects, List<Note> notes, List<String> path) {

    public Turn {
        messages = List.copyOf(messages);
        effects = List.copyOf(effects);
        notes = List.copyOf(notes);
        path = List.copyOf(path);
    }

    /** The same turn with another state to save. */
    Turn with(State state) {
        return new Turn(state, messages, effects, notes, path);
    }

    /** The same turn without its messages. */
    public Turn inSilence() {
        return new Turn(next, List.of(), effects, notes, path);
    }

    /** The same turn with nothing but the line that offers help and its button, which end the last message; it leaves the state as it was. */
    public Turn helpAlone(State before) {
        if (!notes.contains(Note.HELP_OFFERED)) {
            throw new IllegalStateException("this turn offers no help");
        }
        Message last = messages.get(messages.size() - 1);
        Message help = last.with(
                new RichText(last.text()
                        .blocks()
                        .subList(
                                last.text().blocks().size() - 1,
                                last.text().blocks().size())),
                last.choices().subList(last.choices().size() - 1, last.choices().size()));
        return new Turn(before, List.of(help), List.of(), notes, List.of());
    }

    /** Something that happened in a turn, without what was said. */
    public enum Note {
        /** Words that the bot couldn't match to anything. */
        NOT_UNDERSTOOD,
        /** The words may mean one of a few things. */
        UNSURE,
        /** A press on a button of an earlier question. */
        OLD_BUTTON,
        /** The question had changed, and its answer was still accepted. */
        QUESTION_REWORDED,
        /** The question had a successor. */
        QUESTION_MOVED,
        /** The question had gone. */
        QUESTION_GONE,
        /** The person was over the budget. */
        TOO_FAST,
        /** A reminder came due but must not be given any more. */
        NOT_REMINDED,
        /** The person said where they live. The bot has used it and dropped it, so that message needn't stay in the chat. */
        PLACE_GIVEN,
        /** The person said stop: the conversation's alerts and reminders have ended. */
        STOPPED,
        /** Something personal was kept out of a group, with a private chat offered instead. */
        KEPT_PRIVATE,
        /** Someone is in danger, for all the bot can tell: the help was shown. */
        URGENT,
        /** Someone may be in danger: a line below the answer offers help. */
        HELP_OFFERED
    }
}
