package org.campaignbot.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.campaignbot.content.Problem;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.content.tables.TableList;
import org.campaignbot.directory.Directory;

/**
 * The newer of the shipped and the applied tables, kept current while the bot runs: it checks for newly applied tables at most once
 * a minute. Thread-safe; while one thread reads new tables, the others use the old ones.
 */
public final class FreshDirectory implements Supplier<Directory> {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Path shipped;
    private final AppliedTables applied;
    private final AppliedTables maps;
    private final InstantSource clock;
    private final Consumer<String> report;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Held held;

    private record Held(Directory directory, Optional<Path> applied, Optional<Path> later, Instant lookAgain) {}

    /**
     * Reads the newest tables.
     *
     * @param maps the maps of later Congresses that were applied
     * @param report takes what is wrong with applied tables, in words for the operator
     * @throws Content.BrokenContent if the shipped tables are broken
     */
    public FreshDirectory(
            Path shipped, AppliedTables applied, AppliedTables maps, InstantSource clock, Consumer<String> report)
            throws Content.BrokenContent {
        this.shipped = shipped;
        this.applied = applied;
        this.maps = maps;
        this.clock = clock;
        this.report = report;
        Instant now = clock.instant();
        Optional<Path> newest = applied.newest();
        Optional<Path> later = maps.newest();
        this.held = new Held(read(shipped, newest, later, report), newest, later, now.plus(PAUSE));
    }

    @Override
    public Directory get() {
        Held now = held;
        if (!clock.instant().isBefore(now.lookAgain()) && looking.tryLock()) {
            try {
                now = look(now);
                held = now;
            } finally {
                looking.unlock();
            }
        }
        return now.directory();
    }

    private Held look(Held before) {
        Instant again = clock.instant().plus(PAUSE);
        Optional<Path> newest = applied.newest();
        Optional<Path> later = maps.newest();
        if (newest.equals(before.applied()) && later.equals(before.later())) {
            return new Held(before.directory(), newest, later, again);
        }
        try {
            return new Held(read(shipped, newest, later, report), newest, later, again);
        } catch (Content.BrokenContent broken) {
            report.accept("The shipped tables are broken, so the former ones stay:\n" + broken.getMessage());
            return new Held(before.directory(), newest, later, again);
        }
    }

    /**
     * Reads the newer of the given tables, with the map of a later Congress beside them. Where the map is broken the tables are used
     * without it, and where applied tables are broken the shipped ones.
     *
     * @throws Content.BrokenContent if the shipped tables are broken
     */
    public static Directory read(Path shipped, Optional<Path> applied, Optional<Path> later, Consumer<String> report)
            throws Content.BrokenContent {
        if (later.isPresent()) {
            List<Problem> problems = DirectoryTables.checkLaterBoundaries(later.get());
            if (problems.isEmpty()) {
                problems = problems(DirectoryTables.read(shipped, Optional.empty(), later));
            }
            if (!problems.isEmpty()) {
                report.accept("The map in " + later.get() + " is broken, so it isn't used:\n"
                        + new Content.BrokenContent(problems).getMessage());
                return read(shipped, applied, Optional.empty(), report);
            }
        }
        if (applied.isPresent()) {
            DirectoryTables.Result result = DirectoryTables.read(shipped, applied, later);
            List<Problem> problems = problems(result);
            if (result instanceof DirectoryTables.Result.Read read) {
                // Check boundaries now: they're read on the first position look-up, too late to fall back to the
                // shipped ones.
                boolean hasMap = !read.list().folder(TableList.BOUNDARIES).equals(shipped);
                problems = hasMap ? DirectoryTables.checkBoundaries(shipped, applied) : List.of();
                if (problems.isEmpty()) {
                    return read.directory();
                }
            }
            report.accept("The tables in " + applied.get() + " are broken, so the shipped ones are used:\n"
                    + new Content.BrokenContent(problems).getMessage());
        }
        DirectoryTables.Result result = DirectoryTables.read(shipped, Optional.empty(), later);
        if (result instanceof DirectoryTables.Result.Broken broken) {
            throw new Content.BrokenContent(broken.problems());
        }
        return ((DirectoryTables.Result.Read) result).directory();
    }

    private static List<Problem> problems(DirectoryTables.Result result) {
        return result instanceof DirectoryTables.Result.Broken broken ? broken.problems() : List.of();
    }
}
