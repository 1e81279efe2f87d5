package org.campaignbot.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.jspecify.annotations.Nullable;

/**
 * Where this installation stores its data.
 *
 * @param data the folder of this installation; it need not exist
 * @param location its database, which need not exist either
 * @param key the key of {@code BOT_KEY}, or null if that isn't set and the one beside an embedded database is used
 */
public record StorageSettings(
        Path data, DatabaseLocation location, @Nullable BotKey key) {

    /** The setting for a PostgreSQL database. */
    public static final String DATABASE_URL = "DATABASE_URL";

    /** The setting for the key that seals ids. */
    public static final String KEY = "BOT_KEY";

    /** The setting for the previous key during a rotation. */
    public static final String PREVIOUS_KEY = "BOT_KEY_PREVIOUS";

    /** The setting for a folder other than {@code data} beside the launcher. */
    public static final String DATA = "BOT_DATA";

    /**
     * Reads them from an environment; empty values count as not set, and secrets may be in files ({@code NAME_FILE}).
     *
     * @throws SettingProblem if one can't be used, or a database server is set without the key that it requires
     */
    public static StorageSettings of(Map<String, String> environment) throws SettingProblem {
        return of(Variables.of(environment));
    }

    static StorageSettings of(Variables variables) throws SettingProblem {
        if (!variables.fileProblems().isEmpty()) {
            throw new SettingProblem(String.join("\n", variables.fileProblems()));
        }
        InstallationProperties named = variables.installation();
        Path data = folder(named.botData());
        String key = named.botKey();
        try {
            DatabaseLocation location = DatabaseLocation.of(Objects.requireNonNullElse(named.databaseUrl(), ""), data);
            if (location instanceof DatabaseLocation.Server && key == null) {
                throw new SettingProblem(
                        KEY + " is not set, though " + DATABASE_URL + " is. Set it to the same 32 random"
                                + " bytes in every process of the bot, in Base64, as `openssl rand -base64 32` prints them, and keep a"
                                + " copy apart from the database's backups.");
            }
            String previous = named.botKeyPrevious();
            if (key == null && previous != null) {
                throw new SettingProblem(PREVIOUS_KEY + " is set without " + KEY
                        + ". Set both while the key is rotated, and neither where the file key in BOT_DATA holds it.");
            }
            return new StorageSettings(data, location, key == null ? null : key(key, previous));
        } catch (UnusableDatabase unusable) {
            throw new SettingProblem(String.valueOf(unusable.getMessage()));
        }
    }

    /** The folder of that name, or the default one, apart from the code and content that an update replaces; it need not exist. */
    public static Path folder(@Nullable String named) {
        return named != null && !named.isBlank()
                ? Path.of(named)
                : Path.of(System.getProperty("bot.home", "."), "data");
    }

    private static BotKey key(String text, @Nullable String previous) throws UnusableDatabase {
        BotKey key = BotKey.of(text, KEY);
        return previous == null ? key : key.inPlaceOf(BotKey.of(previous, PREVIOUS_KEY));
    }

    /** Whether there is already a database to open. */
    public boolean hasDatabase() {
        return location instanceof DatabaseLocation.Server
                || Files.exists(data.resolve(DatabaseLocation.Embedded.FILE));
    }

    /**
     * Opens the database; creates an embedded one if there is none.
     *
     * @throws UnusableDatabase if it can't be used
     */
    public Database open(InstantSource clock) throws UnusableDatabase {
        return Database.open(location, key, clock);
    }

    /** Where data is stored; never the key. */
    @Override
    public String toString() {
        return "StorageSettings[" + data + ", " + location + "]";
    }
}
