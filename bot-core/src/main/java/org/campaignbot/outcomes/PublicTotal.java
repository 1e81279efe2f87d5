package org.campaignbot.outcomes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import org.campaignbot.directory.EasternTime;
import org.jspecify.annotations.Nullable;

/**
 * How many calls supporters are told of: this month's, if organizers chose so. It's counted once a minute at most, since any page
 * may ask. Thread-safe.
 */
public final class PublicTotal {

    /** Fewer would rather discourage, and could say too much about who called. */
    static final long LEAST = 50;

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String CALL = "call";

    /** What organizers may choose to tell. */
    public enum Told {
        NOTHING,
        CHAT_APPS,
        /** What was reported on the web, too. */
        WITH_WEB
    }

    private final Tally tally;
    private final Supplier<Told> choice;
    private final InstantSource clock;
    private volatile @Nullable Counted last;

    private record Counted(Told choice, Instant at, Optional<Figure> figure) {}

    /** A total as the organizers' current choice has it. */
    public PublicTotal(Tally tally, Supplier<Told> choice, InstantSource clock) {
        this.tally = tally;
        this.choice = choice;
        this.clock = clock;
    }

    /** The figure; empty if there's none to show. */
    public Optional<Figure> figure() {
        Told chosen = choice.get();
        if (chosen == Told.NOTHING) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Counted known = last;
        if (known == null
                || chosen != known.choice()
                || Duration.between(known.at(), now).abs().compareTo(FRESH) >= 0) {
            known = new Counted(chosen, now, count(now, chosen == Told.WITH_WEB));
            last = known;
        }
        return known.figure();
    }

    private Optional<Figure> count(Instant now, boolean withWeb) {
        YearMonth month = YearMonth.from(EasternTime.dateAt(now));
        long count = tally.bySeat(Period.ofMonths(month, month)).stream()
                .filter(total -> {
                    Tally.Deed deed = new Tally.Deed(total.action(), total.seat());
                    return deed.plainAction().equals(CALL) && (withWeb || !deed.isOnWeb());
                })
                .mapToLong(Tally.SeatTotal::count)
                .sum();
        return count < LEAST ? Optional.empty() : Optional.of(Figure.of(count));
    }
}
