package campaignbot.storage;

import campaignbot.testkit.ConversationStoreContract.StoreAndOutbox;
import campaignbot.testkit.Fixtures;
import campaignbot.testkit.SettableClock;
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
import org.jspecify.annotations.Nullable;

/** The two databases that every test of a port runs on, opened once for all of them and emptied for each. */
final class TestDatabase {

    static final TestDatabase SQLITE = new TestDatabase("SQLite");
    static final TestDatabase POSTGRESQL = new TestDatabase("PostgreSQL");

    /** The key of both. */
    static final BotKey KEY = BotKey.random();

    /** The clock of both. */
    static final SettableClock CLOCK = new SettableClock(Fixtures.NOON);

    private static final List<String> TABLES = List.of(
            "conversation",
            "seen_update",
            "effect",
            "outbox",
            "tally_mark",
            "tally_count",
            "organizer",
            "organizer_sign_in",
            "organizer_code",
            "organizer_try",
            "organizer_audit",
            "block");

    private static @Nullable EmbeddedPostgres server;

    private final String name;
    private @Nullable DatabaseLocation location;
    private @Nullable Database shared;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A database of this kind that has nothing in it, and a clock that shows noon. */
    Database empty() {
        return empty(() -> {});
    }

    private synchronized Database empty(Runnable beforeEachWrite) {
        Database database = shared == null ? another() : shared;
        shared = database;
        CLOCK.advance(Duration.between(CLOCK.instant(), Fixtures.NOON));
        return database.connections().write(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String table : TABLES) {
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

    /** The same tables with a memory that has lost everything, as after a restart. */
    synchronized Database restarted() {
        return Objects.requireNonNull(shared).inAnotherProcess(CLOCK, () -> {});
    }

    /** How many rows a table has. */
    synchronized long rowsOf(String table) {
        return Objects.requireNonNull(shared).connections().read(connection -> {
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** Changes the JSON of a message in its row, as another version of the bot would have written it. */
    void rewriteMessage(Database database, String id, UnaryOperator<String> change) {
        Identities identities = new Identities(KEY);
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

    /** The same database opened once more, as another process would. */
    synchronized Database another() {
        try {
            return Database.open(location(), KEY, CLOCK);
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
            location = this == SQLITE ? new DatabaseLocation.Embedded(folder()) : serverLocation();
        }
        return location;
    }

    /** A folder that is gone when the tests end. */
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

    /** A database of a server that writes through to the disk, which the embedded one would not by itself. */
    static synchronized DatabaseLocation serverLocation() throws IOException {
        if (server == null) {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
        }
        return new DatabaseLocation.Server(server.getJdbcUrl("postgres", "postgres"), null, null);
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
