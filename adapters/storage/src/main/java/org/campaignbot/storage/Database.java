package org.campaignbot.storage;

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
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.desk.DeskCards;
import org.campaignbot.alert.desk.DeskChats;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.crm.CrmEvents;
import org.campaignbot.memory.MemoryHeldFacts;
import org.campaignbot.organizers.ApiTokens;
import org.campaignbot.organizers.Blocks;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.party.Parties;
import org.campaignbot.people.PersonHash;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.Outbox;
import org.campaignbot.sending.SharedRateLimits;
import org.campaignbot.settings.Settings;
import org.campaignbot.storage.alert.JdbcAlerts;
import org.campaignbot.storage.alert.JdbcDeskCards;
import org.campaignbot.storage.alert.JdbcDeskChats;
import org.campaignbot.storage.alert.JdbcRecipients;
import org.campaignbot.storage.alert.JdbcSubscriptions;
import org.campaignbot.storage.conversation.JdbcConversationStore;
import org.campaignbot.storage.conversation.JdbcEffectResults;
import org.campaignbot.storage.conversation.JdbcEffects;
import org.campaignbot.storage.conversation.JdbcHeldFacts;
import org.campaignbot.storage.conversation.JdbcTimers;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.maintenance.Backup;
import org.campaignbot.storage.maintenance.ForgottenAccounts;
import org.campaignbot.storage.maintenance.KeyRotation;
import org.campaignbot.storage.maintenance.RecurringWork;
import org.campaignbot.storage.maintenance.Restore;
import org.campaignbot.storage.maintenance.Retention;
import org.campaignbot.storage.maintenance.Transfer;
import org.campaignbot.storage.organizing.JdbcApiTokens;
import org.campaignbot.storage.organizing.JdbcBlocks;
import org.campaignbot.storage.organizing.JdbcCrmEvents;
import org.campaignbot.storage.organizing.JdbcInstallStates;
import org.campaignbot.storage.organizing.JdbcInstallations;
import org.campaignbot.storage.organizing.JdbcOrganizers;
import org.campaignbot.storage.organizing.JdbcParties;
import org.campaignbot.storage.organizing.JdbcSettings;
import org.campaignbot.storage.organizing.JdbcTally;
import org.campaignbot.storage.organizing.JdbcWrongNumbers;
import org.campaignbot.storage.outbox.ChatUses;
import org.campaignbot.storage.outbox.Claims;
import org.campaignbot.storage.outbox.JdbcOutbox;
import org.campaignbot.storage.outbox.JdbcSharedRateLimits;
import org.campaignbot.storage.outbox.LeasedClaims;
import org.campaignbot.storage.outbox.OwnWordsCache;
import org.campaignbot.storage.outbox.ProcessClaims;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sealing.KeyFile;
import org.campaignbot.storage.serving.FileServerLock;
import org.campaignbot.storage.serving.ServerLock;
import org.campaignbot.storage.serving.ServingLock;
import org.campaignbot.storage.serving.SessionServerLock;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.InstallationTable;
import org.campaignbot.storage.sql.KeyRing;
import org.campaignbot.storage.sql.Migrations;
import org.campaignbot.storage.sql.Pools;
import org.campaignbot.storage.sql.SqliteLibrary;
import org.campaignbot.subscriptions.Subscriptions;
import org.campaignbot.timers.Timers;
import org.campaignbot.update.ConversationStore;
import org.campaignbot.update.EffectResults;
import org.campaignbot.update.HeldFacts;
import org.campaignbot.workspace.InstallStates;
import org.campaignbot.workspace.Installations;
import org.jspecify.annotations.Nullable;

/**
 * The bot's stored data, behind the ports that the core knows.
 *
 * <p>Opening it migrates the tables to this version and checks that the given key is the database's. It's thread-safe.
 * Several processes may share a PostgreSQL database. For an SQLite file, one process takes turns and sends, and others may write
 * alongside it.
 */
public final class Database implements AutoCloseable {

    private final Connections connections;
    private final KeyRing keys;
    private final Identities identities;
    private final DatabaseLocation location;
    private final ServerLock server;
    private final InstantSource clock;
    private final String process = UUID.randomUUID().toString();
    private final OwnWordsCache ownWordsCache;
    private final JdbcOutbox outbox;
    private final Recipients recipients;
    private final SharedRateLimits pace;
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
        this.identities = new Identities(keys, clock);
        this.location = location;
        this.server = lock(location, clock);
        this.clock = clock;
        this.ownWordsCache = new OwnWordsCache(clock);
        ChatUses uses = new ChatUses(identities, clock, process);
        Claims claims = connections.dialect() == Dialect.SQLITE
                ? new ProcessClaims(connections, identities, ownWordsCache, uses, clock)
                : new LeasedClaims(connections, identities, uses, clock, process);
        this.outbox = new JdbcOutbox(connections, identities, ownWordsCache, claims, uses, clock, process);
        this.recipients = new JdbcRecipients(connections, identities, claims, uses, process);
        this.pace = new JdbcSharedRateLimits(connections, identities, clock, process, server::quietSince);
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
     * @param key the key from the setting {@code BOT_KEY}, or null if it isn't set: then it's in the file {@code key} beside an
     *     embedded database, created at first start
     * @throws UnusableDatabase if the database can't be reached or read, or the key is missing or wrong
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

