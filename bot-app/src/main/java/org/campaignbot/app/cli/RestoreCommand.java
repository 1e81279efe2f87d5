package org.campaignbot.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.storage.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replaces all stored data with a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a backup in the place of all that the bot keeps here, in SQLite or PostgreSQL.",
            "The bot must not run meanwhile, and the key must be the one that the backup was made with."
        })
public final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file that ./bot backup wrote.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Shell shell = Shell.of(spec);
        StorageSettings storage = shell.storage();
        return BackupCommand.told(
                spec,
                Database.restore(storage.location(), storage.key(), shell.clock(), file),
                "Restored from " + file + ", in the place of all that was kept here");
    }
}
