package org.campaignbot.subscriptions;

import java.util.List;
import java.util.function.Consumer;

/** Everybody who asked for alerts, some at a time and never all at once in memory. */
@FunctionalInterface
public interface Subscribers {

    /** So many at a time: few enough that a page is small beside the rest of the memory. */
    int AT_ONCE = 1_000;

    /** Shows each of them once. */
    void forEach(Consumer<List<Subscriber>> some);

    /** Those whom subscriptions keep. */
    static Subscribers of(Subscriptions subscriptions) {
        return each -> {
            String after = "";
            List<Subscriber> some = subscriptions.page(after, AT_ONCE);
            while (!some.isEmpty()) {
                each.accept(some);
                after = some.get(some.size() - 1).ref();
                some = subscriptions.page(after, AT_ONCE);
            }
        };
    }
}