    /** Unpacks SQLite's native library for later starts, if a setting of its driver names a folder for it. */
    public static void unpackDriver() throws IOException {
        SqliteLibrary.unpack();
    }

    /**
     * Replaces everything in a database with a backup; the database may be of either kind, empty, or not there yet.
     *
     * @param key as for {@link #open}, but it must be the key of the backup: none is created here
     * @return refused if nothing was changed: the bot is running, the key or version differs, or the file is damaged
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

    private static ServerLock lock(DatabaseLocation location, InstantSource clock) {
        return location instanceof DatabaseLocation.Server server
                ? new SessionServerLock(server)
                : new FileServerLock(((DatabaseLocation.Embedded) location).folder(), clock);
    }

    private static BotKey keyInFolder(Connections connections, DatabaseLocation.Embedded location)
            throws UnusableDatabase {
        BotKey key = keyInFolder(location);
        if (key != null) {
            return key;
        }
        if (connections
                .read(connection -> InstallationTable.read(connection, KeyRing.CHECK))
                .isPresent()) {
            throw new UnusableDatabase("The key of this database is not here: put the file " + KeyFile.NAME
                    + " back into " + location.folder()
                    + ", or set BOT_KEY to what it held. Without it the bot can't find or write to anybody.");
        }
        try {
            return new KeyFile(location.folder()).make();
        } catch (IOException unwritable) {
            throw unreadableKey(location, unwritable);
        }
    }

    private static KeyRing keys(Connections connections, BotKey key, KeyRing.Source source) throws UnusableDatabase {
        // Only the first start writes, so that a command doesn't have to wait for a busy server.
        if (connections
                .read(connection -> InstallationTable.read(connection, KeyRing.CHECK))
                .isEmpty()) {
            connections.write(connection -> {
                if (InstallationTable.read(connection, KeyRing.CHECK).isEmpty()) {
                    InstallationTable.write(connection, KeyRing.CHECK, key.check());
                }
                return key;
            });
        }
        return KeyRing.of(connections, key, source);
    }

    /** Conversations and the effects of their turns. */
    public ConversationStore conversations() {
        return conversations;
    }

    /** Messages sent by turns. */
    public Outbox outbox() {
        return outbox;
    }

    /** How processes of this bot share the platforms' rate limits. */
    public SharedRateLimits pace() {
        return pace;
    }

    /** Outcome counts. */
    public Tally tally() {
        return new JdbcTally(connections, identities);
    }

    /** Action alerts with their audit trail. */
    public Alerts alerts() {
        return new JdbcAlerts(connections, identities);
    }

    /** The chats where organizers opened the alert desk. */
    public DeskChats deskChats() {
        return new JdbcDeskChats(connections, identities);
    }

    /** The messages in which organizers follow alerts. */
    public DeskCards deskCards() {
        return new JdbcDeskCards(connections, identities);
    }

    /** Group call parties. */
    public Parties parties() {
        return new JdbcParties(connections, identities);
    }

    /** Lookup answers to turns. */
    public EffectResults answers() {
        return new JdbcEffectResults(connections, identities, clock);
    }

    /** The hash of any text, the same in every process with this key. */
    public String nameOf(String text) {
        return identities.hash("name", text);
    }

    /** Alert subscriptions. */
    public Subscriptions subscriptions() {
        return new JdbcSubscriptions(connections, identities);
    }

    /** Alert recipients and their states. */
    public Recipients recipients() {
        return recipients;
    }

    /** Timers of conversations. */
    public Timers timers() {
        return new JdbcTimers(connections, identities);
    }

    /** A campaign's settings. */
    public Settings settings(String campaign) {
        return new JdbcSettings(connections, identities, campaign);
    }

    /** Wrong-number counts. */
    public WrongNumbers wrongNumbers() {
        return new JdbcWrongNumbers(connections, identities);
    }

    /** Facts held for the moment: in this process's memory, or shared by all processes of a PostgreSQL database. */
    public HeldFacts heldFacts() {
        return heldFacts;
    }

    /**
     * Makes one commit of everything that this database's ports write in this thread meanwhile, which saves a busy bot most of its
     * waits for the disk. A failed write is undone alone and throws as usual; an exception from the work rolls everything back.
     * These commits wait for each other across processes, so only do writes here, such as effects and settling them.
     *
     * @throws StorageFailure if the commit failed; nothing has happened, unless only the answer to the commit was lost
     */
    public void inOneCommit(Runnable work) {
        connections.inOneCommit(work);
    }

    /** Organizers and the invitation codes that make organizers. */
    public Organizers organizers() {
        return new JdbcOrganizers(connections, identities);
    }

    /** The tokens with which programs act for organizers. */
    public ApiTokens apiTokens() {
        return new JdbcApiTokens(connections, identities);
    }

