package org.campaignbot.storage.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sealing.KeyFile;
import org.campaignbot.storage.sealing.KeyState;
import org.campaignbot.storage.sealing.KeyState.Generation;
import org.campaignbot.storage.sealing.LengthPrefixed;
import org.jspecify.annotations.Nullable;

/**
 * The keys this process knows, and which of them the database uses.
 *
 * <p>Four rows of {@code installation} describe the latter: the key's check value, its generation, the sealed hash key, and the
 * progress of a rotation. A process that a rotation may overtake checks them at the start of every transaction: with an SQLite file
 * that's every process, since its key file may change while a server runs; with PostgreSQL, the processes that were also given the
 * previous key.
 */
public final class KeyRing {

    public static final String CHECK = "key-check";
    public static final String GENERATION = "key-generation";
    public static final String NAMING = "key-naming";
    public static final String ROTATION = "key-rotation";

    /** Where a process finds its key, or both keys, if they aren't the ones it started with. */
    public interface Source {
        @Nullable
        BotKey read() throws UnusableDatabase;
    }

    /** The keys for hashes of ids and of people: those of the bot's first key, for its lifetime. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Naming(byte[] ids, byte[] persons) {}

    /** A rotation under way, as stored in its row. */
    public record Rotation(String to, int moved, long since) {
        public static Rotation read(String text) {
            String[] parts = text.split(" ", -1);
            return new Rotation(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        }

        public String text() {
            return to + " " + moved + " " + since;
        }
    }

    /**
     * Sealed bytes as stored in a row. What this ring sealed is sealed again when the key has changed before the write, so that no
     * row is written with a key that is being replaced.
     */
    public static final class Ciphertext {
        private final UnaryOperator<byte[]> again;
        private volatile byte[] bytes;

        /** Bytes that never change. */
        public Ciphertext(byte[] bytes) {
            this(bytes, UnaryOperator.identity());
        }

        private Ciphertext(byte[] bytes, UnaryOperator<byte[]> again) {
            this.bytes = bytes;
            this.again = again;
        }

        /** The bytes to write now. */
        public byte[] bytes() {
            bytes = again.apply(bytes);
            return bytes;
        }
    }

    private final Source source;
    private final Map<String, Generation> generations = new ConcurrentHashMap<>();
    private volatile BotKey key;
    private volatile Seen seen;
    private final Naming naming;

    /** The rows that were read last, and the state that they mean: together, so that none reads one of each. */
    private record Seen(Map<String, String> rows, KeyState state) {}

    /**
     * Loads the ring of a database.
     *
     * @param source asked if the database uses a key that this process doesn't know yet
     * @throws UnusableDatabase if the database uses another key
     */
    public static KeyRing of(Connections connections, BotKey key, Source source) throws UnusableDatabase {
        return new KeyRing(connections.read(KeyRing::read), key, source);
    }

    /** The ring of a database with these rows about its keys; none if it has only ever had this key. */
    KeyRing(Map<String, String> rows, BotKey key, Source source) throws UnusableDatabase {
        this.key = key;
        this.source = source;
        this.seen = new Seen(rows, state(rows));
        String sealed = rows.get(NAMING);
        if (sealed == null) {
            this.naming = naming(seen.state().from().key());
        } else {
            List<@Nullable String> pieces =
                    LengthPrefixed.read(open(Base64.getDecoder().decode(sealed), NAMING));
            this.naming = new Naming(bytes(pieces.get(0)), bytes(pieces.get(1)));
        }
    }

    private static Naming naming(BotKey first) {
        return new Naming(first.derive("hash of ids"), first.derive("hash of persons"));
    }

    private static byte[] bytes(@Nullable String text) {
        return Base64.getDecoder().decode(Objects.requireNonNull(text));
    }

    /** The hash keys, sealed with a key, as stored in their row. */
    public String sealedNaming(Generation under) {
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] plain = LengthPrefixed.write(base64.encodeToString(naming.ids), base64.encodeToString(naming.persons));
        return base64.encodeToString(under.sealer().seal(plain, NAMING));
    }

    Naming naming() {
        return naming;
    }

    /** The latest state this process has seen. */
    public KeyState state() {
        return seen.state();
    }

