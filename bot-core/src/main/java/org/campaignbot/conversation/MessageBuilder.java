package org.campaignbot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Step;
import org.campaignbot.message.Block;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Form;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Joins what the steps of a turn say into as few messages as possible.
 *
 * <p>Platforms limit messages, not words, so steps with the same audience become one message. The message belongs to a slot only
 * if all of its steps do: then its buttons say so, and pressing one may let the answer replace it. Text that a person may want to
 * reread or copy is never replaced by the menu that came with it.
 */
final class MessageBuilder {

    private final List<Message> messages = new ArrayList<>();
    private RichText text = RichText.EMPTY;
    private boolean ownWords;
    private Visibility visibility = Visibility.EVERYONE;
    private @Nullable String slot;

    /** How many blocks of the first message introduce the bot. */
    private int introduction;

    /** The last question asked in this turn; null if none. */
    private @Nullable AskedMessage asked;

    /**
     * A message with a question.
     *
     * @param number which question of the turn it is
     * @param before what stands before the question in it
     */
    record AskedMessage(int number, Message message, RichText before) {}

    /** Adds what a step says. */
    void add(RichText more, boolean own, Step step) {
        if (step.visibility() != visibility) {
            end();
            visibility = step.visibility();
        }
        slot = text.isEmpty() || Objects.equals(slot, step.slot()) ? step.slot() : null;
        text = text.plus(more);
        ownWords |= own;
    }

    /** Notes that what has been said so far introduces the bot. */
    void introduced() {
        introduction = text.blocks().size();
    }

    /** Adds words above all that has been said but the introduction. */
    void addFirst(RichText more) {
        end();
        Message first = messages.isEmpty() || messages.get(0).slot() != null ? null : messages.get(0);
        if (first == null) {
            messages.add(0, Message.of(more));
            return;
        }
        List<Block> blocks = first.text().blocks();
        RichText above = new RichText(blocks.subList(0, introduction)).plus(more);
        RichText below = new RichText(blocks.subList(introduction, blocks.size()));
        messages.set(0, first.with(above.plus(below), first.choices()));
    }

    /** Ends the message, so that what follows starts a new one. */
    void end() {
        flush(List.of(), null, null);
    }

    /** Adds a question, which ends its message. */
    void ask(RichText question, boolean own, Step step, List<Choice> choices, @Nullable Form form) {
        if (step.visibility() != visibility) {
            end();
        }
        RichText before = text;
        add(question, own, step);
        flush(choices, step.ask(), form);
        int number = asked == null ? 1 : asked.number() + 1;
        asked = messages.isEmpty() ? asked : new AskedMessage(number, messages.get(messages.size() - 1), before);
    }

    /** The last question that was asked; null if none was. */
    @Nullable
    AskedMessage asked() {
        return asked;
    }

    /** Takes back a question, with its buttons; what stands before it stays. */
    void takeBack(AskedMessage question) {
        end();
        int at = messages.indexOf(question.message());
        if (at < 0) {
            return;
        }
        Message message = messages.remove(at);
        if (!question.before().isEmpty()) {
            messages.add(
                    at,
                    new Message(
                            question.before(),
                            List.of(),
                            message.visibility(),
                            null,
                            message.slot(),
                            false,
                            message.ownWords()));
        }
    }

    /** Puts a question below what was said after it. */
    void putLast(AskedMessage question) {
        end();
        if (messages.remove(question.message())) {
            messages.add(question.message());
        }
    }

    /** Adds a button to the last message, unless it is there. */
    void offer(Choice choice) {
        end();
        if (messages.isEmpty()) {
            throw new IllegalStateException("there is no message to add a button to");
        }
        Message last = messages.get(messages.size() - 1);
        if (last.choices().contains(choice)) {
            return;
        }
        List<Choice> choices = new ArrayList<>(last.choices());
        choices.add(choice);
        messages.set(messages.size() - 1, last.with(last.text(), choices));
    }

    /** Takes back all that has been said so far. */
    void clear() {
        end();
        messages.clear();
        introduction = 0;
    }

    /** Whether nothing has been said so far. */
    boolean isEmpty() {
        return messages.isEmpty() && text.isEmpty();
    }

    /** All messages so far. */
    List<Message> messages() {
        end();
        return messages;
    }

    private void flush(List<Choice> choices, @Nullable Ask ask, @Nullable Form form) {
        if (!text.isEmpty() || !choices.isEmpty()) {
            List<Choice> buttons = slot == null
                    ? choices
                    : choices.stream().map(MessageBuilder::inSlot).toList();
            messages.add(new Message(text, buttons, visibility, form, slot, ask != null && ask.location(), ownWords));
        }
        text = RichText.EMPTY;
        ownWords = false;
    }

    private static Choice inSlot(Choice choice) {
        return choice instanceof Choice.Press press
                ? new Choice.Press(press.label(), press.flow(), press.step(), Event.Pressed.IN_SLOT + press.answer())
                : choice;
    }
}
