package campaignbot.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Counts who may still get an alert by what was sent to them in the last month. */
public final class CappedReach implements AlertReach {

    private final Subscribers subscribers;
    private final Recipients recipients;
    private final Supplier<AlertCaps> caps;

    /** A count under the caps of the moment. */
    public CappedReach(Subscribers subscribers, Recipients recipients, Supplier<AlertCaps> caps) {
        this.subscribers = subscribers;
        this.recipients = recipients;
        this.caps = caps;
    }

    @Override
    public OptionalLong left(AudienceFilter audience, Instant now) {
        AlertCaps present = caps.get();
        AtomicLong left = new AtomicLong();
        // A day more than counts, since days begin at midnight in Washington.
        Instant since = now.minus(Duration.ofDays(AlertCaps.DAYS + 1));
        subscribers.forEach(some -> {
            List<String> persons =
                    audience.among(some).stream().map(Subscriber::person).toList();
            Map<String, List<Instant>> sent = recipients.sent(persons, since, now);
            left.addAndGet(persons.stream()
                    .filter(person -> present.allow(sent.getOrDefault(person, List.of()), now))
                    .count());
        });
        return OptionalLong.of(left.get());
    }
}
