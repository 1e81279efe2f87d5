package org.campaignbot.content.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a transcript.
 *
 * <p>It begins with settings, one {@code name value} per line, and comments after {@code #}. After that each unindented line is an
 * event, and the indented lines below it are the bot's answer:
 *
 * <pre>
 * campaign welcoming-communities
 * at 2026-11-24T15:00:00Z
 *
 * me: (opens)
 *     Hello. I am a bot.
 *     [Learn] [Call your senators]
 * me: [Learn]
 *     …
 * --- 2 hours pass ---
 * me: help
 *     …
 * </pre>
 */
public final class TranscriptReader {

    static final String INDENT = "    ";

    private TranscriptReader() {}

    /** Reads a transcript from the text of a file. */
    public static Transcript read(String file, String text) {
        Map<String, String> head = new LinkedHashMap<>();
        List<String> preamble = new ArrayList<>();
        List<Transcript.Exchange> exchanges = new ArrayList<>();
        String[] lines = text.split("\r?\n", -1);
        int at = 0;
        while (at < lines.length && !happens(lines[at])) {
            String line = lines[at];
            preamble.add(line);
            int space = line.indexOf(' ');
            if (space > 0 && !line.startsWith("#")) {
                head.put(line.substring(0, space), line.substring(space + 1).strip());
            }
            at++;
        }
        while (at < lines.length) {
            int line = at;
            String happening = lines[at++];
            List<String> answer = new ArrayList<>();
            while (at < lines.length && !happens(lines[at])) {
                answer.add(lines[at].startsWith(INDENT) ? lines[at].substring(INDENT.length()) : lines[at].strip());
                at++;
            }
            while (!answer.isEmpty() && answer.get(answer.size() - 1).isEmpty()) {
                answer.remove(answer.size() - 1);
            }
            exchanges.add(new Transcript.Exchange(line + 1, happening.stripTrailing(), answer));
        }
        return new Transcript(file, head, preamble, exchanges);
    }

    private static boolean happens(String line) {
        return line.startsWith("me:") || line.startsWith("---");
    }
}
