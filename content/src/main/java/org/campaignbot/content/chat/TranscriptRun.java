package org.campaignbot.content.chat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.message.Message;

/**
 * The result of replaying a transcript.
 *
 * @param transcript the transcript
 * @param answers what the bot said and did, for each exchange
 * @param messages what it said, for each exchange, as platforms get it
 * @param paths the steps and answers gone through, as {@code flow/step} and {@code flow/step/answer}
 * @param troubles what couldn't be replayed as written, each with its line
 */
public record TranscriptRun(
        Transcript transcript,
        List<List<String>> answers,
        List<List<Message>> messages,
        Set<String> paths,
        List<String> troubles) {

    public TranscriptRun {
        answers = List.copyOf(answers);
        messages = List.copyOf(messages);
        paths = java.util.Collections.unmodifiableSet(new TreeSet<>(paths));
        troubles = List.copyOf(troubles);
    }

    /** Whether the bot said what the transcript says. */
    public boolean passed() {
        return troubles.isEmpty() && differences().isEmpty();
    }

    /** The exchanges where it said something else, each with file, line, expected and actual answer. */
    public List<String> differences() {
        List<String> differences = new java.util.ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Transcript.Exchange exchange = transcript.exchanges().get(i);
            if (!Transcript.matches(exchange.answer(), answers.get(i))) {
                differences.add(transcript.file() + ":" + exchange.line() + ": after \"" + exchange.happening()
                        + "\"\n  expected:\n" + indented(exchange.answer()) + "  the bot said:\n"
                        + indented(answers.get(i)));
            }
        }
        return differences;
    }

    /** The file with the bot's present answers. */
    public String rewritten() {
        return transcript.withAnswers(answers);
    }

    private static String indented(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("    ").append(line).append('\n'));
        return text.toString();
    }
}
