package campaignbot.app.operate;

import campaignbot.app.installation.SettingProblem;
import campaignbot.app.installation.Shell;
import campaignbot.app.installation.StorageSettings;
import campaignbot.storage.Database;
import campaignbot.storage.UnusableDatabase;
import java.time.Instant;
import java.time.InstantSource;

/** The database of this installation and the time, as the commands of this package find them. */
record Desk(Database database, InstantSource clock) implements AutoCloseable {

    /**
     * Opens the database that the variables of a shell name.
     *
     * @throws SettingProblem where there is none yet: a command that made one in a wrong folder would seem to work
     */
    static Desk open(Shell shell) throws SettingProblem, UnusableDatabase {
        StorageSettings storage = shell.storage();
        if (!storage.hasDatabase()) {
            throw new SettingProblem("There is no database in " + storage.data()
                    + ". The first ./bot serve makes it; if" + " there is one elsewhere, BOT_DATA names its folder.");
        }
        InstantSource clock = shell.clock();
        return new Desk(storage.open(clock), clock);
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        database.close();
    }
}
