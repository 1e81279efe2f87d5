package org.campaignbot.app.serve;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.campaignbot.app.config.OwnFile;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.storage.sql.DatabaseLocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the bot as a server. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the bot on Telegram and Slack until it is told to stop (Ctrl-C, or the signal TERM).",
            "TELEGRAM_TOKEN, which @BotFather gives, is all that has to be set; README.md lists the others, and those"
                    + " of Slack."
        })
public final class ServeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ServerSettings settings = ServerSettings.need(Shell.of(spec).variables());
        PrintWriter out = spec.commandLine().getOut();
        Console console = new Console(
                out,
                spec.commandLine().getErr(),
                settings.clock(),
                settings.ops().isLogJson());
        LibraryLog.to(console);
        secure(settings.storage(), spec.commandLine().getErr());
        CompletableFuture<Integer> end = new CompletableFuture<>();
        Server server = Server.of(settings, console, () -> end.complete(1));
        Shutdown shutdown = Shutdown.of(server, console);
        try {
            server.open();
            return end.get();
        } finally {
            shutdown.close();
        }
    }

    /** Protects the key and the database from other users of this machine, and reports where it can't. */
    static void secure(StorageSettings storage, PrintWriter err) {
        String database = DatabaseLocation.Embedded.FILE;
        OwnFile.close(storage.data(), List.of("key", database, database + "-wal", database + "-shm"))
                .forEach(name -> err.println(
                        "Others on this machine could read " + storage.data().resolve(name)
                                + "; now only its owner can. If anybody may have read it: ./bot key rotate"));
        OwnFile.openFolder(storage.data())
                .ifPresent(fix -> err.println("Others on this machine can write in " + storage.data()
                        + " and so put another key or database there. Run: " + fix));
    }
}
