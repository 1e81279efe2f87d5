package org.campaignbot.alert.sending;

import java.time.LocalDate;
import java.util.Map;
import org.campaignbot.alert.audience.AudienceCount;

/** Counts the results of alerts. */
@FunctionalInterface
public interface AlertFigures {

    /** The results of an alert so far. */
    Figures of(String alert);

    /**
     * The results of an alert. Each recipient is in exactly one of the first six counts; the others are about those it was sent
     * to.
     *
     * @param waiting it hasn't been sent yet
     * @param sent the platform took it
     * @param failed it didn't reach them, by reason: the platform refused it, the alert was stopped, they had left
     * @param expired the alert ended before their next good hour
     * @param unknown it may or may not have arrived
     * @param leftOut they had reached their cap for the week or month
     * @param started of those sent, how many pressed the button
     * @param outcomes of those who started, how they say it went; self-reported
     * @param optOuts of those sent, how many ended their alerts because of it
     * @param byState of those sent, by the postal code of their state; {@link AudienceCount#NO_STATE} if none is known
     * @param byDay of those sent, by the Eastern day
     */
    record Figures(
            long waiting,
            long sent,
            Map<String, Long> failed,
            long expired,
            long unknown,
            long leftOut,
            long started,
            Map<String, Long> outcomes,
            long optOuts,
            Map<String, Long> byState,
            Map<LocalDate, Long> byDay) {

        /** The figures of an alert that was sent to no one. */
        public static final Figures NONE = new Figures(0, 0, Map.of(), 0, 0, 0, 0, Map.of(), 0, Map.of(), Map.of());

        public Figures {
            failed = Map.copyOf(failed);
            outcomes = Map.copyOf(outcomes);
            byState = Map.copyOf(byState);
            byDay = Map.copyOf(byDay);
        }
    }
}
