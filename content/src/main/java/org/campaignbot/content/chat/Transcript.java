package org.campaignbot.content.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A written conversation that can be replayed.
 *
 * @param file its path
 * @param head its settings by name: {@code campaign}, {@code lang}, {@code at}, {@code seed}
 * @param preamble the lines before the first turn as written, comments included
 * @param exchanges its exchanges
 */
public record Transcript(String file, Map<String, String> head, List<String> preamble, List<Exchange> exchanges) {

    public Transcript {
        head = Map.copyOf(head);
        preamble = List.copyOf(preamble);
        exchanges = List.copyOf(exchanges);
    }

    /** A line in an expected answer that matches any lines. */
    static final String ANYTHING = "…";

    /**
     * An event and the bot's answer to it.
     *
     * @param line the line in the file, counted from 1
     * @param happening what happened, as {@code me: yes} or {@code --- 2 hours pass ---}
     * @param answer the lines of what the bot said and did
     */
    public record Exchange(int line, String happening, List<String> answer) {
        public Exchange {
            answer = List.copyOf(answer);
        }

        /** Whether the person did something, as opposed to time passing or the pack changing. */
        public boolean isTurn() {
            return happening.startsWith("me:");
        }
    }

    /** How many turns of the person it contains. */
    public long turns() {
        return exchanges.stream().filter(Exchange::isTurn).count();
    }

    /** Whether an answer matches the expected one, line by line; a line with a single {@code …} character matches any lines. */
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

    /** The text of the file with these answers in place of the written ones; answers that match stay unchanged. */
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
