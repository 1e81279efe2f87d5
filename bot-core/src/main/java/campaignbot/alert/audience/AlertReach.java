package campaignbot.alert.audience;

import java.time.Instant;
import java.util.OptionalLong;

/** Counts who may still get an alert under the caps. */
@FunctionalInterface
public interface AlertReach {

    /** Of those whom an audience lets through, how many have an alert left this week and month; empty where nobody counts. */
    OptionalLong left(AudienceFilter audience, Instant now);
}
