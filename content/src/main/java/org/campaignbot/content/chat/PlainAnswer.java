package org.campaignbot.content.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.campaignbot.conversation.Effect;
import org.campaignbot.flow.Operation;
import org.campaignbot.message.Block;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.Span;
import org.campaignbot.message.Visibility;

/** Writes what the bot said and did as lines of a transcript, with each kind of span recognizable. */
final class PlainAnswer {

    private PlainAnswer() {}

    static List<String> lines(List<Message> messages, List<Effect> effects) {
        List<String> lines = new ArrayList<>();
        for (Message message : messages) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            if (message.visibility() == Visibility.ONLY_YOU) {
                lines.add("(only you)");
            }
            for (Block block : message.text().blocks()) {
                lines.addAll(List.of(block(block).split("\n", -1)));
            }
            if (message.asksLocation()) {
                lines.add("(you may share your location)");
            }
            if (!message.choices().isEmpty()) {
                lines.add(message.choices().stream().map(PlainAnswer::choice).collect(Collectors.joining(" ")));
            }
        }
        for (Effect effect : effects) {
            StringBuilder line = new StringBuilder("~ ").append(effect.name());
            Map<String, String> arguments = new TreeMap<>(effect.arguments());
            if (effect.name().equals(Operation.COUNT)) {
                // The engine adds it, and the transcript is in it.
                arguments.remove(Operation.LANGUAGE);
            }
            arguments.forEach(
                    (name, value) -> line.append(' ').append(name).append('=').append(value));
            lines.add(line.toString());
        }
        // Files keep no blanks at line ends, such as the one after the mark of an empty quoted line.
        lines.replaceAll(String::stripTrailing);
        return lines;
    }

    private static String choice(Choice choice) {
        return choice instanceof Choice.Open open
                ? "[" + open.label() + " " + open.address() + "]"
                : "[" + choice.label() + "]";
    }

    private static String block(Block block) {
        if (block instanceof Block.Quote quote) {
            return "> " + spans(quote.spans()).replace("\n", "\n> ");
        }
        if (block instanceof Block.Items items) {
            List<String> lines = new ArrayList<>();
            for (List<Span> item : items.items()) {
                lines.add((items.numbered() ? lines.size() + 1 + ". " : "- ") + spans(item));
            }
            return String.join("\n", lines);
        }
        return spans(((Block.Paragraph) block).spans());
    }

    private static String spans(List<Span> spans) {
        return spans.stream().map(PlainAnswer::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        if (span instanceof Span.Strong strong) {
            return "**" + spans(strong.spans()) + "**";
        } else if (span instanceof Span.Emphasis emphasis) {
            return "*" + spans(emphasis.spans()) + "*";
        } else if (span instanceof Span.Code code) {
            return "`" + code.text() + "`";
        } else if (span instanceof Span.Phone phone) {
            return "<tel:" + phone.number() + ">";
        } else if (span instanceof Span.Link link) {
            return "[" + link.label() + "](" + link.address() + ")";
        }
        return span.visible();
    }
}
