package org.campaignbot.storage.maintenance;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sealing.HashForm;
import org.campaignbot.storage.sealing.KeyFile;
import org.campaignbot.storage.sealing.KeyState;
import org.campaignbot.storage.sealing.KeyState.Generation;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.HashColumns;
import org.campaignbot.storage.sql.HashView;
import org.campaignbot.storage.sql.InstallationTable;
import org.campaignbot.storage.sql.KeyRing;
import org.campaignbot.storage.sql.KeyRing.Rotation;
import org.campaignbot.storage.sql.Pools;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the key step by step. Each step is a short transaction that leaves everything findable, so the bot keeps running and an
 * interrupted rotation is continued by the next call.
 *
 * <p>First hashes are moved, one bucket at a time in all tables; then ciphertexts are sealed again ({@link Resealing});
 * then the old key is removed.
 */
public final class KeyRotation {

    /** How often to ask the server, a tenth of a second apart, before concluding that a process with only one key is running. */
    private static final int LOOKS = 30;

    private static final int ALL = 100;
    private static final int HALF = 50;

    private final Connections connections;
    private final KeyRing ring;
    private final @Nullable KeyFile file;
    private final InstantSource clock;
    private final Resealing resealing;

    /** Rotates the key in a file or, without a file, the key from the setting. */
    public KeyRotation(Connections connections, KeyRing ring, @Nullable KeyFile file, InstantSource clock) {
        this.connections = connections;
        this.ring = ring;
        this.file = file;
        this.clock = clock;
        this.resealing = new Resealing(connections, ring);
    }

    /** The reason nothing was started, thrown to roll back the transaction. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop(Exception cause) {
            super(cause);
        }
    }

    public Transfer run(BotKey given, Duration pause, IntConsumer told) throws IOException, UnusableDatabase {
        if (!isUnderWay()) {
            Transfer.Refused refused = file == null ? refusal(given) : null;
            if (refused != null) {
                return refused;
            }
            if (!alone(connection -> begin(connection, given))) {
                // Stopped between the last step in the database and the one in the file.
                return end(0);
            }
            waitFor(pause);
        }
        for (int bucket = moved(); bucket < HashForm.BUCKETS; bucket = moved()) {
            told.accept(HALF * bucket / HashForm.BUCKETS);
            int moving = bucket;
            alone(connection -> move(connection, moving));
        }
        Set<String> tables = alone(connection -> tables(connection));
        long rows = resealing.run(tables, share -> told.accept(HALF + share * HALF / ALL));
        alone(this::finish);
        connections.emptyLog();
        told.accept(ALL);
        return end(rows);
    }

    /** Runs a step that sees rows as stored. */
    private <T> T alone(Connections.Work<T> step) throws IOException, UnusableDatabase {
        try {
            return connections.writeAlone(connection -> step.with(HashView.below(connection)));
        } catch (Stop stop) {
            if (stop.getCause() instanceof UnusableDatabase unusable) {
                throw unusable;
            }
            throw (IOException) Objects.requireNonNull(stop.getCause());
        }
    }

    /** Removes the old key from the file, unless another rotation has started meanwhile. */
    private Transfer end(long rows) throws IOException, UnusableDatabase {
        KeyFile there = file;
        if (there != null) {
            alone(connection -> {
                try {
                    BotKey both = there.read();
                    if (both != null
                            && InstallationTable.read(connection, KeyRing.ROTATION)
                                    .isEmpty()
                            && InstallationTable.read(connection, KeyRing.CHECK).equals(Optional.of(both.check()))) {
                        there.replace(both.alone());
                    }
                    return connection;
                } catch (IOException | UnusableDatabase unusable) {
                    throw new Stop(unusable);
                }
            });
        }
        return new Transfer.Done(rows);
    }

    private boolean isUnderWay() {
        return connections
                .read(connection -> InstallationTable.read(connection, KeyRing.ROTATION))
                .isPresent();
    }

    private int moved() {
        return connections
                .read(connection -> InstallationTable.read(connection, KeyRing.ROTATION))
                .map(text -> Rotation.read(text).moved())
                .orElse(HashForm.BUCKETS);
    }

