package org.campaignbot.app.config;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.UnreadableSettings;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.UnusableDatabase;
import org.jspecify.annotations.Nullable;

/**
 * What organizers set, and which numbers people reported as wrong.
 *
 * <p>Both are in the database once the installation has one, so that every command and every server sees the same; until then
 * they're in files. When the database is first opened, the files' contents move into it.
 *
 * @param settings what organizers set
 * @param wrongNumbers what people reported
 * @param database the database that holds both, or null if they're in files
 */
public record KeptChanges(
        Settings settings,
        WrongNumbers wrongNumbers,
        @Nullable Database database) implements AutoCloseable {

    /**
     * Opens them for a command, without creating a database.
     *
     * @param report takes what is wrong with the files, in words
     * @throws UnusableDatabase if there is a database that can't be used
     */
    public static KeptChanges open(
            StorageSettings storage, String campaign, InstantSource clock, Consumer<String> report)
            throws UnusableDatabase {
        if (storage.hasDatabase()) {
            return in(storage.open(clock), storage, campaign, clock, report);
        }
        FileWrongNumbers wrongNumbers = new FileWrongNumbers(storage.data(), campaign);
        try {
            wrongNumbers.forgetOldHashes(clock.instant());
        } catch (UnreadableSettings | UncheckedIOException trouble) {
            // A broken report file mustn't stop the bot; new reports wait until the file is fixed.
            report.accept(String.valueOf(trouble.getMessage()));
        }
        return new KeptChanges(new FileSettings(storage.data(), campaign), wrongNumbers, null);
    }

    /** Opens those of an open database. */
    public static KeptChanges in(
            Database database, StorageSettings storage, String campaign, InstantSource clock, Consumer<String> report) {
        KeptChanges kept = new KeptChanges(database.settings(campaign), database.wrongNumbers(), database);
        try {
            new FileSettings(storage.data(), campaign).moveTo(kept.settings, clock.instant());
            new FileWrongNumbers(storage.data(), campaign).moveTo(kept.wrongNumbers);
        } catch (UnreadableSettings | UncheckedIOException trouble) {
            report.accept(String.valueOf(trouble.getMessage()));
        }
        return kept;
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
