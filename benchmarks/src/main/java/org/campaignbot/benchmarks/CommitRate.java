package org.campaignbot.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.campaignbot.conversation.Budget;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.Shape;
import org.campaignbot.conversation.State;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.update.ConversationStore.Commit;
import org.campaignbot.update.ConversationStore.Saved;
import org.campaignbot.update.ConversationStore.Verdict;

/**
 * Measures how many turns a second a database commits, by batch size: loaded, committed with one message each and an effect for
 * every fifth, then carried out, claimed and settled, as the update processor and the sender do.
 *
 * <p>Arguments: seconds per figure (10), and a folder on the disk to measure (a new one).
 */
public final class CommitRate {

    private static final List<Integer> BATCHES = List.of(1, 10, 100);
    private static final int PEOPLE = 5_000;

    private final Database database;
    private final List<ConversationKey> people = IntStream.range(0, PEOPLE)
            .mapToObj(i -> new ConversationKey(
                    new Address("paper", "bot", "chat-" + i, null), new Person("paper", "user-" + i)))
            .toList();
    private long turn;

    private CommitRate(Database database) {
        this.database = database;
    }

    /** Measures both databases and prints a table. */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("commit-rate");
        System.out.println(
                "| database | turns in a batch | turns/s, whole round | turns/s, commit alone | commit, median |"
                        + " commit, 99 of 100 below |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        try (Database database =
                Database.open(new DatabaseLocation.Embedded(folder), BotKey.random(), InstantSource.system())) {
            measure("SQLite", database, seconds);
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgresql"))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                Database database = Database.open(
                        new DatabaseLocation.Server(server.getJdbcUrl("postgres", "postgres"), null, null),
                        BotKey.random(),
                        InstantSource.system())) {
            measure("PostgreSQL", database, seconds);
        }
    }

    private static void measure(String name, Database database, int seconds) {
        CommitRate rate = new CommitRate(database);
        BATCHES.forEach(batch -> rate.run(batch, Math.max(1, seconds / 2)));
        for (int batch : BATCHES) {
            Result result = rate.run(batch, seconds);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %,.0f | %,.0f | %.2f ms | %.2f ms |%n",
                    name,
                    batch,
                    result.turns / (result.nanos / 1e9),
                    result.turns / (Arrays.stream(result.commits).sum() / 1e9),
                    quantile(result.commits, 0.5) / 1e6,
                    quantile(result.commits, 0.99) / 1e6);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Private, and only read here.
    private record Result(long turns, long nanos, long[] commits) {}

    private Result run(int batch, int seconds) {
        List<Long> commits = new ArrayList<>();
        long begin = System.nanoTime();
        long turns = 0;
        while (System.nanoTime() - begin < seconds * 1_000_000_000L) {
            commits.add(round(batch));
            turns += batch;
        }
        return new Result(
                turns,
                System.nanoTime() - begin,
                commits.stream().mapToLong(Long::longValue).toArray());
    }

    /** One round; returns the nanoseconds that its commit took. */
    private long round(int batch) {
        List<ConversationKey> whose = IntStream.range(0, batch)
                .mapToObj(i -> people.get((int) ((turn + i) % PEOPLE)))
                .toList();
        Map<ConversationKey, Saved> saved = database.conversations().load(whose);
        List<Commit> turns = whose.stream()
                .map(each ->
                        commit(each, saved.containsKey(each) ? saved.get(each).version() : 0))
                .toList();
        long before = System.nanoTime();
        List<Verdict> verdicts = database.conversations().commit(turns);
        long took = System.nanoTime() - before;
        if (!verdicts.stream().allMatch(Verdict.COMMITTED::equals)) {
            throw new IllegalStateException("a turn was not committed");
        }
        database.conversations().settleEffects(database.conversations().pendingEffects(batch));
        database.outbox()
                .settle(database.outbox().claim(batch).stream()
                        .map(Outgoing::id)
                        .toList());
        return took;
    }

    private Commit commit(ConversationKey whose, long version) {
        long number = ++turn;
        Instant now = Instant.now();
        State next = new State(
                number,
                now,
                new State.Asked(
                        new State.Place("call", "outcome", List.of(new State.Mark("call", "ready"))),
                        new Shape(0, List.of(new Shape.Offer("spoke", "abc123"), new Shape.Offer("busy", "def456")))),
                List.of(new State.Place("menu", "menu", List.of()), new State.Place("call", "ready", List.of())),
                Map.of("home", "NY-12@119", "language", "es"),
                Map.of(),
                Budget.UNUSED);
        Message message = new Message(
                RichText.of("A sentence as long as most of them are. ".repeat(12)),
                List.of(
                        new Choice.Press("I spoke with someone", "call", "outcome", "spoke"),
                        new Choice.Press("The line was busy", "call", "outcome", "busy"),
                        new Choice.Press("Main menu", "call", "outcome", "menu")),
                Visibility.EVERYONE,
                null,
                null,
                false,
                false);
        return new Commit(
                whose,
                version,
                "update-" + number,
                next,
                List.of(new Outgoing(
                        "paper/bot/update-" + number + "/0",
                        whose.address(),
                        whose.person(),
                        Outgoing.Lane.REPLY,
                        message)),
                number % 5 == 0
                        ? List.of(new Effect(number, 0, "count", now, Map.of("action", "call", "seat", "NY-S1")))
                        : List.of());
    }

    private static double quantile(long[] values, double part) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.round(part * sorted.length))];
    }
}
