package campaignbot.alert;

import java.util.List;
import java.util.function.Consumer;

/** Everybody of a store who asked for alerts, a page at a time. */
public final class SubscriberPages implements Subscribers {

    private static final int PAGE = 1_000;

    private final Subscriptions subscriptions;

    /** The subscribers of a store. */
    public SubscriberPages(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public void forEach(Consumer<List<Subscriber>> some) {
        List<Subscriber> page = subscriptions.page("", PAGE);
        while (!page.isEmpty()) {
            some.accept(page);
            page = subscriptions.page(page.get(page.size() - 1).ref(), PAGE);
        }
    }
}
