package org.campaignbot.alert.sending;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.alert.audience.AlertReach;
import org.campaignbot.alert.audience.AudienceFilter;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscribers;

/** Counts who may still get an alert, from what recipients were sent. */
public final class CappedReach implements AlertReach {

    private final Subscribers subscribers;
    private final Recipients recipients;
    private final Supplier<AlertCaps> caps;

    /** Creates a counter with the current caps. */
    public CappedReach(Subscribers subscribers, Recipients recipients, Supplier<AlertCaps> caps) {
        this.subscribers = subscribers;
        this.recipients = recipients;
        this.caps = caps;
    }

    @Override
    public OptionalLong left(AudienceFilter audience, Instant now) {
        AlertCaps present = caps.get();
        long[] left = {0};
        subscribers.forEach(page -> {
            List<Subscriber> fitting = audience.among(page);
            Set<String> reached = present.reached(fitting, recipients, now);
            left[0] += fitting.stream()
                    .filter(each -> !reached.contains(each.person()))
                    .count();
        });
        return OptionalLong.of(left[0]);
    }
}
