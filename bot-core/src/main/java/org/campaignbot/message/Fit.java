package org.campaignbot.message;

import java.util.ArrayList;
import java.util.List;

/** Makes a message fit a surface: splits it, shortens labels, numbers the choices. */
public final class Fit {

    private static final String ELLIPSIS = "…";

    private Fit() {}

    /**
     * Splits one message into messages that fit a surface, in order; the choices are below the last.
     *
     * <p>If there are more choices than buttons, they are numbered in the text in the order in which the engine counts them, so
     * that a typed number always means what the reader saw.
     */
    public static List<Message> fit(Message message, Surface surface) {
        RichText text = message.text();
        List<Choice> buttons = message.choices();
        if (buttons.size() > surface.choiceLimit()) {
            text = text.plus(numbered(buttons));
            buttons = List.of();
        } else {
            buttons = shortened(buttons, surface.labelLimit());
        }
        if (text.visible().length() <= surface.textLimit()) {
            return List.of(message.with(text, buttons));
        }
        List<RichText> pieces = Split.split(text, surface.textLimit());
        List<Message> messages = new ArrayList<>(pieces.size());
        for (RichText piece : pieces.subList(0, pieces.size() - 1)) {
            messages.add(message.lead(piece));
        }
        messages.add(message.with(pieces.get(pieces.size() - 1), buttons));
        return messages;
    }

    private static RichText numbered(List<Choice> choices) {
        List<List<Span>> presses = new ArrayList<>();
        List<List<Span>> pages = new ArrayList<>();
        for (Choice choice : choices) {
            if (choice instanceof Choice.Open open) {
                pages.add(List.of(new Span.Link(open.label(), open.address())));
            } else {
                presses.add(List.of(new Span.Plain(choice.label())));
            }
        }
        List<Block> blocks = new ArrayList<>(2);
        if (!pages.isEmpty()) {
            blocks.add(new Block.Items(false, pages));
        }
        if (!presses.isEmpty()) {
            blocks.add(new Block.Items(true, presses));
        }
        return new RichText(blocks);
    }

    private static List<Choice> shortened(List<Choice> choices, int limit) {
        for (Choice choice : choices) {
            if (choice.label().length() > limit) {
                return choices.stream().map(each -> shortened(each, limit)).toList();
            }
        }
        return choices;
    }

    private static Choice shortened(Choice choice, int limit) {
        if (choice.label().length() <= limit) {
            return choice;
        }
        int end = Split.wholeCharacters(choice.label(), limit - ELLIPSIS.length());
        String label = choice.label().substring(0, end).strip() + ELLIPSIS;
        if (choice instanceof Choice.Press press) {
            return new Choice.Press(label, press.flow(), press.step(), press.answer());
        }
        Choice.Open open = (Choice.Open) choice;
        return new Choice.Open(label, open.address(), open.inside());
    }
}
