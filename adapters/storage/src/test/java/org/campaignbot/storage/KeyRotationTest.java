package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.maintenance.RotatedColumns;
import org.campaignbot.storage.maintenance.Transfer;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sealing.HashForm;
import org.campaignbot.storage.sealing.Sealer;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.HashView;
import org.campaignbot.testkit.Fixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRotationTest {

    private static final Belongings TEAM = Belongings.of("T1");

    private final Path folder = TestDatabase.folder().resolve("data");
    private final DatabaseLocation here = new DatabaseLocation.Embedded(folder);

    /** All data of a workspace, as its ports return it. */
    private static String told(Database database) {
        return String.join(
                "\n",
                database.conversations().load(List.of(TEAM.ana())).toString(),
                database.conversations().load(List.of(TEAM.ben())).toString(),
                database.subscriptions().of(TEAM.ana()).toString(),
                database.parties().open().toString(),
                database.answers().waiting(9).toString(),
                database.organizers().all().toString(),
                database.organizers().audit().toString(),
                database.blocks().all().toString(),
                database.deskChats().of("o1").toString(),
                database.recipients().figures("T1-vote").toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterwardsNothingIsLeftThatTheOldKeyReadsOrFinds(boolean isServer) throws Exception {
        BotKey old = BotKey.random();
        BotKey next = BotKey.random().inPlaceOf(old);
        DatabaseLocation location = here;
        if (isServer) {
            TestDatabase.onServer("create database rotation");
            location = TestDatabase.serverLocation("rotation");
        }
        String before;
        Set<String> names = new HashSet<>();
        try (Database database = Database.open(location, old, TestDatabase.CLOCK)) {
            TEAM.fill(database);
            before = told(database);
            hashes(database, names);
        }
        // Killed at every tenth of the work, and restarted each time.
        for (int percent = 0; percent <= 100; percent += 10) {
            TestDatabase.rotate(location, next, percent);
            if (percent < 100) {
                try (Database database = Database.open(location, next, TestDatabase.CLOCK)) {
                    assertThat(told(database)).as(percent + " percent").isEqualTo(before);
                }
            }
        }
        try (Database database = Database.open(location, next.alone(), TestDatabase.CLOCK)) {
            assertThat(told(database)).isEqualTo(before);
            Set<String> now = new HashSet<>();
            hashes(database, now);
            assertThat(names).hasSizeGreaterThan(10);
            assertThat(now).isNotEmpty().doesNotContainAnyElementsOf(names);
            assertThat(openedBy(Sealer.of(1, old), database)).isZero();
            assertThat(openedBy(Sealer.of(2, next), database)).isGreaterThan(10);
        }
        DatabaseLocation there = location;
        assertThatThrownBy(() -> Database.open(there, old, TestDatabase.CLOCK))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("not the key");
        if (!isServer) {
            for (String file : List.of("bot.sqlite", "bot.sqlite-wal")) {
                if (Files.exists(folder.resolve(file))) {
                    String bytes = Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
                    assertThat(names).noneSatisfy(name -> assertThat(bytes).contains(name));
                }
            }
        }
    }

    @Test
    void aProcessThatIsOpenGoesOnThroughTwoRotationsOfTheKeyFile() throws Exception {
        try (Database serving = Database.open(here, null, TestDatabase.CLOCK)) {
            TEAM.fill(serving);
            String before = told(serving);
            String firstKey = Files.readString(folder.resolve("key"));
            TestDatabase.rotate(here, null, 25);
            assertThat(Files.readAllLines(folder.resolve("key"))).hasSize(2).contains(firstKey.strip());
            assertThat(told(serving)).isEqualTo(before);
            serving.conversations().commit(List.of(Fixtures.firstTurn(Fixtures.conversationOf("meanwhile"), "u9")));
            TestDatabase.rotate(here, null, 100);
            assertThat(Files.readAllLines(folder.resolve("key"))).hasSize(1).doesNotContain(firstKey.strip());
            assertThat(told(serving)).isEqualTo(before);
            assertThat(serving.conversations().load(List.of(Fixtures.conversationOf("meanwhile"))))
                    .hasSize(1);
            // A message sent before the first rotation is settled after the second from the process's memory.
            TestDatabase.rotate(here, null, 100);
            assertThat(told(serving)).isEqualTo(before);
            assertThat(serving.conversations().commit(List.of(Fixtures.firstTurn(TEAM.ana(), "T1-u1"))))
                    .containsExactly(org.campaignbot.update.ConversationStore.Verdict.REPEATED);
        }
    }

    @Test
    void nothingIsBackedUpMidwayAndABackupMadeAfterwardsIsRestoredWithTheNewKey() throws Exception {
        Path midway = TestDatabase.folder().resolve("midway.gz");
        Path after = TestDatabase.folder().resolve("after.gz");
        String before;
        try (Database database = Database.open(here, null, TestDatabase.CLOCK)) {
            TEAM.fill(database);
            before = told(database);
            TestDatabase.rotate(here, null, 60);
            assertThat(database.backup(midway))
                    .isInstanceOfSatisfying(
                            Transfer.Refused.class,
                            refused -> assertThat(refused.why()).contains("key rotate"));
            assertThat(midway).doesNotExist();
            TestDatabase.rotate(here, null, 100);
            assertThat(database.backup(after)).isInstanceOf(Transfer.Done.class);
        }
        Path elsewhere = TestDatabase.folder();
        Files.copy(folder.resolve("key"), elsewhere.resolve("key"));
        DatabaseLocation restored = new DatabaseLocation.Embedded(elsewhere);
        assertThat(Database.restore(restored, null, TestDatabase.CLOCK, after)).isInstanceOf(Transfer.Done.class);
        try (Database database = Database.open(restored, null, TestDatabase.CLOCK)) {
            assertThat(told(database)).isEqualTo(before);
        }
    }

    @Test
    void aServerWithAProcessThatKnowsOnlyOneKeyIsNotRotated() throws Exception {
        TestDatabase.onServer("create database onekey");
        DatabaseLocation server = TestDatabase.serverLocation("onekey");
        BotKey old = BotKey.random();
        BotKey next = BotKey.random().inPlaceOf(old);
        try (Database oneKey = Database.open(server, old, TestDatabase.CLOCK)) {
            assertThat(Database.rotateKey(server, next, TestDatabase.CLOCK, Duration.ZERO, told -> {}))
                    .isInstanceOfSatisfying(
                            Transfer.Refused.class,
                            refused -> assertThat(refused.why()).contains("BOT_KEY_PREVIOUS"));
            assertThat(Database.rotateKey(server, old, TestDatabase.CLOCK, Duration.ZERO, told -> {}))
                    .isInstanceOf(Transfer.Refused.class);
            TEAM.fill(oneKey);
        }
        try (Database twoKeys = Database.open(server, next, TestDatabase.CLOCK)) {
            String before = told(twoKeys);
            TestDatabase.rotate(server, next, 100);
            assertThat(told(twoKeys)).isEqualTo(before);
        }
    }

    @Test
    void everyColumnOfCiphertextIsSealedAgain() {
        for (TestDatabase kind : List.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL)) {
            Map<String, Set<String>> sealed = RotatedColumns.sealed();
            kind.empty().connections().read(connection -> {
                try (ResultSet row = connection.getMetaData().getColumns(null, null, "%", "%")) {
                    while (row.next()) {
                        String type = row.getString("TYPE_NAME").toLowerCase(java.util.Locale.ROOT);
                        String table = row.getString("TABLE_NAME");
                        if (kind.tables().contains(table)
                                && (type.equals("blob") || type.equals("bytea"))
                                && !table.equals("scheduled_tasks")) {
                            assertThat(sealed.getOrDefault(table, Set.of()))
                                    .as(table)
                                    .contains(row.getString("COLUMN_NAME"));
                        }
                    }
                }
                return sealed;
            });
        }
    }

    @Test
    void aHashHasOneFormUnderEachKeyAndNoOtherKeyLeadsBack() {
        BotKey key = BotKey.random();
        for (String name : List.of("aB3_".repeat(8), "aB3_".repeat(10) + "aBA")) {
            HashForm second = new HashForm(2, key);
            HashForm third = new HashForm(3, key);
            assertThat(second.stored(name)).isNotEqualTo(name).hasSameSizeAs(name);
            assertThat(second.name(second.stored(name))).isEqualTo(name);
            assertThat(third.owns(second.stored(name))).isFalse();
            assertThat(second.owns(name)).isFalse();
            assertThat(new HashForm(2, BotKey.random()).name(second.stored(name)))
                    .isNotEqualTo(name);
            assertThat(second.stored("")).isEmpty();
        }
    }

    /** All hashes in the rows. */
    private static void hashes(Database database, Set<String> found) {
        database.connections().read(seen -> {
            Connection connection = HashView.below(seen);
            for (Map.Entry<String, List<String>> table :
                    RotatedColumns.hashes(connection).entrySet()) {
                for (String column : table.getValue()) {
                    for (Object value : values(connection, table.getKey(), column)) {
                        if (value instanceof String text && text.length() >= 32) {
                            found.add(text);
                        }
                    }
                }
            }
            return found;
        });
    }

    private static List<@Nullable Object> values(Connection connection, String table, String column)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select " + column + " from " + table);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                values.add(row.getObject(1));
            }
        }
        return values;
    }

    /** The number of ciphertexts made with a key; opening one would need its row, so the key alone is checked. */
    private static long openedBy(Sealer sealer, Database database) {
        return database.connections().read(seen -> {
            long opened = 0;
            for (Map.Entry<String, Set<String>> table : RotatedColumns.sealed().entrySet()) {
                for (String column : table.getValue()) {
                    if (table.getKey().equals("held_fact") && Dialect.of(seen) == Dialect.SQLITE) {
                        continue;
                    }
                    for (Object value : values(HashView.below(seen), table.getKey(), column)) {
                        opened += value instanceof byte[] bytes && sealer.made(bytes) ? 1 : 0;
                    }
                }
            }
            return opened;
        });
    }
}
