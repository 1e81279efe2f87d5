package org.campaignbot.content.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** A press on a button by its label; the second group is there if it's not the latest one with that label. */
    static final Pattern PRESS = Pattern.compile("\\[(.+)\\]( \\(older\\))?");

    private static final String ME = "me:";

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
        boolean isTurn() {
            return happening.startsWith(ME);
        }

        /** What the person did, as {@code yes}, {@code [Learn]} or {@code (opens)}. */
        String done() {
            return happening.substring(ME.length()).strip();
        }

        /** What the person typed; empty if it's anything else that happened. */
        public Optional<String> typed() {
            return isTurn() && pressed().isEmpty() && !done().startsWith("(") ? Optional.of(done()) : Optional.empty();
        }

        /** The label of the button that the person pressed; empty if it's anything else that happened. */
        public Optional<String> pressed() {
            Matcher press = PRESS.matcher(isTurn() ? done() : "");
            return press.matches() ? Optional.of(press.group(1)) : Optional.empty();
        }

        /** What happened, without the signs that say what kind of happening it was. */
        public String inWords() {
            return pressed()
                    .orElseGet(() -> isTurn()
                            ? done()
                            : happening.replaceAll("^-+|-+$", "").strip());
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
