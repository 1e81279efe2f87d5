package org.campaignbot.app.serve;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.campaignbot.app.config.OwnFile;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.jspecify.annotations.Nullable;
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

    private static final Duration QUIET = Duration.ofSeconds(1);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return serve(Shell.of(spec));
    }

    /** Serves with the variables of a shell until a signal comes; returns the exit code. */
    public static int serve(Shell shell) throws Exception {
        return serve(
                shell.variables(),
                new PrintWriter(shell.out(), true, StandardCharsets.UTF_8),
                new PrintWriter(shell.err(), true, StandardCharsets.UTF_8),
                new CompletableFuture<>(),
                () -> {});
    }

    /** What is done once a server is open. */
    interface Opened {
        void run() throws Exception;
    }

    /** Serves until a signal comes, or somebody completes {@code end}; returns the exit code. */
    static int serve(
            Map<String, String> variables,
            PrintWriter out,
            PrintWriter err,
            CompletableFuture<Integer> end,
            Opened opened)
            throws Exception {
        ServerSettings settings = ServerSettings.need(variables);
        Console console = new Console(out, err, settings.clock(), settings.ops().isLogJson());
        LibraryLog.to(console);
        secure(settings.storage(), err);
        Server server = Server.of(settings, console, () -> end.complete(1));
        Shutdown shutdown = Shutdown.of(server, console);
        try {
            server.open();
            opened.run();
            if (!endsSoon(end)) {
                server.readTheRest();
            }
            return end.get();
        } finally {
            shutdown.close();
        }
    }

    /** Waits a second, so that the first answers have the processor to themselves; says whether the server ends meanwhile. */
    private static boolean endsSoon(Future<Integer> end) throws InterruptedException, ExecutionException {
        try {
            end.get(QUIET.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
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

    /**
     * The libraries' log, reduced to what can't contain personal data.
     *
     * <p>An exception's message can quote a row or a URL with a token in it, so of a warning only its source and the exception's type
     * are logged. The bot itself tells the operator what is wrong, in words.
     */
    static final class LibraryLog extends Handler {

        private final Console console;

        private LibraryLog(Console console) {
            this.console = console;
        }

        /** Redirects the log of all libraries in this process to a console, from warnings up. */
        static void to(Console console) {
            // Spring Boot would configure its own logging.
            System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
            LogManager.getLogManager().reset();
            Logger root = Logger.getLogger("");
            root.setLevel(Level.WARNING);
            root.addHandler(new LibraryLog(console));
        }

        @Override
        public void publish(@Nullable LogRecord entry) {
            if (entry != null && entry.getLevel().intValue() >= Level.WARNING.intValue() && !isToldElsewhere(entry)) {
                Throwable thrown = entry.getThrown();
                String line = "The library " + entry.getLoggerName() + " met trouble"
                        + (thrown == null ? "." : ": " + thrown.getClass().getSimpleName() + ".");
                if (thrown != null && StorageFailure.isBehind(thrown)) {
                    console.troubles().perhapsDatabase(line);
                } else {
                    console.trouble(line);
                }
            }
        }

        /** Whatever prevents a start is reported elsewhere, in words. */
        private static boolean isToldElsewhere(LogRecord entry) {
            String name = String.valueOf(entry.getLoggerName());
            return name.startsWith("org.springframework.boot.SpringApplication")
                    || name.startsWith("org.springframework.boot.diagnostics")
                    || name.startsWith("org.springframework.context.")
                    || name.startsWith("org.springframework.boot.web.server.");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
