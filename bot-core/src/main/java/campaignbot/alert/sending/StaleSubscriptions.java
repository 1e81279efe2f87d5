package campaignbot.alert.sending;

import campaignbot.alert.Alerts;
import campaignbot.delivery.Outbox;
import campaignbot.delivery.Outgoing;
import campaignbot.message.Message;
import campaignbot.people.Language;
import campaignbot.subscription.Subscriber;
import campaignbot.subscription.Subscription;
import campaignbot.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks whoever was not heard for a year, while alerts go out, whether they still want them, and ends what nobody says yes to.
 *
 * <p>Nobody is asked at night, nor while nothing is sent that they would be asked for.
 */
public final class StaleSubscriptions {

    /** How long a yes is waited for. */
    public static final Duration ANSWER = Duration.ofDays(30);

    private static final Duration PAUSE = Duration.ofHours(1);

    private final Alerts alerts;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Consumer<Runnable> inOneCommit;
    private final Function<Language, Message> question;
    private final Supplier<AlertHours> hours;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    /**
     * The subscriptions of a store.
     *
     * @param inOneCommit does all that is written meanwhile at once or not at all
     * @param question what is asked
     */
    public StaleSubscriptions(
            Alerts alerts,
            Subscriptions subscriptions,
            Outbox outbox,
            Consumer<Runnable> inOneCommit,
            Function<Language, Message> question,
            Supplier<AlertHours> hours,
            InstantSource clock) {
        this.alerts = alerts;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.inOneCommit = inOneCommit;
        this.question = question;
        this.hours = hours;
        this.clock = clock;
    }

    /** Asks and ends what there is, at most once an hour; returns how many were asked. */
    public synchronized int run() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return 0;
        }
        next = now.plus(PAUSE);
        subscriptions.endUnanswered(now.minus(ANSWER));
        return alerts.open().stream().anyMatch(each -> each.stage().isSending()) ? ask(now) : 0;
    }

    private int ask(Instant now) {
        AlertHours good = hours.get();
        int asked = 0;
        List<Subscriber> page = subscriptions.page("", Enlisting.PAGE);
        while (!page.isEmpty()) {
            for (Subscriber each : page) {
                if (each.asked() == null
                        && Enlisting.isStale(each, now)
                        && good.at(now, each.zone(), each.state()).holds(now)) {
                    asked += ask(each, now);
                }
            }
            page = subscriptions.page(page.get(page.size() - 1).ref(), Enlisting.PAGE);
        }
        return asked;
    }

    private int ask(Subscriber subscriber, Instant now) {
        Subscription subscription = subscriptions.find(subscriber.ref()).orElse(null);
        if (subscription == null) {
            return 0;
        }
        Outgoing message = new Outgoing(
                "alerts-still/" + subscriber.ref() + "/" + now.toEpochMilli(),
                subscription.conversation().address(),
                subscription.conversation().person(),
                Outgoing.Lane.ALERT,
                question.apply(subscription.language()));
        boolean[] isFirst = {false};
        inOneCommit.accept(() -> {
            isFirst[0] = subscriptions.asked(subscriber.ref(), now);
            if (isFirst[0]) {
                outbox.add(List.of(message));
            }
        });
        return isFirst[0] ? 1 : 0;
    }
}
