package org.campaignbot.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.campaignbot.content.Problem;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.content.tables.TableList;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.UnreadableSettings;
import org.campaignbot.settings.Version;

/**
 * The newer of the shipped and the applied tables, with the organizers' corrections. It looks for new tables once a minute, and for
 * corrections every few seconds once it knows where they are kept. Thread-safe; while one thread looks, the others use what they
 * have.
 */
public final class LiveDirectory implements Supplier<Directory> {

    /** A correction takes effect as fast as any other setting. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Supplier<Directory> tables;
    private final InstantSource clock;
    private volatile Supplier<Optional<Settings>> settings = Optional::empty;
    private final Rechecked<Held> held;

    private record Held(
            Directory tables,
            Version settings,
            List<Correction> corrections,
            LocalDate day,
            Directory corrected,
            Instant lookAgain) {}

    /**
     * Reads the newest tables, and uses them as they are until {@link #heed} tells where corrections are kept.
     *
     * @param maps the maps of later Congresses that were applied
     * @param report takes what is wrong with applied tables, in words for the operator
     * @throws Content.BrokenContent if the shipped tables are broken
     */
    LiveDirectory(Path shipped, AppliedTables applied, AppliedTables maps, InstantSource clock, Consumer<String> report)
            throws Content.BrokenContent {
        this(new Tables(shipped, applied, maps, clock, report), clock);
    }

    /** Adds corrections to tables that something else keeps current. */
    LiveDirectory(Supplier<Directory> tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
        Directory now = tables.get();
        this.held = new Rechecked<>(
                new Held(now, Version.FIRST, List.of(), EasternTime.dateAt(clock.instant()), now, Instant.MIN),
                this::isDue,
                this::look);
    }

    /** Takes corrections from these settings from now on. The tables load before a database is open, so this comes later. */
    public void heed(Settings kept) {
        heed(() -> Optional.of(kept));
    }

    /** The same for settings that may not be there yet. */
    public void heed(Supplier<Optional<Settings>> kept) {
        settings = kept;
        held.checkNow();
    }

    @Override
    public Directory get() {
        return held.get().corrected();
    }

    private boolean isDue(Held now) {
        return !clock.instant().isBefore(now.lookAgain()) || tables.get() != now.tables();
    }

    private Held look(Held before) {
        Instant now = clock.instant();
        Instant again = now.plus(PAUSE);
        Directory newest = tables.get();
        LocalDate today = EasternTime.dateAt(now);
        Version version = before.settings();
        List<Correction> corrections = before.corrections();
        Settings kept = settings.get().orElse(null);
        if (kept != null) {
            try {
                Version current = kept.current();
                if (!current.equals(version)) {
                    corrections = List.copyOf(Corrections.in(current).values());
                    version = current;
                }
            } catch (UnreadableSettings unreadable) {
                // The engine reports it; until then the last corrections stay.
                version = before.settings();
            }
        }
        boolean same =
                newest == before.tables() && today.equals(before.day()) && corrections.equals(before.corrections());
        Directory corrected =
                same ? before.corrected() : corrections.isEmpty() ? newest : newest.corrected(corrections, today);
        return new Held(newest, version, corrections, today, corrected, again);
    }

    /**
     * Reads the newer of the given tables, with the map of a later Congress beside them. Where the map is broken the tables are used
     * without it, and where applied tables are broken the shipped ones.
     *
     * @throws Content.BrokenContent if the shipped tables are broken
     */
    static Directory read(Path shipped, Optional<Path> applied, Optional<Path> later, Consumer<String> report)
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

    /** The tables without corrections, kept current while the bot runs. */
    private static final class Tables implements Supplier<Directory> {

        private static final Duration PAUSE = Duration.ofMinutes(1);

        private final Path shipped;
        private final AppliedTables applied;
        private final AppliedTables maps;
        private final InstantSource clock;
        private final Consumer<String> report;
        private final Rechecked<Loaded> held;

        private record Loaded(Directory directory, Optional<Path> applied, Optional<Path> later, Instant lookAgain) {}

        Tables(Path shipped, AppliedTables applied, AppliedTables maps, InstantSource clock, Consumer<String> report)
                throws Content.BrokenContent {
            this.shipped = shipped;
            this.applied = applied;
            this.maps = maps;
            this.clock = clock;
            this.report = report;
            Instant now = clock.instant();
            Optional<Path> newest = applied.newest();
            Optional<Path> later = maps.newest();
            this.held = new Rechecked<>(
                    new Loaded(read(shipped, newest, later, report), newest, later, now.plus(PAUSE)),
                    loaded -> !clock.instant().isBefore(loaded.lookAgain()),
                    this::look);
        }

        @Override
        public Directory get() {
            return held.get().directory();
        }

        private Loaded look(Loaded before) {
            Instant again = clock.instant().plus(PAUSE);
            Optional<Path> newest = applied.newest();
            Optional<Path> later = maps.newest();
            if (newest.equals(before.applied()) && later.equals(before.later())) {
                return new Loaded(before.directory(), newest, later, again);
            }
            try {
                return new Loaded(read(shipped, newest, later, report), newest, later, again);
            } catch (Content.BrokenContent broken) {
                report.accept("The shipped tables are broken, so the former ones stay:\n" + broken.getMessage());
                return new Loaded(before.directory(), newest, later, again);
            }
        }
    }
}
