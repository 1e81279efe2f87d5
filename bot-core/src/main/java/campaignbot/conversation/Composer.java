package campaignbot.conversation;

import campaignbot.flow.Ask;
import campaignbot.flow.Step;
import campaignbot.message.Choice;
import campaignbot.message.Form;
import campaignbot.message.Message;
import campaignbot.message.RichText;
import campaignbot.message.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins what the steps of a turn say into as few messages as can be.
 *
 * <p>Platforms limit messages, not words, so steps that may be seen by the same people and share no slot become one message.
 */
final class Composer {

    private final List<Message> messages = new ArrayList<>();
    private RichText text = RichText.EMPTY;
    private boolean ownWords;
    private Visibility visibility = Visibility.EVERYONE;
    private @Nullable String slot;

    /** Adds what a step says. */
    void add(RichText more, boolean own, Step step) {
        if (step.visibility() != visibility || !java.util.Objects.equals(step.slot(), slot)) {
            flush(List.of(), null, null);
            visibility = step.visibility();
            slot = step.slot();
        }
        text = text.plus(more);
        ownWords |= own;
    }

    /** Adds a question, which ends its message. */
    void ask(RichText question, boolean own, Step step, List<Choice> choices, @Nullable Form form) {
        add(question, own, step);
        flush(choices, step.ask(), form);
    }

    /** All messages so far. */
    List<Message> messages() {
        flush(List.of(), null, null);
        return messages;
    }

    private void flush(List<Choice> choices, @Nullable Ask ask, @Nullable Form form) {
        if (!text.isEmpty() || !choices.isEmpty()) {
            messages.add(new Message(text, choices, visibility, form, slot, ask != null && ask.location(), ownWords));
        }
        text = RichText.EMPTY;
        ownWords = false;
    }
}
