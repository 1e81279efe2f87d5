package campaignbot.storage;

import campaignbot.alert.Alerts;
import campaignbot.alert.desk.DeskCards;
import campaignbot.alert.desk.DeskChats;
import campaignbot.alert.sending.Recipients;
import campaignbot.delivery.Account;
import campaignbot.delivery.Outbox;
import campaignbot.delivery.SharedPace;
import campaignbot.memory.MemoryHeldFacts;
import campaignbot.organizers.Blocks;
import campaignbot.organizers.Organizers;
import campaignbot.party.Parties;
import campaignbot.people.PersonHash;
import campaignbot.reception.Answers;
import campaignbot.reception.ConversationStore;
import campaignbot.reception.HeldFacts;
import campaignbot.settings.Settings;
import campaignbot.subscription.Subscriptions;
import campaignbot.tally.Tally;
import campaignbot.tally.WrongNumbers;
import campaignbot.timer.Timers;
import campaignbot.workspace.InstallStates;
import campaignbot.workspace.Installations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the bot keeps, behind the ports that the core knows.
 *
 * <p>Opening it brings its tables to this version and makes sure that the key is the one it was made with. Safe for use by any
 * number of threads. Several processes may share a PostgreSQL database; of an SQLite file one process takes turns and sends,
 * and others may write beside it.
 */
public final class Database implements AutoCloseable {

    private final Connections connections;
    private final KeyRing keys;
    private final Identities identities;
    private final DatabaseLocation location;
    private final ServerLock server;
    private final InstantSource clock;
    private final String process = UUID.randomUUID().toString();
    private final OwnWords ownWords;
    private final JdbcOutbox outbox;
    private final SharedPace pace;
    private final ConversationStore conversations;
    private final HeldFacts heldFacts;

