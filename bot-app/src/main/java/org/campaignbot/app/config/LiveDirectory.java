package org.campaignbot.app.config;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.UnreadableSettings;
import org.campaignbot.settings.Version;

/**
 * The newest tables with the organizers' corrections: it checks for new corrections every few seconds, once it's told where they
 * are kept. Thread-safe; while one thread checks, the others use what they have.
 */
public final class LiveDirectory implements Supplier<Directory> {

    /** A correction takes effect as fast as any other setting. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Supplier<Directory> tables;
    private final InstantSource clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Supplier<Optional<Settings>> settings = Optional::empty;
    private volatile Held held;

    private record Held(
            Directory tables,
            Version settings,
            List<Correction> corrections,
            LocalDate day,
            Directory corrected,
            Instant lookAgain) {}

    /** Uses the tables as they are until {@link #heed} tells where corrections are kept. */
    public LiveDirectory(Supplier<Directory> tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
        Directory now = tables.get();
        this.held = new Held(now, Version.FIRST, List.of(), EasternTime.dateAt(clock.instant()), now, Instant.MIN);
    }

    /** Takes corrections from these settings from now on. The tables load before a database is open, so this comes later. */
    public void heed(Settings kept) {
        heed(() -> Optional.of(kept));
    }

    /** The same for settings that may not be there yet. */
    public void heed(Supplier<Optional<Settings>> kept) {
        settings = kept;
        held = look(held);
    }

    @Override
    public Directory get() {
        Held now = held;
        boolean isDue = !clock.instant().isBefore(now.lookAgain()) || tables.get() != now.tables();
        if (isDue && looking.tryLock()) {
            try {
                now = look(now);
                held = now;
            } finally {
                looking.unlock();
            }
        }
        return now.corrected();
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
}
