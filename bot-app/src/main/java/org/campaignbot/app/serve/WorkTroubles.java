package org.campaignbot.app.serve;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.app.config.FailurePlace;
import org.campaignbot.storage.StorageFailure;
import org.jspecify.annotations.Nullable;

/**
 * Tells each trouble of this process's work once, and once more when it is over. Whatever fails because of the database's disk or
 * because it is away is one trouble, whichever work met it. Safe for use by several threads.
 */
final class WorkTroubles {

    /** Lines that wait for the next look at the database; more of them would tell nothing new. */
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

    /** Tells that some work failed, unless that is known. */
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

    /** Tells that some work goes on, where it was told that it failed. */
    synchronized void went(String work) {
        if (failing.remove(work)) {
            console.note("This is over: " + work + " failed.");
        }
    }

    /** Tells of a failure by this line, each time, unless the database is to blame. */
    void met(String line, RuntimeException failure) {
        if (!isToldOfDatabase(failure)) {
            console.trouble(line);
        }
    }

    /** Tells of something that the database may be to blame for: by this line, unless the next look at the database explains it. */
    synchronized void perhapsDatabase(String line) {
        if (database == null && unexplained.size() < MOST_UNEXPLAINED) {
            unexplained.add(line);
        }
    }

    /** Takes note of a look at the database: what keeps it from being read or written, or nothing. */
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
