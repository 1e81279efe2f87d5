package org.campaignbot.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.maintenance.Transfer;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.Rings;
import org.campaignbot.testkit.ConversationStoreContract.StoreAndOutbox;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.testkit.SettableClock;
import org.jspecify.annotations.Nullable;

/** The two databases on which every port's tests run, opened once for all of them and emptied for each. */
final class TestDatabase {

    static final TestDatabase SQLITE = new TestDatabase("SQLite", "", 0);
    static final TestDatabase POSTGRESQL = new TestDatabase("PostgreSQL", "postgres", 0);

    /** Databases in the middle of a key rotation: half of the hashes are under the new key. */
    static final TestDatabase SQLITE_MIDWAY = new TestDatabase("SQLite midway", "", 25);

    static final TestDatabase POSTGRESQL_MIDWAY = new TestDatabase("PostgreSQL midway", "midway", 25);

    /** Databases after a key rotation. */
    static final TestDatabase SQLITE_ROTATED = new TestDatabase("SQLite rotated", "", 100);

    static final TestDatabase POSTGRESQL_ROTATED = new TestDatabase("PostgreSQL rotated", "rotated", 100);

    private static final BotKey NEXT = BotKey.random();

    /** The key of both. */
    static final BotKey KEY = BotKey.random();

    /** The clock of both. */
    static final SettableClock CLOCK = new SettableClock(Fixtures.NOON);

    /** Tables that are not emptied between tests. */
    private static final List<String> LASTING = List.of("flyway_schema_history", "installation");

    private static @Nullable EmbeddedPostgres server;

    private final String name;
    private final String onServer;
    private final int rotated;
    private @Nullable DatabaseLocation location;
    private @Nullable Database shared;

    private TestDatabase(String name, String onServer, int rotated) {
        this.name = name;
        this.onServer = onServer;
        this.rotated = rotated;
    }

    private BotKey key() {
        return rotated == 0 ? KEY : NEXT.inPlaceOf(KEY);
    }

    boolean isSqlite() {
        return onServer.isEmpty();
    }

    /** Stops a rotation, as a kill would. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Rotates a database's key, up to this percentage of the work. */
    static void rotate(DatabaseLocation location, @Nullable BotKey key, int percent) throws UnusableDatabase {
        try {
            Transfer done = Database.rotateKey(location, key, CLOCK, Duration.ZERO, told -> {
                if (told >= percent && percent < 100) {
                    throw new Stopped();
                }
            });
            if (done instanceof Transfer.Refused refused) {
                throw new IllegalStateException(refused.why());
            }
        } catch (Stopped asWished) {
            // What it has done until then stays.
        }
    }

    /** An empty database of this kind, with a clock at noon. */
    Database empty() {
        return empty(() -> {});
    }

    private synchronized Database empty(Runnable beforeEachWrite) {
        Database database = shared == null ? another() : shared;
        shared = database;
        CLOCK.advance(Duration.between(CLOCK.instant(), Fixtures.NOON));
        List<String> tables = new ArrayList<>(tables());
        tables.removeAll(LASTING);
        return database.connections().write(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String table : tables) {
                    statement.execute("delete from " + table);
                }
            }
            return database.inAnotherProcess(CLOCK, beforeEachWrite);
        });
    }

    /** A store over the emptied tables that calls a probe before each write. */
    StoreAndOutbox probed(Runnable probe) {
        Database database = empty(probe);
        return new StoreAndOutbox(database.conversations(), database.outbox());
    }

    /** The same tables with empty memory, as after a restart. */
    synchronized Database restarted() {
        return Objects.requireNonNull(shared).inAnotherProcess(CLOCK, () -> {});
    }

    /** Restores a backup into the same tables. */
    Transfer restore(Path file) {
        try {
            return Database.restore(location(), key(), CLOCK, file);
        } catch (UnusableDatabase | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The number of rows in a table. */
    long rowsOf(String table) {
        return Long.parseLong(texts("select count(*) from " + table).get(0));
    }

    /** The tables' names. */
    List<String> tables() {
        return texts(
                isSqlite()
                        ? "select name from sqlite_master where type = 'table' order by name"
                        : "select tablename from pg_tables where schemaname = current_schema() order by tablename");
    }

    /** The first column of a query's result. */
    synchronized List<String> texts(String select) {
        return Objects.requireNonNull(shared).connections().read(connection -> {
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery(select)) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        });
    }

    /** Changes the JSON of a message in its row, as another version of the bot would have written it. */
    void rewriteMessage(Database database, String id, UnaryOperator<String> change) {
        Identities identities = new Identities(Rings.of(KEY), CLOCK);
        String idHash = identities.hash("message", id);
        database.connections().write(connection -> {
            List<@Nullable String> pieces = new ArrayList<>();
            ByHash.select(
                    connection,
                    "select sealed from outbox where id_hash",
                    List.of(idHash),
                    row -> pieces.addAll(identities.open(idHash, row.getBytes(1))));
            int last = 11; // the JSON of the message, after who and where
            pieces.set(last, change.apply(Objects.requireNonNull(pieces.get(last))));
            try (PreparedStatement update =
                    connection.prepareStatement("update outbox set sealed = ? where id_hash = ?")) {
                update.setBytes(
                        1,
                        identities
                                .seal(idHash, pieces.toArray(new @Nullable String[0]))
                                .bytes());
                update.setString(2, idHash);
                return update.executeUpdate();
            }
        });
    }

    /** The same database opened again, as another process would. */
    synchronized Database another() {
        try {
            return Database.open(location(), key(), CLOCK);
        } catch (UnusableDatabase | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private DatabaseLocation location() throws IOException {
        if (location == null) {
            location = isSqlite() ? new DatabaseLocation.Embedded(folder()) : serverLocation();
            if (rotated > 0) {
                rotateAtFirst();
            }
        }
        return Objects.requireNonNull(location);
    }

    private void rotateAtFirst() throws IOException {
        try {
            if (!isSqlite()) {
                onServer("create database " + onServer);
                location = serverLocation(onServer);
            }
            DatabaseLocation here = Objects.requireNonNull(location);
            Database.open(here, KEY, CLOCK).close();
            rotate(here, key(), rotated);
        } catch (UnusableDatabase | SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A folder that is deleted when the tests end. */
    static Path folder() {
        try {
            Path folder = Files.createTempDirectory("storage");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    /** A database on a server that writes through to disk, which the embedded one doesn't by default. */
    static synchronized DatabaseLocation serverLocation() throws IOException {
        if (server == null) {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
        }
        return serverLocation("postgres");
    }

    /** Another database on the same server. */
    static synchronized DatabaseLocation.Server serverLocation(String database) {
        return new DatabaseLocation.Server(Objects.requireNonNull(server).getJdbcUrl("postgres", database), null, null);
    }

    /** Runs a statement on the server itself. */
    static void onServer(String sql) throws IOException, SQLException {
        serverLocation();
        try (var connection =
                        Objects.requireNonNull(server).getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
