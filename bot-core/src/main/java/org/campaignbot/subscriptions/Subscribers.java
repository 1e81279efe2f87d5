package org.campaignbot.subscriptions;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Everyone who asked for alerts, read page by page and never all in memory at once. */
@FunctionalInterface
public interface Subscribers {

    /** The page size: small next to the rest of the memory. */
    int AT_ONCE = 1_000;

    /** Passes each of them once, page by page. */
    void forEach(Consumer<List<Subscriber>> some);

    /** How many there are of each cohort now. */
    default Map<Cohort, Long> cohorts(Instant now) {
        Map<Cohort, Long> cohorts = new HashMap<>();
        forEach(some -> some.forEach(each -> cohorts.merge(Cohort.of(each, now), 1L, Long::sum)));
        return cohorts;
    }

    /** The subscribers in stored subscriptions. */
    static Subscribers of(Subscriptions subscriptions) {
        return new Subscribers() {
            @Override
            public void forEach(Consumer<List<Subscriber>> each) {
                String after = "";
                List<Subscriber> some = subscriptions.page(after, AT_ONCE);
                while (!some.isEmpty()) {
                    each.accept(some);
                    after = some.get(some.size() - 1).ref();
                    some = subscriptions.page(after, AT_ONCE);
                }
            }

            @Override
            public Map<Cohort, Long> cohorts(Instant now) {
                return subscriptions.cohorts(now);
            }
        };
    }
}