    private long withOneKey() {
        return connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(Pools.WITH_ONE_KEY);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private Transfer.@Nullable Refused refusal(BotKey given) {
        if (ring.state().from().key().check().equals(given.check())) {
            return new Transfer.Refused(
                    given.previous() == null
                            ? "BOT_KEY is the key in use. Set BOT_KEY to a new one and BOT_KEY_PREVIOUS to this one, in every"
                                    + " process; restart them, then run this again."
                            : "Everything is sealed with BOT_KEY already. Take BOT_KEY_PREVIOUS out of every process.");
        }
        if (connections.dialect() == Dialect.SQLITE) {
            return null;
        }
        long others = withOneKey();
        // The server may still list the connections of a process that has just ended.
        for (int i = 0; i < LOOKS && others > 0; i++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            others = withOneKey();
        }
        return others == 0
                ? null
                : new Transfer.Refused(
                        "A process of the bot runs that knows only one key. Set BOT_KEY and BOT_KEY_PREVIOUS"
                                + " in every process, restart them, then run this again.");
    }

    /**
     * Records that a rotation is under way, visible to all; the file has both keys by then.
     *
     * @return false if the database already uses the key in the file
     */
    private boolean begin(Connection connection, BotKey given) throws SQLException {
        KeyState now = ring.look(connection);
        if (now.to() != null) {
            return true;
        }
        BotKey next = given;
        try {
            if (file != null) {
                BotKey there = Objects.requireNonNull(file.read());
                boolean isInUse = there.check().equals(now.from().key().check());
                if (isInUse && there.previous() != null) {
                    return false;
                }
                next = isInUse ? BotKey.random().inPlaceOf(there) : there;
                file.replace(next);
            }
        } catch (IOException | UnusableDatabase unusable) {
            throw new Stop(unusable);
        }
        Generation to = Generation.of(now.from().number() + 1, next);
        InstallationTable.write(connection, KeyRing.NAMING, ring.sealedNaming(to));
        InstallationTable.write(connection, KeyRing.ROTATION, new Rotation(next.check(), 0, clock.millis()).text());
        return true;
    }

    private static void waitFor(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before anything was moved", stopped);
        }
    }

    /** Moves a bucket in all tables, so that a hash has the same form everywhere. */
    private int move(Connection connection, int bucket) throws SQLException {
        KeyState now = ring.look(connection);
        Generation to = now.to();
        if (to == null || now.moved() != bucket) {
            // Another process is rotating, too.
            return 0;
        }
        Map<String, List<String>> columns = hashColumns(connection);
        Map<String, String> forms = new HashMap<>();
        for (Map.Entry<String, List<String>> table : columns.entrySet()) {
            for (String column : table.getValue()) {
                for (String before : hashes(
                        connection, table.getKey(), column, now.from().form().first(bucket))) {
                    if (now.from().form().owns(before)) {
                        forms.put(before, to.form().stored(now.from().form().name(before)));
                    }
                }
            }
        }
        BatchWrite.one(connection, "create temporary table moved_hash (before_it text primary key, after_it text)");
        try (BatchWrite moves = new BatchWrite(
                connection.prepareStatement("insert into moved_hash (before_it, after_it) values (?, ?)"), () -> {})) {
            for (Map.Entry<String, String> each : forms.entrySet()) {
                moves.add(each.getKey(), each.getValue());
            }
            moves.execute();
        }
        for (Map.Entry<String, List<String>> table : columns.entrySet()) {
            for (String column : table.getValue()) {
                BatchWrite.one(
                        connection,
                        "update " + table.getKey() + " set " + column + " = (select after_it from moved_hash where"
                                + " before_it = " + column + ") where " + column
                                + " in (select before_it from moved_hash)");
            }
        }
        BatchWrite.one(connection, "drop table moved_hash");
        Rotation rotation = rotation(connection);
        InstallationTable.write(
                connection, KeyRing.ROTATION, new Rotation(rotation.to(), bucket + 1, rotation.since()).text());
        return forms.size();
    }

    private static Rotation rotation(Connection connection) throws SQLException {
        return Rotation.read(
                InstallationTable.read(connection, KeyRing.ROTATION).orElseThrow());
    }

    private static Set<String> hashes(Connection connection, String table, String column, String first)
            throws SQLException {
        Set<String> found = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select distinct " + column + " from " + table + " where substr(" + column + ", 1, 1) = ?")) {
            select.setString(1, first);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    /** The hash columns by table, as the database reports them. */
    static Map<String, List<String>> hashColumns(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (ResultSet row = connection.getMetaData().getColumns(null, schema(connection), "%", "%")) {
            while (row.next()) {
                if (HashColumns.isHash(row.getString("COLUMN_NAME"))) {
                    columns.computeIfAbsent(row.getString("TABLE_NAME"), each -> new ArrayList<>())
                            .add(row.getString("COLUMN_NAME"));
                }
            }
        }
        columns.keySet().retainAll(tables(connection));
        return columns;
    }

    private static @Nullable String schema(Connection connection) throws SQLException {
        return Dialect.of(connection) == Dialect.POSTGRESQL ? connection.getSchema() : null;
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new HashSet<>();
        try (ResultSet row =
                connection.getMetaData().getTables(null, schema(connection), "%", new String[] {"TABLE"})) {
            while (row.next()) {
                tables.add(row.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private boolean finish(Connection connection) throws SQLException {
        Generation to = ring.look(connection).to();
        if (to == null) {
            return false;
        }
        // Subscriptions are scanned in the order of their hashes, which has changed: some may have been skipped.
        BatchWrite.one(
                connection,
                "update alert_run set looked_at = '', enlisted_at = null where settled_at is null"
                        + " and (enlisted_at is null or enlisted_at >= ?)",
                rotation(connection).since());
        InstallationTable.write(connection, KeyRing.NAMING, ring.sealedNaming(to));
        InstallationTable.write(connection, KeyRing.CHECK, to.key().check());
        InstallationTable.write(connection, KeyRing.GENERATION, String.valueOf(to.number()));
        return BatchWrite.one(connection, "delete from installation where name = ?", KeyRing.ROTATION) == 1;
    }
}
