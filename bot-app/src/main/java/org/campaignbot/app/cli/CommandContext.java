package org.campaignbot.app.cli;

import java.time.Instant;
import java.time.InstantSource;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.UnusableDatabase;

/** The database of this installation and the time, as the commands of this package find them. */
record CommandContext(Database database, InstantSource clock) implements AutoCloseable {

    /**
     * Opens the database that the variables of a shell name.
     *
     * @throws SettingProblem where there is none yet: a command that made one in a wrong folder would seem to work
     */
    static CommandContext open(Shell shell) throws SettingProblem, UnusableDatabase {
        StorageSettings storage = shell.storage();
        if (!storage.hasDatabase()) {
            throw new SettingProblem("There is no database in " + storage.data()
                    + ". The first ./bot serve makes it; if" + " there is one elsewhere, BOT_DATA names its folder.");
        }
        InstantSource clock = shell.clock();
        return new CommandContext(storage.open(clock), clock);
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        database.close();
    }
}
