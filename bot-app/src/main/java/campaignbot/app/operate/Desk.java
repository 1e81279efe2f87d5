package campaignbot.app.operate;

import campaignbot.app.installation.Clocks;
import campaignbot.app.installation.SettingProblem;
import campaignbot.app.installation.StorageSettings;
import campaignbot.storage.Database;
import campaignbot.storage.UnusableDatabase;
import java.time.Instant;
import java.time.InstantSource;

/** The database of this installation and the time, as the commands of this package find them. */
record Desk(Database database, InstantSource clock) implements AutoCloseable {

    /**
     * Opens the database that the environment names.
     *
     * @throws SettingProblem where there is none yet: a command that made one in a wrong folder would seem to work
     */
    static Desk open() throws SettingProblem, UnusableDatabase {
        StorageSettings storage = StorageSettings.of(System.getenv());
        if (!storage.hasDatabase()) {
            throw new SettingProblem("There is no database in " + storage.data()
                    + ". The first ./bot serve makes it; if" + " there is one elsewhere, BOT_DATA names its folder.");
        }
        InstantSource clock = present();
        return new Desk(storage.open(clock), clock);
    }

    /** The clock of this installation. */
    static InstantSource present() throws SettingProblem {
        return Clocks.of(null, System.getenv(Clocks.VARIABLE));
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        database.close();
    }
}
