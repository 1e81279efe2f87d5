package org.campaignbot.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.outcomes.Tally;

/** Counts in this process's memory. */
public final class MemoryTally implements Tally {

    /** How long a person's hash is kept: just long enough for undo and "once a day". */
    private static final Duration HASHES_KEPT_FOR = Duration.ofDays(2);

    private final Map<Key, Counted> counted = new HashMap<>();
    private final Map<Total, Long> totals = new HashMap<>();

    @Override
    public synchronized void count(String doer, Deed deed, String outcome, Instant at) {
        forgetHashesBefore(at.minus(HASHES_KEPT_FOR));
        takeBack(doer, deed, at);
        LocalDate day = EasternTime.dateAt(at);
        Total total = new Total(deed.action(), deed.state(), day, outcome, 0);
        counted.put(new Key(doer, deed, day), new Counted(total, at));
        totals.merge(total, 1L, Long::sum);
    }

    @Override
    public synchronized void takeBack(String doer, Deed deed, Instant at) {
        Counted earlier = counted.remove(new Key(doer, deed, EasternTime.dateAt(at)));
        if (earlier != null) {
            totals.merge(earlier.total, -1L, (count, less) -> count + less == 0 ? null : count + less);
        }
    }

    @Override
    public synchronized List<Total> totals() {
        return totals.entrySet().stream()
                .map(each -> new Total(
                        each.getKey().action(),
                        each.getKey().state(),
                        each.getKey().day(),
                        each.getKey().outcome(),
                        each.getValue()))
                .toList();
    }

    private void forgetHashesBefore(Instant limit) {
        counted.values().removeIf(each -> each.at.isBefore(limit));
    }

    private record Key(String doer, Deed deed, LocalDate day) {}

    /** What a person's action counted: the total it went into, by its names only, and when. */
    private record Counted(Total total, Instant at) {}
}
