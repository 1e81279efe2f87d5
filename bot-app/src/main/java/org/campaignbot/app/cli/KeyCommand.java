package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.maintenance.Transfer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Manages the key. */
@Command(name = "key", mixinStandardHelpOptions = true, description = "Manages the encryption key.")
public final class KeyCommand implements Runnable {

    /** Long enough for reads in progress to finish before the first rows are re-sealed. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final int STEP = 10;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Replaces the current key with a new one. */
    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Seals everything with a new key, while the bot goes on. Stopped or killed, it goes on when it is run again.",
                "The new key is made in the file key in BOT_DATA. With BOT_KEY, set BOT_KEY to a new key and BOT_KEY_PREVIOUS to"
                        + " the present one in every process, restart them, and then run this; afterwards take BOT_KEY_PREVIOUS out.",
                "Backups made before need the old key: keep it with them, or make a backup afterwards and delete those."
            })
    int rotate() throws Exception {
        Shell shell = Shell.of(spec);
        StorageSettings storage = shell.storage();
        if (!storage.hasDatabase()) {
            throw new SettingProblem("There is no database in " + storage.data() + ", so there is nothing to re-seal.");
        }
        PrintWriter out = spec.commandLine().getOut();
        AtomicInteger said = new AtomicInteger();
        Transfer rotated = Database.rotateKey(storage.location(), storage.key(), shell.clock(), PAUSE, percent -> {
            if (percent >= said.get() + STEP) {
                said.set(percent);
                out.println(percent + " %");
            }
        });
        if (rotated instanceof Transfer.Done) {
            out.println("Everything is sealed with the new key: keep a copy of it, apart from the backups.");
            out.println("Backups made before need the old key. Make a new one now: ./bot backup FILE");
            return 0;
        }
        return BackupCommand.told(spec, rotated, "");
    }
}
