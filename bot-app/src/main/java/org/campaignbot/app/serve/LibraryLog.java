package org.campaignbot.app.serve;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.campaignbot.storage.failure.StorageFailure;
import org.jspecify.annotations.Nullable;

/**
 * The libraries' log, reduced to what can't contain personal data.
 *
 * <p>An exception's message can quote a row or a URL with a token in it, so of a warning only its source and the exception's type
 * are logged. The bot itself tells the operator what is wrong, in words.
 */
final class LibraryLog extends Handler {

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
