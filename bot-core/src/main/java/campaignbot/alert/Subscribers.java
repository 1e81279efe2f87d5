package campaignbot.alert;

import java.util.List;
import java.util.function.Consumer;

/** Everybody who asked for alerts, some at a time and never all at once in memory. */
@FunctionalInterface
public interface Subscribers {

    /** Shows each of them once. */
    void forEach(Consumer<List<Subscriber>> some);
}
