package org.campaignbot.app.cli;

import java.time.Instant;
import java.time.InstantSource;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.failure.UnusableDatabase;

/** The database of this installation and the time, for the commands of this package. */
record CommandContext(Database database, InstantSource clock) implements AutoCloseable {

    /**
     * Opens the database that a shell's variables name.
     *
     * @throws SettingProblem if there is none yet: a command that created one in the wrong folder would seem to work
     */
    static CommandContext open(Shell shell) throws SettingProblem, UnusableDatabase {
        StorageSettings storage = shell.storage();
        if (!storage.hasDatabase()) {
            throw new SettingProblem(
                    "There is no database in " + storage.data()
                            + ". The first ./bot serve or ./bot settings set makes it; if it's elsewhere, BOT_DATA names its folder.");
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