    /** Whether a key rotation may start, so that a process must check before it reads or writes. */
    boolean mayChange(Dialect dialect) {
        return dialect == Dialect.SQLITE || key.previous() != null;
    }

    /**
     * The state as of a transaction, unchanged until it ends.
     *
     * @throws SQLException if the database has moved to a key that this process doesn't know
     */
    public KeyState look(Connection connection) throws SQLException {
        Map<String, String> found = read(connection);
        Seen last = seen;
        if (found.equals(last.rows())) {
            return last.state();
        }
        try {
            KeyState now = state(found);
            keep(found, now);
            return now;
        } catch (UnusableDatabase anotherKey) {
            throw new SQLException("the key of the bot is another one now: restart this process with it", anotherKey);
        }
    }

    /** Keeps the newest state: a transaction that began earlier may look later and see an old one. */
    private synchronized void keep(Map<String, String> found, KeyState now) {
        KeyState last = seen.state();
        boolean isNewer = now.from().number() > last.from().number()
                || (now.from().number() == last.from().number() && (last.to() == null || now.moved() >= last.moved()));
        if (isNewer) {
            seen = new Seen(found, now);
        }
    }

    private KeyState state(Map<String, String> found) throws UnusableDatabase {
        int number = Integer.parseInt(found.getOrDefault(GENERATION, "1"));
        String check = found.get(CHECK);
        Generation from = generation(number, check == null ? key : known(check));
        String rotation = found.get(ROTATION);
        if (rotation == null) {
            return new KeyState(from, null, 0);
        }
        Rotation underWay = Rotation.read(rotation);
        return new KeyState(from, generation(number + 1, known(underWay.to)), underWay.moved);
    }

    private Generation generation(int number, BotKey of) {
        return generations.computeIfAbsent(number + " " + of.check(), each -> Generation.of(number, of));
    }

    private BotKey known(String check) throws UnusableDatabase {
        BotKey found = among(key, check);
        if (found == null) {
            BotKey read = source.read();
            found = read == null ? null : among(read, check);
            if (read != null && found != null) {
                key = read;
            }
        }
        if (found == null) {
            throw new UnusableDatabase(
                    "This is not the key that the database was made with, or that it was last rotated"
                            + " to: BOT_KEY, or the file " + KeyFile.NAME
                            + " in BOT_DATA, must hold that one. While a key is"
                            + " rotated, BOT_KEY_PREVIOUS must hold the one before it.");
        }
        return found;
    }

    private static @Nullable BotKey among(BotKey key, String check) {
        BotKey previous = key.previous();
        return key.check().equals(check)
                ? key
                : previous != null && previous.check().equals(check) ? previous : null;
    }

    /** Seals for a row, and again if the key has changed by the time the row is written. */
    Ciphertext seal(byte[] plain, String row) {
        return new Ciphertext(
                seen.state().writing().sealer().seal(plain, row),
                before -> seen.state().writing().sealer().made(before)
                        ? before
                        : seen.state().writing().sealer().seal(plain, row));
    }

    /**
     * Opens a ciphertext made with one of the keys.
     *
     * @throws IllegalArgumentException if it was made with another key or for another row, or was changed
     */
    public byte[] open(byte[] sealed, String row) {
        KeyState now = seen.state();
        List<Generation> likely = new ArrayList<>(List.of(now.writing(), now.from()));
        // A row read just before a rotation ended is opened just after.
        likely.addAll(generations.values());
        for (Generation each : likely) {
            if (each.sealer().made(sealed)) {
                return each.sealer().open(sealed, row);
            }
        }
        throw new IllegalArgumentException("encrypted with another key");
    }

    /** A text that changes with each step of a rotation that moves hashes, and when it ends. */
    public static String rotationSeen(Connection connection) throws SQLException {
        Map<String, String> found = read(connection);
        return found.get(GENERATION) + " " + found.get(ROTATION);
    }

    private static Map<String, String> read(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select name, content from installation where name in ('" + CHECK
                                + "', '" + GENERATION + "', '" + NAMING + "', '" + ROTATION + "')");
                ResultSet row = select.executeQuery()) {
            Map<String, String> found = new HashMap<>();
            while (row.next()) {
                found.put(row.getString(1), row.getString(2));
            }
            return found;
        }
    }
}