    /** Events for a CRM. */
    public CrmEvents crmEvents() {
        return new JdbcCrmEvents(connections);
    }

    /** Blocked and muted chats and people. */
    public Blocks blocks() {
        return new JdbcBlocks(connections, identities);
    }

    /** The workspaces that have installed the bot. */
    public Installations installations() {
        return new JdbcInstallations(connections, identities);
    }

    /** One-time states of installations in progress. */
    public InstallStates installStates() {
        return new JdbcInstallStates(connections, identities, JdbcInstallStates.MOST);
    }

    /**
     * Deletes everything that belongs to an account, such as a workspace that has uninstalled the bot: conversations,
     * subscriptions, timers, messages, effects, answers, held facts, call parties, mutes in its chats, and organizers' sign-ins.
     * Counts stay, since they identify no one. The installation stays too; delete it with {@link #installations} first, so that
     * nothing new comes in.
     *
     * <p>It scans every row, which takes seconds in a large database, so call it outside {@link #inOneCommit} and not while a
     * platform waits. It's safe to repeat and to run from several processes at once.
     *
     * @throws StorageFailure if the database failed midway; {@link #finishForgetting} continues
     */
    public void forgetAccount(Account account) {
        forgottenAccounts().forget(account);
    }

    /**
     * Notes that an account is to be forgotten; it's fast enough to call while a platform waits. {@link #finishForgetting} does
     * the work, here or in a later process.
     */
    public void noteToForget(Account account) {
        forgottenAccounts().note(account);
    }

    /**
     * Finishes accounts noted to be forgotten, including what a crash or a failure of {@link #forgetAccount} left over. Call it at
     * startup and now and then.
     */
    public void finishForgetting() {
        forgottenAccounts().finish();
    }

    private ForgottenAccounts forgottenAccounts() {
        return new ForgottenAccounts(connections, identities, outbox, heldFacts);
    }

    /** The hash that identifies people in counts, the same in every process with this key. */
    public PersonHash persons() {
        return identities.persons();
    }

    /** Deletes data that has been kept long enough. */
    public Retention retention() {
        return new Retention(connections, recipients);
    }

    /**
     * Registers this process as a server of the database; call it before taking turns, running effects, or sending.
     *
     * @return refused if another process serves this SQLite file, or a backup is being restored
     */
    public ServingLock serve() {
        return server.serve();
    }

    /**
     * Recurring work, each task run by one process of this database at a time.
     *
     * @param failed receives the name of failed work and the kind of failure
     */
    public RecurringWork recurringWork(
            List<RecurringWork.Task> tasks, InstantSource clock, BiConsumer<String, String> failed) {
        return new RecurringWork(connections, process, tasks, clock, failed);
    }

    /**
     * Replaces the key and re-seals everything, in short transactions, while the bot keeps running. If it's interrupted, call it
     * again to continue.
     *
     * @param key as for {@link #open}; a key from the setting comes with the {@linkplain BotKey#previous previous} one
     * @param pause how long to wait before moving rows, so that earlier reads have ended
     * @param told receives the progress in percent
     * @return refused if nothing was started; says why and what to do
     * @throws UnusableDatabase if the database can't be opened
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
     * Writes all stored data to a file while the bot keeps running; {@link #restore} reads it into either kind of database.
     *
     * @return refused if the file already exists or can't be written
     */
    public Transfer backup(Path file) {
        return new Backup(connections, identities).write(file, clock.instant());
    }

    /**
     * Commits as much as a turn may need, then deletes it.
     *
     * @throws StorageFailure if nothing can be stored now
     */
    public void probe() {
        connections.probe();
    }

    /** The database's health, for operators; failures are part of the result. */
    public DatabaseCheck check() {
        return DatabaseCheck.of(connections, location);
    }

    /**
     * Why the database can't be read or written now; empty if it can. It costs something only after a failure, until a write probe
     * has succeeded.
     *
     * @throws StorageFailure if the probe failed for another reason
     */
    public Optional<StorageFailure.Kind> trouble() {
        return connections.trouble();
    }

    /**
     * Queue lengths, for operators.
     *
     * @throws StorageFailure if the database doesn't answer
     */
    public QueueDepths queues() {
        return connections.read(QueueDepths::of);
    }

    /** The settings that decide what survives a power cut, by name, as reported by each open connection. */
    public List<Map<String, String>> durability() {
        return connections.durability();
    }

    /** The same connections as if in another process with its own memory, and a probe called before each write of a commit. */
    Database inAnotherProcess(InstantSource clock, Runnable beforeEachWrite) {
        return new Database(connections, keys, location, clock, beforeEachWrite);
    }

    ServerLock serverLock() {
        return server;
    }

    Connections connections() {
        return connections;
    }

    /** Frees messages made of people's own words, and names of chats, that are too old; called every second or so. */
    public void dropExpired() {
        identities.dropExpired();
        ownWordsCache.dropExpired();
    }

    @Override
    public void close() {
        connections.close();
    }
}
