package campaignbot.alert.sending;

import campaignbot.alert.Alert;
import campaignbot.subscription.Subscriber;
import java.time.Instant;
import java.util.List;

/** Finds for whom an alert is. */
@FunctionalInterface
public interface AudienceSource {

    /** Those of some subscribers whom an alert is for, without whoever is asked first whether they still want any. */
    List<Subscriber> among(Alert alert, List<Subscriber> some, Instant now);
}
