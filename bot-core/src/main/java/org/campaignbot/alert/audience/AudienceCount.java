package org.campaignbot.alert.audience;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.campaignbot.subscriptions.Cohort;

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

    static AudienceCount of(Map<Cohort, Long> chosen, long subscribers) {
        return new AudienceCount(
                chosen.values().stream().mapToLong(Long::longValue).sum(),
                subscribers,
                by(chosen, cohort -> Objects.requireNonNullElse(cohort.state(), NO_STATE)),
                by(chosen, cohort -> cohort.language().code()),
                by(chosen, Cohort::channel));
    }

    private static Map<String, Long> by(Map<Cohort, Long> cohorts, Function<Cohort, String> name) {
        Map<String, Long> counts = new HashMap<>();
        cohorts.forEach((cohort, size) -> counts.merge(name.apply(cohort), size, Long::sum));
        return counts;
    }
}
