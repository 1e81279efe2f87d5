package campaignbot.alert.sending;

import campaignbot.alert.audience.AudienceCount;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;

/** Counts what became of alerts. */
@FunctionalInterface
public interface AlertFigures {

    /** What became of an alert until now. */
    Figures of(String alert);

    /**
     * What became of an alert. Each recipient is in exactly one of the first six counts; the others say what those did to whom
     * it was sent.
     *
     * @param waiting it has not left yet
     * @param sent the platform took it
     * @param failed it did not reach them, by why: the platform refused it, the alert was stopped, they had left
     * @param expired the alert ended before their next good hour
     * @param unknown nobody knows whether they got it
     * @param leftOut they had their alerts of the week or month
     * @param delivered of those sent, those of whom the platform said that it arrived; empty where none ever says so
     * @param started of those sent, those who pressed the button
     * @param outcomes of those who started, how they say it went; self-reported
     * @param optOuts of those sent, those who ended their alerts because of it
     * @param byState of those sent, by the postal code of their state; {@link AudienceCount#NO_STATE} where none is known
     * @param byDay of those sent, by the Eastern day
     */
    record Figures(
            long waiting,
            long sent,
            Map<String, Long> failed,
            long expired,
            long unknown,
            long leftOut,
            OptionalLong delivered,
            long started,
            Map<String, Long> outcomes,
            long optOuts,
            Map<String, Long> byState,
            Map<LocalDate, Long> byDay) {

        /** The figures of an alert of which nothing was sent. */
        public static final Figures NONE =
                new Figures(0, 0, Map.of(), 0, 0, 0, OptionalLong.empty(), 0, Map.of(), 0, Map.of(), Map.of());

        public Figures {
            failed = Map.copyOf(failed);
            outcomes = Map.copyOf(outcomes);
            byState = Map.copyOf(byState);
            byDay = Map.copyOf(byDay);
        }
    }
}
