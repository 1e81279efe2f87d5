package org.campaignbot.alert.sending;

import java.time.Instant;
import java.util.List;
import org.campaignbot.alert.Alert;
import org.campaignbot.subscriptions.Subscriber;

/** Finds the audience of an alert. */
@FunctionalInterface
public interface AudienceSource {

    /** The subscribers that an alert is for, without those who must first be asked whether they still want alerts. */
    List<Subscriber> among(Alert alert, List<Subscriber> some, Instant now);
}
