package org.campaignbot.benchmarks.crash;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.jspecify.annotations.Nullable;

/** Reads a bot's counts from its database. */
final class Counts {

    private static final Period EVER = Period.ofMonths(YearMonth.of(2000, 1), YearMonth.of(2099, 12));

    private Counts() {}

    /** The number of counted call reports, over all states, days and outcomes. */
    static long calls(@Nullable String databaseUrl, Path data, String key) throws UnusableDatabase {
        try (Database database = Database.open(
                DatabaseLocation.of(databaseUrl, data), BotKey.of(key, "the crash run"), InstantSource.system())) {
            return database.tally().bySeat(EVER).stream()
                    .filter(total -> total.action().equals("call"))
                    .mapToLong(Tally.SeatTotal::count)
                    .sum();
        }
    }
}
