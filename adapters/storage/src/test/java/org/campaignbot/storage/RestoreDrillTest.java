package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.outcomes.WrongNumbers.Reported;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Version;
import org.campaignbot.storage.conversation.JdbcEffects;
import org.campaignbot.storage.maintenance.Backup;
import org.campaignbot.storage.maintenance.Transfer;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.serving.ServingLock;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.update.ConversationStore.Saved;
import org.campaignbot.update.ConversationStore.Unsaid;
import org.campaignbot.update.ConversationStore.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A backup must be restorable: all of it or nothing, into either kind of database, with only the key. */
class RestoreDrillTest {

    private static final List<ConversationKey> PEOPLE = Campaigners.PEOPLE;

    /** The bytes of a gzip file before and after its content, some of which may have any value. */
    private static final int GZIP_HEAD = 10;

    private static final int GZIP_TAIL = 9;

    private final Path file = TestDatabase.folder().resolve("backup.gz");

    static Stream<Arguments> everyWay() {
        return both().flatMap(from -> both().map(to -> Arguments.of(from, to)));
    }

    static Stream<TestDatabase> both() {
        return Stream.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
    }

    /** Everything that a database returns. */
    private record Told(
            Map<ConversationKey, Saved> conversations,
            List<String> effects,
            List<Outgoing> messages,
            List<Unsaid> unsaid,
            List<Tally.SeatTotal> totals,
            List<Tally.WayTotal> byWay,
            Object subscription,
            Version settings,
            List<Edit> history,
            List<Reported> wrongNumbers) {

        static Told by(Database database) {
            return new Told(
                    database.conversations().load(PEOPLE),
                    database.conversations().pendingEffects(100).stream()
                            .map(each -> each.conversation() + " " + each.effect())
                            .toList(),
                    database.outbox().claim(100),
                    database.conversations().unsaid(100),
                    database.tally().bySeat(Fixtures.EVER),
                    database.tally().byWay(Fixtures.EVER),
                    database.subscriptions().of(PEOPLE.get(1)),
                    database.settings(Campaigners.CAMPAIGN).current(),
                    database.settings(Campaigners.CAMPAIGN).history(),
                    database.wrongNumbers().reported());
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void allComesBackAndAConversationGoesOn(TestDatabase from, TestDatabase to) throws Exception {
        Campaigners.fill(from.empty());
        assertThat(from.restarted().backup(file)).isInstanceOf(Transfer.Done.class);
        TestDatabase.CLOCK.advance(JdbcEffects.LEASE.plusSeconds(1));
        Told before = Told.by(from.restarted());
        assertThat(before.conversations).hasSize(10);
        assertThat(before.effects).hasSize(2);
        assertThat(before.messages).extracting(Outgoing::id).containsExactly("u0/0", "u1/0");
        assertThat(before.unsaid).containsExactly(new Unsaid("u9/0", PEOPLE.get(9)));

        Database other = to.empty();
        other.conversations().commit(List.of(Fixtures.firstTurn(Fixtures.conversationOf("eve"), "e1")));
        assertThat(to.restore(file)).isEqualTo(new Transfer.Done(rowsIn(file)));
        TestDatabase.CLOCK.advance(JdbcEffects.LEASE.plusSeconds(1));
        Database restored = to.restarted();
        assertThat(Told.by(restored)).isEqualTo(before);
        assertThat(restored.conversations().load(List.of(Fixtures.conversationOf("eve"))))
                .isEmpty();
        assertThat(restored.timers()
                        .claim(Campaigners.timer().due(), Campaigners.timer().due(), 10))
                .containsExactly(Campaigners.timer());

        Saved first = Objects.requireNonNull(before.conversations.get(PEOPLE.get(0)));
        assertThat(restored.conversations()
                        .commit(List.of(
                                Fixtures.firstTurn(PEOPLE.get(1), "u1"),
                                Fixtures.turn(
                                        PEOPLE.get(0),
                                        first.version(),
                                        "u10",
                                        Fixtures.waitingAt("learn", "topic", 2)))))
                .containsExactly(Verdict.REPEATED, Verdict.COMMITTED);
        assertThat(restored.conversations().pendingEffects(100)).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("both")
    void aStolenBackupTellsNobodysIdAndNoWord(TestDatabase kind) throws Exception {
        Campaigners.fill(kind.empty());
        kind.restarted().backup(file);
        String text = text(file);
        assertThat(text)
                .contains("\"outcome\"")
                .doesNotContain("person1", "chat-of", "Zzyzx", "Message u0/0", "\"ana\"", TestDatabase.KEY.text());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsThereAlreadyIsNotWrittenOver() throws Exception {
        Files.writeString(file, "dear");
        assertThat(refusal(TestDatabase.SQLITE.empty().backup(file))).contains("another name");
        assertThat(Files.readString(file)).isEqualTo("dear");
        assertThat(refusal(TestDatabase.SQLITE.restarted().backup(file.resolveSibling("no/such/folder"))))
                .contains("cannot be written");
        assertThat(file.getParent()).isDirectoryNotContaining(each -> !each.equals(file));
    }

    @ParameterizedTest
    @MethodSource("both")
    void aDamagedFileChangesNothing(TestDatabase kind) throws Exception {
        Campaigners.fill(kind.empty());
        kind.restarted().backup(file);
        byte[] whole = Files.readAllBytes(file);
        Map<ConversationKey, Saved> before = kind.restarted().conversations().load(PEOPLE);

        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 20));
        assertThat(refusal(kind.restore(file))).contains("cut short or damaged", "nothing was changed");
        for (int at = GZIP_HEAD; at < whole.length - GZIP_TAIL; at += 131) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 8;
            Files.write(file, flipped);
            assertThat(refusal(kind.restore(file))).as("byte %s", at).contains("damaged");
        }
        Files.write(file, whole);
        rewrite(lines -> lines.subList(0, lines.size() - 1));
        assertThat(refusal(kind.restore(file))).contains("cut short");
        Files.write(file, whole);
        rewrite(lines ->
                lines.stream().filter(line -> !line.contains("number_count")).toList());
        assertThat(refusal(kind.restore(file))).contains("damaged");
        Files.write(file, whole);
        change(text -> text.replace("\"table\":\"timer\"", "\"table\":\"pg_class\""));
        assertThat(refusal(kind.restore(file))).contains("damaged");
        Files.write(file, whole);
        change(text -> text.replace("\"due_at\"", "\"due_at) values (1); --\""));
        assertThat(refusal(kind.restore(file))).contains("damaged");
        Files.writeString(file, "no backup at all");
        assertThat(refusal(kind.restore(file))).contains("isn't a backup of this bot");
        assertThat(refusal(kind.restore(file.resolveSibling("gone.gz")))).contains("Is the name right?");

        assertThat(kind.restarted().conversations().load(PEOPLE)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("both")
    void anotherVersionIsRefused(TestDatabase kind) throws Exception {
        Campaigners.fill(kind.empty());
        kind.restarted().backup(file);
        byte[] whole = Files.readAllBytes(file);
        change(text -> text.replaceFirst("\"schema\":\"[0-9]+\"", "\"schema\":\"4711\""));
        assertThat(refusal(kind.restore(file)))
                .contains("version 4711 of the tables", "the version of the bot that made it");
        Files.write(file, whole);
        change(text -> text.replaceFirst("\"format\":1", "\"format\":2"));
        assertThat(refusal(kind.restore(file))).contains("format 2");
        assertThat(kind.restarted().conversations().load(PEOPLE)).hasSize(10);
    }

    @Test
    void whileTheBotRunsNothingIsRestored() throws Exception {
        for (TestDatabase kind : both().toList()) {
            Path backup = file.resolveSibling(kind + ".gz");
            Campaigners.fill(kind.empty());
            Database running = kind.restarted();
            running.backup(backup);
            try (ServingLock.Begun serving = (ServingLock.Begun) running.serve()) {
                assertThat(refusal(kind.restore(backup))).contains("running", "Stop it");
                assertThat(serving.goesOn()).isTrue();
            }
            assertThat(kind.restore(backup)).isInstanceOf(Transfer.Done.class);
        }
    }

    @Test
    void withoutItsKeyABackupIsRefusedAndANewFolderStaysEmpty() throws Exception {
        Campaigners.fill(TestDatabase.SQLITE.empty());
        TestDatabase.SQLITE.restarted().backup(file);
        Path folder = TestDatabase.folder().resolve("new");
        DatabaseLocation there = new DatabaseLocation.Embedded(folder);
        assertThat(refusal(Database.restore(there, null, TestDatabase.CLOCK, file)))
                .contains("Put the file key");
        assertThat(refusal(Database.restore(there, BotKey.random(), TestDatabase.CLOCK, file)))
                .contains("another key");
        assertThat(folder).doesNotExist();
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("key"), TestDatabase.KEY.text());
        assertThat(Database.restore(there, null, TestDatabase.CLOCK, file)).isInstanceOf(Transfer.Done.class);
        try (Database database = Database.open(there, null, TestDatabase.CLOCK)) {
            assertThat(database.conversations().load(PEOPLE)).hasSize(10);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void everyTableIsInABackupOrKnownToBeLeftOut(TestDatabase kind) {
        kind.empty();
        List<String> tables = new ArrayList<>(kind.tables());
        tables.removeAll(List.of(
                "flyway_schema_history",
                "scheduled_tasks",
                "held_fact",
                "organizer_code",
                "organizer_try",
                "install_state",
                "account_pause",
                "account_share",
                "chat_use"));
        assertThat(tables).containsExactlyInAnyOrderElementsOf(Backup.TABLES);
    }

    @ParameterizedTest
    @MethodSource("both")
    void aBackupIsOfOneMomentAndHoldsNobodyUp(TestDatabase kind) {
        Database database = kind.empty();
        Campaigners.fill(database);
        long rows = database.connections().snapshot(connection -> {
            ByHash.select(connection, "select id_hash from conversation where id_hash", List.of("none"), row -> {});
            kind.restarted().conversations().commit(List.of(Fixtures.firstTurn(Fixtures.conversationOf("eve"), "e1")));
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from conversation")) {
                row.next();
                return row.getLong(1);
            }
        });
        assertThat(rows).isEqualTo(10);
        assertThat(kind.rowsOf("conversation")).isEqualTo(11);
    }

    private static String refusal(Transfer transfer) {
        return transfer instanceof Transfer.Refused refused ? refused.why() : transfer.toString();
    }

    private static long rowsIn(Path file) throws IOException {
        return text(file).lines().count() - 2;
    }

    private static String text(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void rewrite(UnaryOperator<List<String>> change) throws IOException {
        change(text -> String.join("\n", change.apply(text.lines().toList())) + "\n");
    }

    private void change(UnaryOperator<String> change) throws IOException {
        String text = text(file);
        String changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(changed.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, bytes.toByteArray());
    }
}
