package org.campaignbot.alert.audience;

import java.util.Map;
import java.util.TreeMap;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscribers;

/**
 * How many people an alert is for.
 *
 * @param total all of them
 * @param subscribers everyone who asked for alerts, whether this one is for them or not
 * @param byState by the postal codes of their states; {@link #NO_STATE} if none is known
 * @param byLanguage by the codes of their languages
 * @param byPlatform by the names of their channels
 */
public record AudienceCount(
        long total,
        long subscribers,
        Map<String, Long> byState,
        Map<String, Long> byLanguage,
        Map<String, Long> byPlatform) {

    /** Stands for the state of people who haven't told one. */
    public static final String NO_STATE = "none";

    public AudienceCount {
        byState = Map.copyOf(byState);
        byLanguage = Map.copyOf(byLanguage);
        byPlatform = Map.copyOf(byPlatform);
    }

    /** The total as organizers see it, and type it to approve alone. */
    public String shown() {
        return SmallCells.shown(total);
    }

    /** Counts the subscribers who pass a filter. */
    public static AudienceCount of(Subscribers subscribers, AudienceFilter filter) {
        Counting counting = new Counting();
        subscribers.forEach(some -> {
            counting.subscribers += some.size();
            filter.among(some).forEach(counting::add);
        });
        return new AudienceCount(
                counting.total, counting.subscribers, counting.byState, counting.byLanguage, counting.byPlatform);
    }

    private static final class Counting {
        private long total;
        private long subscribers;
        private final Map<String, Long> byState = new TreeMap<>();
        private final Map<String, Long> byLanguage = new TreeMap<>();
        private final Map<String, Long> byPlatform = new TreeMap<>();

        void add(Subscriber subscriber) {
            total++;
            String state = subscriber.state();
            byState.merge(state == null ? NO_STATE : state, 1L, Long::sum);
            byLanguage.merge(subscriber.language().code(), 1L, Long::sum);
            byPlatform.merge(subscriber.channel(), 1L, Long::sum);
        }
    }
}
