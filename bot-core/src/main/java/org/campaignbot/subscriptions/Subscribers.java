package org.campaignbot.subscriptions;

import java.util.List;
import java.util.function.Consumer;

/** Everyone who asked for alerts, read page by page and never all in memory at once. */
@FunctionalInterface
public interface Subscribers {

    /** The page size: small next to the rest of the memory. */
    int AT_ONCE = 1_000;

    /** Passes each of them once, page by page. */
    void forEach(Consumer<List<Subscriber>> some);

    /** The subscribers in stored subscriptions. */
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
