package org.campaignbot.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells where the bot's processor time went, from a profile of a load run: one line per stack in async-profiler's collapsed form, with
 * threads.
 *
 * <p>Arguments: the file, and the milliseconds of processor time an update that the run measured, if it's known.
 */
public final class Costs {

    private static final String START = "start";
    private static final String COMPILERS = "compilers";
    private static final String COLLECTOR = "memory, and the JVM's own threads";

    /** What isn't a turn's; the rest is shared out among the turns. */
    private static final List<String> APART = List.of(START, COMPILERS, COLLECTOR);

    /** The parts in order: a stack belongs to the first of which it has all the words. */
    private static final List<Part> PARTS = List.of(
            new Part(COMPILERS, "CompilerThre"),
            new Part(COLLECTOR, "[VM "),
            new Part(COLLECTOR, "[GC "),
            new Part(START, "[main "),
            new Part(START, "[reads-tables"),
            new Part("settling what was sent", "sending/CompletionBatcher"),
            new Part("effects: counting the call", "update/PendingEffects"),
            new Part("commit: to the disk", "Connection.commit"),
            new Part("commit: sealing and hashing", "storage/sealing/"),
            new Part("commit: sealing and hashing", "sql/Identities"),
            new Part("commit: states and messages as JSON", "JdbcConversationStore", "sql/StoredJson"),
            new Part("commit: states and messages as JSON", "conversation/StateCodec.write"),
            new Part("load", "JdbcConversationStore.load"),
            new Part("commit: SQL", "org/sqlite"),
            new Part("commit: SQL", "org/postgresql"),
            new Part("commit: the rest", "JdbcConversationStore"),
            new Part("turn: what typed words mean", "content/understanding/"),
            new Part("turn: the call's own steps", "conversation/JavaStep.run"),
            new Part("turn: rendering", "conversation/Rendering"),
            new Part("turn: rendering", "conversation/Prompt"),
            new Part("turn: rendering", "message/Fit"),
            new Part("turn: engine", "conversation/Engine"),
            new Part("gate, filters, queue of the writer", "update/UpdateProcessor"),
            new Part("reading JSON", "telegram/TelegramWebhook"),
            new Part("reading JSON", "telegram/TelegramReader"),
            new Part("reading JSON", "telegram/TelegramPolling"),
            new Part("sending: requests as JSON", "telegram/BotApi", "ObjectMapper.writeValue"),
            new Part("sending: HTML and buttons", "telegram/HtmlText"),
            new Part("sending: HTML and buttons", "telegram/Keyboards"),
            new Part("sending: HTTP", "platform/AtMostOnceHttp"),
            new Part("sending: answers of the server", "telegram/BotApi"),
            new Part("sending: the rest", "telegram/TelegramChannel"),
            new Part("sending: queues", "sending/"),
            new Part("sending: HTTP", "[OkHttp"),
            new Part("webhook: HTTP server", "[http-"));

    private static final String REST = "everything else";

    private Costs() {}

    private record Part(String title, List<String> words) {
        Part(String title, String... words) {
            this(title, List.of(words));
        }

        boolean has(String stack) {
            return words.stream().allMatch(stack::contains);
        }
    }

    /** Prints the table. */
    public static void main(String[] arguments) throws IOException {
        double millis = arguments.length > 1 ? Double.parseDouble(arguments[1]) : Double.NaN;
        try (Stream<String> stacks = Files.lines(Path.of(arguments[0]))) {
            table(stacks, millis).forEach(System.out::println);
        }
    }

    /** A table of the parts, in the order above. */
    static List<String> table(Stream<String> stacks, double millisAnUpdate) {
        Map<String, Long> samples = new LinkedHashMap<>();
        Stream.concat(PARTS.stream().map(Part::title), Stream.of(REST)).forEach(title -> samples.put(title, 0L));
        stacks.filter(line -> !line.isBlank()).forEach(line -> {
            int end = line.lastIndexOf(' ');
            samples.merge(part(line.substring(0, end)), Long.parseLong(line.substring(end + 1)), Long::sum);
        });
        long all = samples.values().stream().mapToLong(Long::longValue).sum();
        long apart = APART.stream()
                .mapToLong(title -> samples.getOrDefault(title, 0L))
                .sum();
        List<String> lines = new ArrayList<>();
        lines.add("| part of an update | share | µs |");
        lines.add("|---|---:|---:|");
        samples.forEach((title, count) -> {
            if (!APART.contains(title)) {
                double share = (double) count / Math.max(1, all - apart);
                lines.add(text(
                        "| %s | %.1f %% | %s |",
                        title,
                        share * 100,
                        Double.isNaN(millisAnUpdate) ? "" : text("%.0f", share * millisAnUpdate * 1000)));
            }
        });
        lines.add("");
        lines.add(text(
                "%,d samples; besides these, %s",
                all - apart,
                String.join(
                        ", ",
                        APART.stream()
                                .map(title -> text(
                                        "%s %.1f %%",
                                        title, 100.0 * samples.getOrDefault(title, 0L) / Math.max(1, all)))
                                .toList())));
        return lines;
    }

    private static String part(String stack) {
        return PARTS.stream()
                .filter(part -> part.has(stack))
                .map(Part::title)
                .findFirst()
                .orElse(REST);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
