package campaignbot.alert.sending;

import campaignbot.alert.Alert;
import campaignbot.subscription.Subscriber;
import java.time.Instant;
import java.util.List;

/** Finds the audience of an alert. */
@FunctionalInterface
public interface AudienceSource {

    /** The subscribers that an alert is for, without those who must first be asked whether they still want alerts. */
    List<Subscriber> among(Alert alert, List<Subscriber> some, Instant now);
}
