package campaignbot.storage;

import campaignbot.delivery.Outbox;
import campaignbot.organizers.Blocks;
import campaignbot.organizers.Organizers;
import campaignbot.people.PersonHash;
import campaignbot.reception.ConversationStore;
import campaignbot.tally.Tally;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * What the bot keeps, behind the ports that the core knows.
 *
 * <p>Opening it brings its tables to this version and makes sure that the key is the one it was made with. Safe for use by any
 * number of threads. Several processes may share a PostgreSQL database; of an SQLite file one process takes turns and sends,
 * and others may write beside it.
 */
public final class Database implements AutoCloseable {

    private static final String CHECK = "key-check";

    private final Connections connections;
    private final Identities identities;
    private final JdbcOutbox outbox;
    private final ConversationStore conversations;

    private Database(Connections connections, Identities identities, InstantSource clock, Runnable beforeEachWrite) {
        this.connections = connections;
        this.identities = identities;
        String process = UUID.randomUUID().toString();
        OwnWords ownWords = new OwnWords(clock);
        Claims claims = connections.dialect() == Dialect.SQLITE
                ? new ProcessClaims(connections, identities, ownWords)
                : new LeasedClaims(connections, identities, clock, process);
        this.outbox = new JdbcOutbox(connections, identities, ownWords, claims, clock, process);
        this.conversations = new JdbcConversationStore(connections, identities, outbox, clock, beforeEachWrite);
    }

    /**
     * Opens a database.
     *
     * @param key the key of the setting {@code BOT_KEY}, or null where it is not set: then the file {@code key} beside an
     *     embedded database holds it, made at first start
     * @throws UnusableDatabase where the database cannot be reached or read, or the key is missing or another
     */
    public static Database open(DatabaseLocation location, @Nullable BotKey key, InstantSource clock)
            throws UnusableDatabase {
        if (key == null && location instanceof DatabaseLocation.Server) {
            throw new UnusableDatabase(
                    "With DATABASE_URL the key must be set as BOT_KEY, the same for every process of the"
                            + " bot: 32 random bytes in Base64, as `openssl rand -base64 32` prints them. Keep a copy apart from the"
                            + " database's backups.");
        }
        Connections connections = Pools.open(location);
        try {
            migrate(connections);
            BotKey found = key != null ? key : keyInFolder(connections, (DatabaseLocation.Embedded) location);
            Database database = new Database(connections, new Identities(found), clock, () -> {});
            database.checkKey();
            return database;
        } catch (UnusableDatabase | RuntimeException failure) {
            connections.close();
            throw failure;
        }
    }

    private static void migrate(Connections connections) throws UnusableDatabase {
        try {
            Flyway.configure()
                    .dataSource(connections.source())
                    .locations("classpath:campaignbot/storage/migrations")
                    .placeholders(connections.dialect().words())
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new UnusableDatabase(
                    "The database's tables cannot be brought to this version of the bot. Nothing was lost: start the version"
                            + " that used it last, or restore a backup.",
                    failure);
        }
    }

    private static BotKey keyInFolder(Connections connections, DatabaseLocation.Embedded location)
            throws UnusableDatabase {
        KeyFile file = new KeyFile(location.folder());
        try {
            BotKey key = file.read();
            if (key != null) {
                return key;
            }
            if (connections
                    .read(connection -> Installation.read(connection, CHECK))
                    .isPresent()) {
                throw new UnusableDatabase("The key of this database is not here: put the file " + KeyFile.NAME
                        + " back into " + location.folder()
                        + ", or set BOT_KEY to what it held. Without it nobody can be found or written to.");
            }
            return file.make();
        } catch (IOException unreadable) {
            throw new UnusableDatabase(
                    "The file " + KeyFile.NAME + " in " + location.folder()
                            + " cannot be read or written: is it the bot's own?",
                    unreadable);
        }
    }

    private void checkKey() throws UnusableDatabase {
        String check = connections.write(connection -> {
            Optional<String> present = Installation.read(connection, CHECK);
            if (present.isEmpty()) {
                Installation.write(connection, CHECK, identities.check());
            }
            return present.orElse(identities.check());
        });
        if (!check.equals(identities.check())) {
            throw new UnusableDatabase("This is not the key that the database was made with: BOT_KEY, or the file "
                    + KeyFile.NAME + " in BOT_DATA, must hold the one of the first start.");
        }
    }

    /** The conversations and the effects of their turns. */
    public ConversationStore conversations() {
        return conversations;
    }

    /** The messages that their turns sent. */
    public Outbox outbox() {
        return outbox;
    }

    /** The counts of outcomes. */
    public Tally tally() {
        return new JdbcTally(connections, identities);
    }

    /** Who organizes, and the codes that make organizers. */
    public Organizers organizers() {
        return new JdbcOrganizers(connections, identities);
    }

    /** Whom the bot answers no more. */
    public Blocks blocks() {
        return new JdbcBlocks(connections, identities);
    }

    /** The hash that names persons in counts, the same in every process with this key. */
    public PersonHash persons() {
        return identities.persons();
    }

    /** What deletes all that has been kept for long enough. */
    public Retention retention() {
        return new Retention(connections);
    }

    /** The settings that decide what survives a power cut, by name, as each open connection tells them. */
    public List<Map<String, String>> durability() {
        return connections.durability();
    }

    /** The same connections with the memory of another process, and a probe that is called before each write of a commit. */
    Database inAnotherProcess(InstantSource clock, Runnable beforeEachWrite) {
        return new Database(connections, identities, clock, beforeEachWrite);
    }

    Connections connections() {
        return connections;
    }

    @Override
    public void close() {
        connections.close();
    }
}
