package campaignbot.alert;

import campaignbot.alert.AlertHours.Window;
import campaignbot.alert.Recipients.Enlisted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Goes through all subscriptions once for an alert, some at a time, and notes for whom it is. */
final class Enlisting {

    /** Few enough that a reply does not have to wait for the transaction. */
    static final int PAGE = 1_000;

    /** After how long without a turn of the person nothing is sent before they were asked again. */
    static final Duration STALE = Duration.ofDays(365);

    private final Subscriptions subscriptions;
    private final Recipients recipients;

    Enlisting(Subscriptions subscriptions, Recipients recipients) {
        this.subscriptions = subscriptions;
        this.recipients = recipients;
    }

    /** Whether the person was not heard for so long that they are asked first, and have not said yes since. */
    static boolean isStale(Subscriber subscriber, Instant now) {
        return subscriber.asked() != null || !now.isBefore(subscriber.heard().plus(STALE));
    }

    /** Goes on with a page; returns whether that was the last. */
    boolean go(Alert alert, AudienceSource audience, AlertHours hours, AlertCaps caps, Instant now) {
        AlertRun run = recipients.run(alert.id());
        if (run.enlisted() != null) {
            return true;
        }
        List<Subscriber> page = subscriptions.page(run.lookedAt(), PAGE);
        PageParts parts = new PageParts(recipients, page);
        Predicate<Subscriber> isFor = audience.of(alert, parts, now);
        List<Subscriber> fitting = page.stream()
                .filter(each -> !isStale(each, now))
                .filter(each -> got(alert, each, parts) && isFor.test(each))
                .toList();
        List<Enlisted> enlisted = new ArrayList<>();
        Set<String> capped = alert.kind() == Alert.Kind.CORRECTION ? Set.of() : capped(fitting, caps, now);
        for (Subscriber each : fitting) {
            if (!capped.contains(each.person())) {
                Window window = hours.at(now, each.zone(), each.state());
                Instant due = window.holds(now) ? now : window.from();
                enlisted.add(new Enlisted(each, due.isBefore(alert.draft().expires()) ? due : null));
            }
        }
        boolean isLast = page.size() < PAGE;
        recipients.enlist(alert.id(), run, isLast ? null : page.get(page.size() - 1).ref(), enlisted, now);
        return isLast;
    }

    /** Whether a correction or a follow-up is for somebody: who got the alert that it is about. */
    private static boolean got(Alert alert, Subscriber subscriber, PageParts parts) {
        return alert.about() == null || parts.took(subscriber, alert.about(), Criterion.Part.GOT);
    }

    /** Who may not get one more; what is wrong in an alert is put right whatever the caps. */
    private Set<String> capped(List<Subscriber> some, AlertCaps caps, Instant now) {
        List<String> persons = some.stream().map(Subscriber::person).distinct().toList();
        // A day more than counts, since days begin at midnight in Washington.
        Instant since = now.minus(Duration.ofDays(AlertCaps.DAYS + 1));
        Map<String, List<Instant>> sent = recipients.sent(persons, since, now);
        Set<String> capped = new HashSet<>();
        for (String person : persons) {
            if (!caps.allow(sent.getOrDefault(person, List.of()), now)) {
                capped.add(person);
            }
        }
        return capped;
    }
}
