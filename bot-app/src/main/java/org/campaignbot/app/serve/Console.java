package org.campaignbot.app.serve;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.app.config.FailurePlace;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.storage.failure.StorageFailure;
import org.jspecify.annotations.Nullable;

/**
 * The server's output for the operator: a few lines at start and stop, and errors in between, with their times.
 *
 * <p>Thread-safe. Never pass it anything that a person wrote, or anyone's id or name.
 */
public final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final InstantSource clock;
    private final WorkTroubles workTroubles = new WorkTroubles(this);
    private final boolean isJson;

    /** A console on two streams that flush each line. */
    public Console(PrintWriter out, PrintWriter err, InstantSource clock) {
        this(out, err, clock, false);
    }

    /** The same, optionally with each line as a JSON object, for a log collector. */
    Console(PrintWriter out, PrintWriter err, InstantSource clock, boolean isJson) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.isJson = isJson;
    }

    /** Prints a line as it is. */
    public void say(String line) {
        print(out, "info", line, line);
    }

    /** Logs an event with its time; several lines stay together. */
    public void note(String lines) {
        print(out, "info", lines, time() + "  " + lines);
    }

    /** Logs a problem with its time. */
    public void trouble(String lines) {
        print(err, "warn", lines, time() + "  " + lines);
    }

    /** Problems that are reported once, and once more when they are over. */
    WorkTroubles troubles() {
        return workTroubles;
    }

    private void print(PrintWriter to, String level, String message, String text) {
        to.println(isJson ? json(level, message) : text);
        to.flush();
    }

    private String json(String level, String message) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", time().toString());
        line.put("level", level);
        line.put("message", message);
        return JsonOutput.write(line);
    }

    private Instant time() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Reports each failure of this process's work once, and once more when it is over. Everything that fails because of the database's
     * disk or because it is unreachable is one problem, whichever work met it. Thread-safe.
     */
    static final class WorkTroubles {

        /** The maximum number of lines that wait for the next database check; more would tell nothing new. */
        private static final int MOST_UNEXPLAINED = 20;

        private static final Map<StorageFailure.Kind, String> BEGUN = Map.of(
                StorageFailure.Kind.DISK_FULL,
                "The disk is full: nothing that arrives can be stored, so only urgent help is answered. Make room on the disk that"
                        + " holds the database; the bot then goes on by itself, and what the platforms keep comes again.",
                StorageFailure.Kind.DISK_FAILS,
                "The disk can't be read or written: nothing that arrives can be stored, so only urgent help is answered. Look at the"
                        + " disk that holds the database, and at the system's log.",
                StorageFailure.Kind.AWAY,
                "The database can't be reached: nothing that arrives can be stored, so only urgent help is answered. Look whether its"
                        + " server runs; the bot then goes on by itself, and what the platforms keep comes again.");

        private static final Map<StorageFailure.Kind, String> OVER = Map.of(
                StorageFailure.Kind.DISK_FULL, "The disk has room again; what arrives is stored.",
                StorageFailure.Kind.DISK_FAILS, "The disk can be written again; what arrives is stored.",
                StorageFailure.Kind.AWAY, "The database can be reached again; what arrives is stored.");

        private final Console console;
        private final Set<String> failing = new HashSet<>();
        private final Set<String> unexplained = new LinkedHashSet<>();
        private StorageFailure.@Nullable Kind database;

        WorkTroubles(Console console) {
            this.console = console;
        }

        /** Reports that some work failed, unless that is known. */
        void failed(String work, RuntimeException failure) {
            if (!isToldOfDatabase(failure)) {
                begun(work, work + " failed and will be tried again: " + FailurePlace.of(failure));
            }
        }

        private synchronized void begun(String work, String sentence) {
            if (failing.add(work)) {
                console.trouble(sentence);
            }
        }

        /** Reports that some work succeeded, if its failure was reported. */
        synchronized void went(String work) {
            if (failing.remove(work)) {
                console.note("This is over: " + work + " failed.");
            }
        }

        /** Reports a failure with this line, each time, unless the database is to blame. */
        void met(String line, RuntimeException failure) {
            if (!isToldOfDatabase(failure)) {
                console.trouble(line);
            }
        }

        /** Reports a failure that the database may have caused: with this line, unless the next database check explains it. */
        synchronized void perhapsDatabase(String line) {
            if (database == null && unexplained.size() < MOST_UNEXPLAINED) {
                unexplained.add(line);
            }
        }

        /** Records a database check: what prevents reading or writing it, or nothing. */
        synchronized void database(Optional<StorageFailure.Kind> trouble) {
            StorageFailure.Kind now = trouble.orElse(null);
            if (now == null) {
                unexplained.forEach(console::trouble);
            }
            unexplained.clear();
            if (now != null && now != database) {
                console.trouble(Objects.requireNonNull(BEGUN.get(now)));
            } else if (now == null && database != null) {
                console.note(Objects.requireNonNull(OVER.get(database)));
            }
            database = now;
        }

        private boolean isToldOfDatabase(RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof StorageFailure storage && BEGUN.containsKey(storage.kind())) {
                    database(Optional.of(storage.kind()));
                    return true;
                }
            }
            return false;
        }
    }
}
