package org.campaignbot.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.Tally;

/** Counts in this process's memory. */
public final class MemoryTally implements Tally {

    /** How long a person's hash is kept: just long enough for undo and "once a day". */
    private static final Duration HASHES_KEPT_FOR = Duration.ofDays(2);

    private final Map<Key, Counted> counted = new HashMap<>();
    private final Map<SeatTotal, Long> bySeat = new HashMap<>();
    private final Map<WayTotal, Long> byWay = new HashMap<>();

    @Override
    public synchronized void count(String doer, Deed deed, String outcome, Way way, Instant at) {
        forgetHashesBefore(at.minus(HASHES_KEPT_FOR));
        Key key = new Key(doer, deed, deed.dayAt(at));
        Counted earlier = counted.get(key);
        if (earlier == null || !earlier.outcome.equals(outcome)) {
            takeBack(doer, deed, at);
            add(key, outcome, way, 1);
        }
        counted.put(
                key, new Counted(outcome, earlier != null && earlier.outcome.equals(outcome) ? earlier.way : way, at));
    }

    @Override
    public synchronized void takeBack(String doer, Deed deed, Instant at) {
        Key key = new Key(doer, deed, deed.dayAt(at));
        Counted earlier = counted.remove(key);
        if (earlier != null) {
            add(key, earlier.outcome, earlier.way, -1);
        }
    }

    private void add(Key key, String outcome, Way way, long more) {
        String action = key.deed.action();
        bySeat.merge(new SeatTotal(action, outcome, key.deed.seat(), key.day, 0), more, Long::sum);
        if (key.deed.topic().isEmpty()) {
            YearMonth month = YearMonth.from(key.day);
            byWay.merge(new WayTotal(action, outcome, way.language(), way.surface(), month, 0), more, Long::sum);
        }
    }

    @Override
    public synchronized List<SeatTotal> bySeat(Period period) {
        return bySeat.entrySet().stream()
                .filter(each ->
                        each.getValue() > 0 && period.contains(each.getKey().day()))
                .map(each -> new SeatTotal(
                        each.getKey().action(),
                        each.getKey().outcome(),
                        each.getKey().seat(),
                        each.getKey().day(),
                        each.getValue()))
                .toList();
    }

    @Override
    public synchronized List<WayTotal> byWay(Period period) {
        return byWay.entrySet().stream()
                .filter(each -> each.getValue() > 0
                        && period.months().contains(each.getKey().month()))
                .map(each -> new WayTotal(
                        each.getKey().action(),
                        each.getKey().outcome(),
                        each.getKey().language(),
                        each.getKey().surface(),
                        each.getKey().month(),
                        each.getValue()))
                .toList();
    }

    private void forgetHashesBefore(Instant limit) {
        counted.values().removeIf(each -> each.at.isBefore(limit));
    }

    private record Key(String doer, Deed deed, LocalDate day) {}

    /** What a person's action counted, in which way it was told, and when. */
    private record Counted(String outcome, Way way, Instant at) {}
}
