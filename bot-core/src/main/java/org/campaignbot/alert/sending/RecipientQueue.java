package org.campaignbot.alert.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Alert.Stage;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.sending.AlertHours.Window;
import org.campaignbot.alert.sending.Recipients.Due;
import org.campaignbot.alert.sending.Recipients.Next;
import org.campaignbot.alert.sending.Recipients.Open;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.message.Message;
import org.campaignbot.sending.AlertQueue;
import org.campaignbot.sending.DeliveryListener;
import org.campaignbot.sending.DeliveryStatus;
import org.campaignbot.sending.Outbox.ChatUse;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The recipients of the alerts that are being sent, as the sender's queue.
 *
 * <p>It looks up these alerts again once they are two seconds old, and at once if this process changed one. Thread-safe.
 */
public final class RecipientQueue implements AlertQueue {

    /** Longer than the second between two rounds of the alerts, so that in a busy server only these look. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final int LONGEST_REASON = 100;

    private final Alerts alerts;
    private final Recipients recipients;
    private final BiFunction<Alert, Subscription, Message> words;
    private final Supplier<AlertHours> hours;
    private final InstantSource clock;
    private volatile @Nullable Look last;

    /** The alerts that were sent at an instant, those whose recipients are all known, and the good hours if there was any. */
    private record Look(
            Instant at,
            Map<String, Alert> sending,
            List<Open> open,
            @Nullable AlertHours hours) {}

    /**
     * A queue over the alerts of a store.
     *
     * @param words the message for a subscriber
     * @param hours looked up about once a second
     */
    public RecipientQueue(
            Alerts alerts,
            Recipients recipients,
            BiFunction<Alert, Subscription, Message> words,
            Supplier<AlertHours> hours,
            InstantSource clock) {
        this.alerts = alerts;
        this.recipients = recipients;
        this.words = words;
        this.hours = hours;
        this.clock = clock;
    }

    /** Looks up again which alerts are being sent; called after one has changed, and every few seconds. */
    public void look() {
        Map<String, Alert> sending = new HashMap<>();
        List<Open> open = new ArrayList<>();
        Instant now = clock.instant();
        for (Alert each : alerts.open()) {
            if (each.stage().isSending()) {
                sending.put(each.id(), each);
                if (recipients.run(each.id()).enlisted() != null) {
                    open.add(new Open(each.id(), each.stage() == Stage.CANARY));
                }
            }
        }
        last = new Look(now, sending, open, sending.isEmpty() ? null : hours.get());
    }

    private Look fresh(Instant now) {
        Look look = last;
        if (look == null || !now.isBefore(look.at.plus(FRESH))) {
            look();
            look = last;
        }
        return Objects.requireNonNull(look);
    }

    /** Whether messages of an alert may leave, as far as this process knows. */
    boolean isSending(String alert, Instant now) {
        return denial(alert, fresh(now), now) == null;
    }

    private static @Nullable DeliveryStatus denial(String alert, Look look, Instant now) {
        Alert sending = look.sending.get(alert);
        if (sending == null) {
            return DeliveryStatus.WITHDRAWN;
        }
        return sending.maySend(now) ? null : DeliveryStatus.EXPIRED;
    }

    @Override
    public List<Claimed> advance(List<DeliveryListener.Ended> ended, List<ChatUse> uses, Room room, Instant now) {
        Look look = fresh(now);
        List<Recipients.Ended> results =
                ended.stream().map(RecipientQueue::result).toList();
        List<Open> open = look.open.stream()
                .filter(each -> !room.equals(Room.NONE) && denial(each.alert(), look, now) == null)
                .toList();
        return results.isEmpty() && open.isEmpty()
                ? List.of()
                : recipients.advance(
                        new Recipients.Advance(results, uses, open, room, now), due -> next(due, look, now));
    }

    private Next next(Due due, Look look, Instant now) {
        Alert alert = Objects.requireNonNull(look.sending.get(due.key().alert()));
        Subscription subscription = due.subscription();
        Window window = Objects.requireNonNull(look.hours).at(now, subscription.zone(), subscription.state());
        if (!window.holds(now)) {
            return window.from().isBefore(alert.draft().expires())
                    ? new Next.Later(window.from())
                    : new Next.End(State.EXPIRED, "");
        }
        return new Next.Send(new Outgoing(
                due.key().id(),
                subscription.conversation().address(),
                subscription.conversation().person(),
                Outgoing.Lane.ALERT,
                words.apply(alert, subscription)));
    }

    @Override
    public @Nullable DeliveryStatus denied(Outgoing message, Instant now) {
        Look look = last;
        if (message.lane() != Outgoing.Lane.ALERT) {
            return StillTicket.denied(message, now);
        }
        return look == null
                ? null
                : denial(Recipients.RecipientKey.of(message.id()).alert(), look, now);
    }

    @Override
    public Instant renew(List<String> ids) {
        return recipients.renew(ids.stream().map(Recipients.RecipientKey::of).toList());
    }

    private static Recipients.Ended result(DeliveryListener.Ended ended) {
        Recipients.RecipientKey key = Recipients.RecipientKey.of(ended.message().id());
        return switch (ended.status()) {
            case SENT -> new Recipients.Ended(key, State.SENT, "");
            case GONE -> new Recipients.Ended(key, State.FAILED, "gone");
            case REFUSED -> new Recipients.Ended(key, State.FAILED, reason(ended.why()));
            case UNKNOWN -> new Recipients.Ended(key, State.UNKNOWN, "");
            case EXPIRED -> new Recipients.Ended(key, State.EXPIRED, "");
            case WITHDRAWN -> new Recipients.Ended(key, State.WAITING, "");
        };
    }

    private static String reason(@Nullable String why) {
        String known = Objects.requireNonNullElse(why, "refused");
        return known.length() > LONGEST_REASON ? known.substring(0, LONGEST_REASON) : known;
    }
}
