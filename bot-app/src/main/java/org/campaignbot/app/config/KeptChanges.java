package org.campaignbot.app.config;

import java.time.InstantSource;
import java.util.List;
import org.campaignbot.memory.MemoryWrongNumbers;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.UnreadableSettings;
import org.campaignbot.settings.Version;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's settings and its reports of wrong numbers, as commands find them in the database.
 *
 * <p>Reading never makes a database: while there is none, nothing is set. The first change makes it. A chat that began before that
 * finds the database as soon as it is there.
 */
public final class KeptChanges implements Settings, AutoCloseable {

    private final StorageSettings storage;
    private final String campaign;
    private final InstantSource clock;
    private @Nullable Database database;

    private KeptChanges(StorageSettings storage, String campaign, InstantSource clock, @Nullable Database database) {
        this.storage = storage;
        this.campaign = campaign;
        this.clock = clock;
        this.database = database;
    }

    /**
     * Opens the database if there is one.
     *
     * @throws UnusableDatabase if there is one that can't be used
     */
    public static KeptChanges open(StorageSettings storage, String campaign, InstantSource clock)
            throws UnusableDatabase {
        return new KeptChanges(storage, campaign, clock, storage.hasDatabase() ? storage.open(clock) : null);
    }

    @Override
    public Version current() {
        Database found = found();
        return found == null ? Version.FIRST : found.settings(campaign).current();
    }

    @Override
    public boolean change(Version seen, Change change) {
        return openOrMake().settings(campaign).change(seen, change);
    }

    @Override
    public List<Edit> history() {
        Database found = found();
        return found == null ? List.of() : found.settings(campaign).history();
    }

    /** The reports in the database; while there is none, reports that end with this process. */
    public WrongNumbers wrongNumbers() {
        Database found = found();
        return found == null ? new MemoryWrongNumbers() : found.wrongNumbers();
    }

    private synchronized @Nullable Database found() {
        return database == null && !storage.hasDatabase() ? null : openOrMake();
    }

    private synchronized Database openOrMake() {
        if (database == null) {
            try {
                database = storage.open(clock);
            } catch (UnusableDatabase | StorageFailure unusable) {
                UnreadableSettings unreadable = new UnreadableSettings(String.valueOf(unusable.getMessage()));
                unreadable.initCause(unusable);
                throw unreadable;
            }
        }
        return database;
    }

    @Override
    public synchronized void close() {
        if (database != null) {
            database.close();
        }
    }
}
