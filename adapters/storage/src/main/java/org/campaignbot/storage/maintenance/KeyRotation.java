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
import java.util.stream.Collectors;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sealing.HashForm;
import org.campaignbot.storage.sealing.KeyFile;
import org.campaignbot.storage.sealing.KeyState;
import org.campaignbot.storage.sealing.KeyState.Generation;
import org.campaignbot.storage.sealing.Sealer;
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
 * <p>First hashes are moved, one bucket at a time in all tables; then ciphertexts are sealed again, a few hundred rows at a time;
 * then the old key is removed.
 */
public final class KeyRotation {

    /** How often to ask the server, a tenth of a second apart, before concluding that a process with only one key is running. */
    private static final int LOOKS = 30;

    /**
     * Ciphertext columns, with what each is bound to, as SQL over the row, if that isn't the row's first column. Add new bindings
     * here; a test finds a missing one.
     */
    private static final Map<String, List<Sealed>> SEALED = List.of(
                    new Sealed("conversation", "id_hash"),
                    new Sealed("effect", "seq, conversation_hash", "sealed", "conversation_hash"),
                    new Sealed("outbox", "id_hash"),
                    new Sealed("organizer", "id"),
                    new Sealed("organizer_code", "code_hash"),
                    new Sealed("organizer_audit", "id"),
                    new Sealed("api_token", "id"),
                    new Sealed("block", "person_hash, chat_hash", "sealed", "person_hash '/' chat_hash"),
                    new Sealed("workspace", "id_hash"),
                    new Sealed("forgotten_account", "account_hash"),
                    new Sealed("party", "id"),
                    new Sealed("answer", "id"),
                    new Sealed("alert", "id", "sealed", "'alert/' id"),
                    new Sealed("alert_entry", "alert_id, version", "sealed", "'alert_entry/' alert_id '/' version"),
                    new Sealed("desk_chat", "id_hash"),
                    new Sealed("desk_card", "id"),
                    new Sealed("subscription", "id_hash"),
                    new Sealed("subscription", "id_hash", "set_by", "id_hash"),
                    new Sealed("timer", "conversation_hash, flow", "sealed", "conversation_hash"),
                    new Sealed(
                            "setting_version", "campaign, number", "sealed", "'setting_version/' campaign '/' number"),
                    new Sealed("held_fact", "conversation_hash"))
            .stream()
            .collect(Collectors.groupingBy(Sealed::table, LinkedHashMap::new, Collectors.toList()));

    private static final int ROWS_AT_ONCE = 500;
    private static final int ALL = 100;
    private static final int HALF = 50;

    /**
     * A column of ciphertext.
     *
     * @param keys the columns that find a row
     * @param row the parts of what it's bound to: columns, and texts in quotes
     */
    private record Sealed(String table, String keys, String column, String row) {
        Sealed(String table, String key) {
            this(table, key, "sealed", key);
        }

        String row(Map<String, Object> values) {
            return List.of(row.split(" ", -1)).stream()
                    .map(part -> part.startsWith("'") ? part.substring(1, part.length() - 1) : "" + values.get(part))
                    .collect(Collectors.joining());
        }

        List<String> columns() {
            return List.of(keys.split(", ", -1));
        }
    }

    private final Connections connections;
    private final KeyRing ring;
    private final @Nullable KeyFile file;
    private final InstantSource clock;

    /** Rotates the key in a file or, without a file, the key from the setting. */
    public KeyRotation(Connections connections, KeyRing ring, @Nullable KeyFile file, InstantSource clock) {
        this.connections = connections;
        this.ring = ring;
        this.file = file;
        this.clock = clock;
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
        int done = 0;
        long rows = 0;
        // SQLite has no table of held facts.
        Set<String> tables = alone(connection -> tables(connection));
        for (Map.Entry<String, List<Sealed>> table : SEALED.entrySet()) {
            told.accept(HALF + HALF * done++ / SEALED.size());
            if (tables.contains(table.getKey())) {
                for (Sealed each : table.getValue()) {
                    rows += sealAgain(each);
                }
            }
        }
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
    public static Map<String, List<String>> hashColumns(Connection connection) throws SQLException {
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

    /** The ciphertext columns that are sealed again, by table. */
    public static Map<String, Set<String>> sealedColumns() {
        return SEALED.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream().map(Sealed::column).collect(Collectors.toSet())));
    }

    private long sealAgain(Sealed sealed) {
        long rows = 0;
        int unreadable = 0;
        Again some;
        do {
            int passed = unreadable;
            some = connections.writeAlone(connection -> sealAgain(connection, sealed, passed));
            rows += some.sealed;
            unreadable += some.unreadable;
        } while (some.sealed + some.unreadable == ROWS_AT_ONCE);
        return rows;
    }

    private record Again(int sealed, int unreadable) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Old(Map<String, Object> keys, byte[] sealed) {}

    /** Seals some rows again; a row that neither key can read stays as it is, since it's unreadable anyway. */
    private Again sealAgain(Connection connection, Sealed sealed, int passed) throws SQLException {
        KeyState now = ring.look(HashView.below(connection));
        Sealer sealer = now.writing().sealer();
        List<Old> rows = old(connection, sealed, sealer.head(), passed);
        int unreadable = 0;
        String where = sealed.columns().stream().map(key -> key + " = ?").collect(Collectors.joining(" and "));
        try (PreparedStatement update = connection.prepareStatement(
                "update " + sealed.table + " set " + sealed.column + " = ? where " + where)) {
            for (Old row : rows) {
                String bound = sealed.row(row.keys);
                byte[] plain;
                try {
                    plain = ring.open(row.sealed, bound);
                } catch (IllegalArgumentException damaged) {
                    unreadable++;
                    continue;
                }
                update.setBytes(1, sealer.seal(plain, bound));
                int mark = 2;
                for (String key : sealed.columns()) {
                    Object value = Objects.requireNonNull(row.keys.get(key));
                    if (value instanceof Number number) {
                        update.setLong(mark++, number.longValue());
                    } else {
                        update.setString(mark++, value.toString());
                    }
                }
                update.executeUpdate();
            }
        }
        return new Again(rows.size() - unreadable, unreadable);
    }

    private static List<Old> old(Connection connection, Sealed sealed, byte[] head, int passed) throws SQLException {
        List<Old> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select " + sealed.keys + ", " + sealed.column
                + " from " + sealed.table + " where " + sealed.column + " is not null and substr(" + sealed.column
                + ", 1, "
                + head.length + ") <> ? order by " + sealed.keys + " limit ? offset ?")) {
            select.setBytes(1, head);
            select.setInt(2, ROWS_AT_ONCE);
            select.setInt(3, passed);
            try (ResultSet row = select.executeQuery()) {
                List<String> keys = sealed.columns();
                while (row.next()) {
                    Map<String, Object> values = new HashMap<>();
                    for (int i = 0; i < keys.size(); i++) {
                        Object value = row.getObject(i + 1);
                        values.put(keys.get(i), value);
                    }
                    rows.add(new Old(values, row.getBytes(keys.size() + 1)));
                }
            }
        }
        return rows;
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
