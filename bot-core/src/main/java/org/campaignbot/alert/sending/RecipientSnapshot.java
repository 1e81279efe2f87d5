package org.campaignbot.alert.sending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.sending.AlertHours.Window;
import org.campaignbot.alert.sending.Recipients.Enlisted;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscriptions;

/** Goes through all subscriptions once for an alert, a page at a time, and records its recipients. */
final class RecipientSnapshot {

    /** Small enough that replies don't have to wait for the transaction. */
    static final int PAGE = 1_000;

    private final Subscriptions subscriptions;
    private final Recipients recipients;

    RecipientSnapshot(Subscriptions subscriptions, Recipients recipients) {
        this.subscriptions = subscriptions;
        this.recipients = recipients;
    }

    /** Processes the next page; returns whether that was the last. */
    boolean go(Alert alert, AudienceSource audience, AlertHours hours, AlertCaps caps, Instant now) {
        AlertRun run = recipients.run(alert.id());
        if (run.enlisted() != null) {
            return true;
        }
        List<Subscriber> page = subscriptions.page(run.lookedAt(), PAGE);
        List<Subscriber> fitting = audience.among(alert, page, now);
        List<Enlisted> enlisted = new ArrayList<>();
        // A correction goes out whatever the caps.
        Set<String> capped = alert.kind() == Alert.Kind.CORRECTION ? Set.of() : caps.reached(fitting, recipients, now);
        for (Subscriber each : fitting) {
            Window window = hours.at(now, each.zone(), each.state());
            Instant due = window.holds(now) ? now : window.from();
            if (capped.contains(each.person())) {
                enlisted.add(new Enlisted(each, State.WITHHELD, Recipients.CAPPED, now));
            } else if (due.isBefore(alert.draft().expires())) {
                enlisted.add(new Enlisted(each, State.WAITING, "", due));
            } else {
                enlisted.add(new Enlisted(each, State.EXPIRED, "", now));
            }
        }
        boolean isLast = page.size() < PAGE;
        recipients.enlist(
                alert.id(), run, isLast ? null : page.get(page.size() - 1).ref(), enlisted, now);
        return isLast;
    }
}
