package campaignbot.alert;

import java.time.Instant;
import java.util.function.Predicate;

/** Finds for whom an alert is. */
@FunctionalInterface
public interface AudienceSource {

    /**
     * What a subscriber of an alert fits.
     *
     * @param parts what they had to do with earlier alerts
     */
    Predicate<Subscriber> of(Alert alert, EarlierParts parts, Instant now);

    /** What subscribers had to do with earlier alerts. */
    @FunctionalInterface
    interface EarlierParts {

        /** Whether a subscriber took this part in the alert of that id. */
        boolean took(Subscriber subscriber, String alert, Criterion.Part part);
    }
}
