package org.campaignbot.alert.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.sending.AlertHours.Window;
import org.campaignbot.message.Message;
import org.campaignbot.people.Language;
import org.campaignbot.sending.DeliveryListener;
import org.campaignbot.sending.DeliveryStatus;
import org.campaignbot.sending.Outbox;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.subscriptions.Subscriptions;

/**
 * Asks people who haven't been heard from for a year, while alerts go out, whether they still want them, and ends the
 * subscriptions of those who don't say yes.
 *
 * <p>It asks no one at night, or while no alert for them is being sent. A question that doesn't leave within the reader's good
 * hours never does, and is asked again in the next.
 */
public final class StaleSubscriptions implements DeliveryListener {

    /** How long to wait for a yes. */
    static final Duration ANSWER = Duration.ofDays(30);

    private static final Duration PAUSE = Duration.ofHours(1);

    /** How many are asked per round: a third of a usual limit (30 a second), so that alerts and answers to people keep moving. */
    static final int MOST = 10;

    private final Alerts alerts;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Consumer<Runnable> inOneCommit;
    private final Function<Language, Message> question;
    private final Supplier<AlertHours> hours;
    private final InstantSource clock;
    private Instant nextEnd = Instant.MIN;
    private Instant nextPass = Instant.MIN;
    private String lookedAt = "";

    /**
     * Creates it over the stores.
     *
     * @param inOneCommit runs a block so that all its writes commit together or not at all
     * @param question the question to ask
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

    /**
     * Ends unanswered subscriptions, and asks a few people while an alert goes out; called every second or so. It checks each
     * subscription at most once an hour. Returns how many were asked.
     */
    public synchronized int run() {
        Instant now = clock.instant();
        if (!now.isBefore(nextEnd)) {
            nextEnd = now.plus(PAUSE);
            subscriptions.endUnanswered(now.minus(ANSWER));
        }
        boolean isAsking = !now.isBefore(nextPass)
                && alerts.open().stream().anyMatch(each -> each.stage().isSending());
        return isAsking ? askSome(now) : 0;
    }

    /** Asks again in their next good hours those whose question failed to leave; not answering costs them nothing. */
    @Override
    public void ended(List<Ended> messages) {
        for (Ended each : messages) {
            if (each.status() == DeliveryStatus.EXPIRED) {
                StillTicket.of(each.message().id())
                        .ifPresent(question -> subscriptions.notAsked(question.ref(), question.asked()));
            }
        }
    }

    private int askSome(Instant now) {
        AlertHours good = hours.get();
        List<Subscriber> page = subscriptions.page(lookedAt, RecipientSnapshot.PAGE);
        List<Outgoing> questions = new ArrayList<>();
        for (Subscriber each : page) {
            lookedAt = each.ref();
            Window window = good.at(now, each.zone(), each.state());
            if (each.asked() == null && each.isStale(now) && window.holds(now)) {
                StillTicket ticket = new StillTicket(each.ref(), now, window.until());
                subscriptions.find(each.ref()).ifPresent(kept -> questions.add(question(ticket, kept)));
            }
            if (questions.size() == MOST) {
                break;
            }
        }
        boolean isLast = page.size() < RecipientSnapshot.PAGE;
        if (isLast && (page.isEmpty() || page.get(page.size() - 1).ref().equals(lookedAt))) {
            lookedAt = "";
            nextPass = now.plus(PAUSE);
        }
        return questions.isEmpty() ? 0 : ask(questions, now);
    }

    private Outgoing question(StillTicket ticket, Subscription subscription) {
        return new Outgoing(
                ticket.id(),
                subscription.conversation().address(),
                subscription.conversation().person(),
                Outgoing.Lane.REPLY,
                question.apply(subscription.language()));
    }

    /** Puts the questions that no other process has into the outbox, in one commit. */
    private int ask(List<Outgoing> questions, Instant now) {
        List<Outgoing> first = new ArrayList<>();
        inOneCommit.accept(() -> {
            first.clear();
            questions.stream()
                    .filter(each -> subscriptions.asked(
                            StillTicket.of(each.id()).orElseThrow().ref(), now))
                    .forEach(first::add);
            outbox.add(first);
        });
        return first.size();
    }
}
