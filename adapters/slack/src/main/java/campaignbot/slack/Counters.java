package campaignbot.slack;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens; safe for use by several threads. */
final class Counters {

    private final Map<Counted, LongAdder> counts = new EnumMap<>(Counted.class);

    Counters() {
        for (Counted each : Counted.values()) {
            counts.put(each, new LongAdder());
        }
    }

    void add(Counted counted) {
        LongAdder count = counts.get(counted);
        if (count != null) {
            count.increment();
        }
    }

    long of(Counted counted) {
        LongAdder count = counts.get(counted);
        return count == null ? 0 : count.sum();
    }

    SlackCounts snapshot() {
        Map<String, Long> byName = new TreeMap<>();
        counts.forEach((counted, count) -> byName.put(counted.title(), count.sum()));
        return new SlackCounts(byName);
    }
}
