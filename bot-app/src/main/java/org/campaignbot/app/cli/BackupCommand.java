package org.campaignbot.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Shell;
import org.campaignbot.storage.maintenance.Transfer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes all stored data to a file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes all that the bot keeps into a file, while it goes on.",
            "Ids are ciphertext in it. The key is not in it: keep a copy of the file key in BOT_DATA, or of BOT_KEY, elsewhere."
        })
public final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to write; it may not be there yet.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (CommandContext commandContext = CommandContext.open(Shell.of(spec))) {
            return told(spec, commandContext.database().backup(file), "Written to " + file);
        }
    }

    /** Prints the result of a transfer and returns its exit code. */
    static int told(CommandSpec spec, Transfer transfer, String done) {
        if (transfer instanceof Transfer.Refused refused) {
            spec.commandLine().getErr().println(refused.why());
            return 1;
        }
        spec.commandLine().getOut().println(done + ": " + ((Transfer.Done) transfer).rows() + " rows.");
        return 0;
    }
}
