package campaignbot.content.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A conversation written down.
 *
 * @param file where it stands
 * @param head its settings by name: {@code campaign}, {@code lang}, {@code at}, {@code seed}
 * @param preamble the lines before the first turn as they stand, comments too
 * @param exchanges its turns
 */
public record Transcript(String file, Map<String, String> head, List<String> preamble, List<Exchange> exchanges) {

    public Transcript {
        head = Map.copyOf(head);
        preamble = List.copyOf(preamble);
        exchanges = List.copyOf(exchanges);
    }

    /** A line of a bot's answer that stands for any lines. */
    static final String ANYTHING = "…";

    /**
     * What happened and what the bot said to it.
     *
     * @param line the line of the file, counted from 1
     * @param happening what happened, as {@code me: yes} or {@code --- 2 hours pass ---}
     * @param answer the lines of what the bot said and did
     */
    public record Exchange(int line, String happening, List<String> answer) {
        public Exchange {
            answer = List.copyOf(answer);
        }

        /** Whether the person did something, as opposed to time passing or the pack changing. */
        boolean isTurn() {
            return happening.startsWith("me:");
        }
    }

    /** How many turns of the person it has. */
    public long turns() {
        return exchanges.stream().filter(Exchange::isTurn).count();
    }

    /** Whether an answer is the expected one, line by line; a line of three dots in one character stands for any lines. */
    static boolean matches(List<String> expected, List<String> actual) {
        if (expected.isEmpty()) {
            return actual.isEmpty();
        }
        List<String> rest = expected.subList(1, expected.size());
        if (expected.get(0).equals(ANYTHING)) {
            for (int skipped = 0; skipped <= actual.size(); skipped++) {
                if (matches(rest, actual.subList(skipped, actual.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !actual.isEmpty()
                && expected.get(0).equals(actual.get(0))
                && matches(rest, actual.subList(1, actual.size()));
    }

    /** The text of the file with these answers in place of the written ones; an answer that matches stays as it is. */
    String withAnswers(List<List<String>> answers) {
        List<String> lines = new ArrayList<>(preamble);
        for (int i = 0; i < exchanges.size(); i++) {
            Exchange exchange = exchanges.get(i);
            lines.add(exchange.happening());
            List<String> actual = answers.get(i);
            for (String line : matches(exchange.answer(), actual) ? exchange.answer() : actual) {
                lines.add(TranscriptReader.INDENT + line);
            }
            lines.replaceAll(String::stripTrailing);
        }
        return String.join("\n", lines) + "\n";
    }
}
