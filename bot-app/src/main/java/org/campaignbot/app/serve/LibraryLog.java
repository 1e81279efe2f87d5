package org.campaignbot.app.serve;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.campaignbot.storage.StorageFailure;
import org.jspecify.annotations.Nullable;

/**
 * What the libraries log, cut down to what cannot hold anything personal.
 *
 * <p>An exception's message can quote a row or an address with a token in it, so of a warning only its source and the kind of
 * its exception are told. What is wrong for a person running the bot is said by the bot itself, in words.
 */
final class LibraryLog extends Handler {

    private final Console console;

    private LibraryLog(Console console) {
        this.console = console;
    }

    /** Sends what all libraries of this process log to a console, from warnings on. */
    static void to(Console console) {
        // Spring Boot would set up a logging of its own.
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

    /** Whatever stops a start ends as a complaint in words. */
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