    private Database(
            Connections connections,
            KeyRing keys,
            DatabaseLocation location,
            InstantSource clock,
            Runnable beforeEachWrite) {
        this.connections = connections;
        this.keys = keys;
        this.identities = new Identities(keys);
        this.location = location;
        this.server = lock(location);
        this.clock = clock;
        this.ownWords = new OwnWords(clock);
        ChatUses uses = new ChatUses(identities, clock, process);
        Claims claims = connections.dialect() == Dialect.SQLITE
                ? new ProcessClaims(connections, identities, ownWords, uses, clock, process)
                : new LeasedClaims(connections, identities, uses, clock, process);
        this.outbox = new JdbcOutbox(connections, identities, ownWords, claims, uses, clock, process);
        this.pace = new JdbcSharedPace(connections, identities, clock, process);
        this.heldFacts = connections.dialect() == Dialect.SQLITE
                ? new MemoryHeldFacts(clock)
                : new JdbcHeldFacts(connections, identities, clock);
        JdbcEffects effects = new JdbcEffects(connections, identities, clock, process);
        this.conversations =
                new JdbcConversationStore(connections, identities, outbox, effects, clock, beforeEachWrite);
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
                    "With DATABASE_URL the key must be set as BOT_KEY, the same for every process of the bot: 32"
                            + " random bytes in Base64, as `openssl rand -base64 32` prints them. Keep a copy apart from"
                            + " the database's backups.");
        }
        Connections connections = Pools.open(location, key != null && key.previous() != null);
        try {
            Migrations.run(connections);
            BotKey found = key != null ? key : keyInFolder(connections, (DatabaseLocation.Embedded) location);
            KeyRing keys = keys(
                    connections,
                    found,
                    key != null ? () -> null : () -> keyInFolder((DatabaseLocation.Embedded) location));
            connections.use(keys);
            return new Database(connections, keys, location, clock, () -> {});
        } catch (UnusableDatabase | RuntimeException failure) {
            connections.close();
            if (Pools.isDamaged(failure)) {
                throw new UnusableDatabase(Pools.damaged(location), failure);
            }
            throw failure;
        }
    }

    /**
     * Puts a backup in the place of all that a database keeps, which may be of either kind, empty or not there yet.
     *
     * @param key as for {@link #open}, but it must be the one that the backup was made with: none is made here
     * @return refused where nothing was changed: the bot runs, the key or the version is another, or the file is damaged
     */
    public static Transfer restore(DatabaseLocation location, @Nullable BotKey key, InstantSource clock, Path file)
            throws UnusableDatabase {
        BotKey known = key;
        if (key == null && location instanceof DatabaseLocation.Embedded embedded) {
            known = keyInFolder(embedded);
            if (known == null) {
                return new Transfer.Refused(
                        "There is no key here to read this backup with. Put the file " + KeyFile.NAME
                                + " of that bot into " + embedded.folder() + ", or set BOT_KEY to what it holds.");
            }
        }
        if (known != null) {
            Optional<Transfer.Refused> refusal = Restore.refusal(file, known.check());
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        try (Database database = open(location, key, clock)) {
            return new Restore(database.connections, database.server).run(file);
        }
    }

    private static @Nullable BotKey keyInFolder(DatabaseLocation.Embedded location) throws UnusableDatabase {
        try {
            return new KeyFile(location.folder()).read();
        } catch (IOException unreadable) {
            throw unreadableKey(location, unreadable);
        }
    }

    private static UnusableDatabase unreadableKey(DatabaseLocation.Embedded location, IOException cause) {
        return new UnusableDatabase(
                "The file " + KeyFile.NAME + " in " + location.folder()
                        + " cannot be read or written: is it the bot's own?",
                cause);
    }

    private static ServerLock lock(DatabaseLocation location) {
        return location instanceof DatabaseLocation.Server server
                ? new SessionServerLock(server)
                : new FileServerLock(((DatabaseLocation.Embedded) location).folder());
    }

    private static BotKey keyInFolder(Connections connections, DatabaseLocation.Embedded location)
            throws UnusableDatabase {
        BotKey key = keyInFolder(location);
        if (key != null) {
            return key;
        }
        if (connections
                .read(connection -> Installation.read(connection, KeyRing.CHECK))
                .isPresent()) {
            throw new UnusableDatabase("The key of this database is not here: put the file " + KeyFile.NAME
                    + " back into " + location.folder()
                    + ", or set BOT_KEY to what it held. Without it nobody can be found or written to.");
        }
        try {
            return new KeyFile(location.folder()).make();
        } catch (IOException unwritable) {
            throw unreadableKey(location, unwritable);
        }
    }

    private static KeyRing keys(Connections connections, BotKey key, KeyRing.Source source) throws UnusableDatabase {
        // Only the first start writes, so that a command does not have to wait for a busy server.
        if (connections
                .read(connection -> Installation.read(connection, KeyRing.CHECK))
                .isEmpty()) {
            connections.write(connection -> {
                if (Installation.read(connection, KeyRing.CHECK).isEmpty()) {
                    Installation.write(connection, KeyRing.CHECK, key.check());
                }
                return key;
            });
        }
        return KeyRing.of(connections, key, source);
    }

    /** The conversations and the effects of their turns. */
    public ConversationStore conversations() {
        return conversations;
    }

    /** The messages that their turns sent. */
    public Outbox outbox() {
        return outbox;
    }

    /** What the processes of this bot agree on to keep the platforms' limits together. */
    public SharedPace pace() {
        return pace;
    }

    /** The counts of outcomes. */
    public Tally tally() {
        return new JdbcTally(connections, identities);
    }

    /** Action alerts with their trail. */
    public Alerts alerts() {
        return new JdbcAlerts(connections, identities);
    }

    /** Where organizers came to the alert desk. */
    public DeskChats deskChats() {
        return new JdbcDeskChats(connections, identities);
    }

    /** By which messages organizers follow alerts. */
    public DeskCards deskCards() {
        return new JdbcDeskCards(connections, identities);
    }

    /** The call parties of groups. */
    public Parties parties() {
        return new JdbcParties(connections, identities);
    }

    /** What the world answered to turns. */
    public Answers answers() {
        return new JdbcAnswers(connections, identities, clock);
    }

    /** The hash of any text, the same in every process with this key. */
    public String nameOf(String text) {
        return identities.hash("name", text);
    }

    /** Who asked for alerts. */
    public Subscriptions subscriptions() {
        return new JdbcSubscriptions(connections, identities);
    }

    /** Who is to get alerts, and what became of them. */
    public Recipients recipients() {
        return new JdbcRecipients(connections, identities, outbox);
    }

    /** What comes due for conversations. */
    public Timers timers() {
        return new JdbcTimers(connections, identities);
    }

    /** The settings of a campaign. */
    public Settings settings(String campaign) {
        return new JdbcSettings(connections, identities, campaign);
    }

    /** The counts of wrong numbers. */
    public WrongNumbers wrongNumbers() {
        return new JdbcWrongNumbers(connections, identities);
    }

    /** What people told for the moment: in this process's memory, or shared by all processes of a PostgreSQL database. */
    public HeldFacts heldFacts() {
        return heldFacts;
    }

    /**
     * Makes one commit of all that the ports of this database write in this thread meanwhile, which spares a busy bot most of its
     * waits for the disk. A write that fails is undone alone and throws as ever; what the work throws undoes all. Such commits
     * of several processes wait for each other, so only writing belongs here, as that of effects and of their settling.
     *
     * @throws StorageFailure where the commit failed; then nothing has happened
     */
    public void inOneCommit(Runnable work) {
        connections.inOneCommit(work);
    }

    /** Who organizes, and the codes that make organizers. */
    public Organizers organizers() {
        return new JdbcOrganizers(connections, identities);
    }

    /** Whom the bot answers no more. */
    public Blocks blocks() {
        return new JdbcBlocks(connections, identities);
    }

    /** The workspaces that have installed the bot. */
    public Installations installations() {
        return new JdbcInstallations(connections, identities);
    }

    /** What vouches for the installations that have begun. */
    public InstallStates installStates() {
        return new JdbcInstallStates(connections, identities, JdbcInstallStates.MOST);
    }

    /**
     * Deletes all that belongs to an account, as to a workspace that has uninstalled the bot: conversations, subscriptions, timers,
     * messages, effects, answers, held facts, call parties, mutes in its chats and sign-ins of organizers. Counts stay, for they name nobody; so does the
     * installation, which {@link #installations} deletes, and first, so that nothing new comes in.
     *
     * <p>It looks at every row, which takes seconds in a large database, so it belongs outside {@link #inOneCommit} and outside what
     * a platform waits for. Doing it again, or from several processes at once, is harmless.
     *
     * @throws StorageFailure where the database failed half-way; {@link #finishForgetting} goes on with it
     */
    public void forgetAccount(Account account) {
        forgottenAccounts().forget(account);
    }

    /**
     * Notes that all of an account is to be forgotten, and nothing more; {@link #finishForgetting} does it, here or in the process
     * after this one. Quick enough for what a platform waits for.
     */
    public void noteToForget(Account account) {
        forgottenAccounts().note(account);
    }

    /** Goes on with what was noted, and with what a process that died, or a failure, left of {@link #forgetAccount}; called at the start, and now and then. */
    public void finishForgetting() {
        forgottenAccounts().finish();
    }

    private ForgottenAccounts forgottenAccounts() {
        return new ForgottenAccounts(connections, identities, outbox, heldFacts);
    }

    /** The hash that names persons in counts, the same in every process with this key. */
    public PersonHash persons() {
        return identities.persons();
    }

    /** What deletes all that has been kept for long enough. */
    public Retention retention() {
        return new Retention(connections, recipients());
    }

    /**
     * Registers this process as a server of the database, before it takes turns, carries out effects or sends.
     *
     * @return refused where another process serves this SQLite file, or while a backup is being restored
     */
    public Serving serve() {
        return server.serve();
    }

    /**
     * Work to be done again and again by one of the processes of this database.
     *
     * @param failed told the name of work that failed and the kind of the failure
     */
    public RecurringWork recurringWork(
            List<RecurringWork.Task> tasks, InstantSource clock, BiConsumer<String, String> failed) {
        return new RecurringWork(connections, process, tasks, clock, failed);
    }

    /**
     * Puts a new key in the place of the one in use and seals everything again, in short transactions, while the bot goes on. Where it
     * was stopped, by whatever, another call goes on with it.
     *
     * @param key as for {@link #open}; a key of the setting comes with the {@linkplain BotKey#previous previous} one
     * @param pause how long to wait before rows are moved, so that reads which began before are over
     * @param told how much of it is done, in percent
     * @return refused where nothing was begun; says why and what to do
     * @throws UnusableDatabase where the database cannot be opened
     */
    public static Transfer rotateKey(
            DatabaseLocation location, @Nullable BotKey key, InstantSource clock, Duration pause, IntConsumer told)
            throws UnusableDatabase {
        try (Database database = open(location, key, clock)) {
            KeyFile file = key == null ? new KeyFile(((DatabaseLocation.Embedded) location).folder()) : null;
            BotKey given = key != null ? key : keyInFolder((DatabaseLocation.Embedded) location);
            return new KeyRotation(database.connections, database.keys, file, clock)
                    .run(Objects.requireNonNull(given), pause, told);
        } catch (IOException unwritable) {
            throw unreadableKey((DatabaseLocation.Embedded) location, unwritable);
        }
    }

    /**
     * Writes all that is kept into a file, while the bot goes on; {@link #restore} reads it, into either kind of database.
     *
     * @return refused where there is such a file already, or it cannot be written
     */
    public Transfer backup(Path file) {
        return new Backup(connections, identities).write(file, clock.instant());
    }

    /**
     * Commits as much as a turn may take, and takes it away again.
     *
     * @throws StorageFailure where nothing can be stored now
     */
    public void probe() {
        connections.probe();
    }

    /** How the database is, for whoever looks after it; what fails is a part of the answer. */
    public DatabaseCheck check() {
        return DatabaseCheck.of(connections, location);
    }

    /**
     * What keeps the database from being read or written now; empty where nothing does. It costs something only after a failure,
     * until a probe that writes has succeeded.
     *
     * @throws StorageFailure where the probe failed for another reason
     */
    public Optional<StorageFailure.Kind> trouble() {
        return connections.trouble();
    }

    /**
     * How much waits, for whoever looks after it.
     *
     * @throws StorageFailure where the database does not answer
     */
    public Queues queues() {
        return connections.read(Queues::of);
    }

    /** The settings that decide what survives a power cut, by name, as each open connection tells them. */
    public List<Map<String, String>> durability() {
        return connections.durability();
    }

    /** The same connections with the memory of another process, and a probe that is called before each write of a commit. */
    Database inAnotherProcess(InstantSource clock, Runnable beforeEachWrite) {
        return new Database(connections, keys, location, clock, beforeEachWrite);
    }

    ServerLock serverLock() {
        return server;
    }

    Connections connections() {
        return connections;
    }

    /** Frees messages made of people's own words that are too old; called every second or so. */
    public void dropExpired() {
        ownWords.dropExpired();
    }

    @Override
    public void close() {
        connections.close();
    }
}
