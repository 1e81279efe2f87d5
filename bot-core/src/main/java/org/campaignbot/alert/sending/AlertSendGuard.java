package org.campaignbot.alert.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.sending.DeliveryListener;
import org.campaignbot.sending.DeliveryStatus;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.sending.SendGuard;
import org.campaignbot.subscriptions.Subscriptions;
import org.jspecify.annotations.Nullable;

/**
 * Sits between alerts and the sender: decides which messages may leave now, and records how they ended, for alerts and for the
 * question whether alerts are still wanted.
 *
 * <p>It looks up the alerts being sent at most once a second, and at once if this process changed one. Thread-safe.
 */
public final class AlertSendGuard implements SendGuard, DeliveryListener {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int LONGEST_REASON = 100;

    private final Alerts alerts;
    private final Recipients recipients;
    private final Subscriptions subscriptions;
    private final InstantSource clock;
    private volatile @Nullable Look last;

    /** The alerts that were being sent at an instant. */
    private record Look(Instant at, Map<String, Alert> sending) {}

    /** Creates a watch over the alerts of a store. */
    public AlertSendGuard(Alerts alerts, Recipients recipients, Subscriptions subscriptions, InstantSource clock) {
        this.alerts = alerts;
        this.recipients = recipients;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** Looks up again which alerts are being sent; called after one has changed, and every second. */
    public void look() {
        Map<String, Alert> sending = new HashMap<>();
        Instant now = clock.instant();
        for (Alert each : alerts.open()) {
            if (each.stage().isSending()) {
                sending.put(each.id(), each);
            }
        }
        last = new Look(now, sending);
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

    /** Stops a question that is still in the outbox when the reader's good hours are over. */
    private static @Nullable DeliveryStatus denialOfQuestion(Outgoing message, Instant now) {
        return StillTicket.of(message.id())
                .filter(question -> question.isOver(now))
                .map(question -> DeliveryStatus.EXPIRED)
                .orElse(null);
    }

    @Override
    public Map<String, DeliveryStatus> denied(List<Outgoing> departing, Instant now) {
        Look look = fresh(now);
        Map<String, DeliveryStatus> denied = new HashMap<>();
        List<AlertTicket> tickets = new ArrayList<>();
        for (Outgoing each : departing) {
            AlertTicket ticket = AlertTicket.of(each.id()).orElse(null);
            DeliveryStatus denial = ticket == null ? denialOfQuestion(each, now) : denial(ticket.alert(), look, now);
            if (denial != null) {
                denied.put(each.id(), denial);
            } else if (ticket != null) {
                tickets.add(ticket);
            }
        }
        if (!tickets.isEmpty()) {
            Set<AlertTicket> may = recipients.depart(tickets, now);
            tickets.stream()
                    .filter(each -> !may.contains(each))
                    .forEach(each -> denied.put(each.id(), DeliveryStatus.WITHDRAWN));
        }
        return denied;
    }

    @Override
    public @Nullable DeliveryStatus deniedAfterAll(Outgoing departed, Instant now) {
        Look look = last;
        AlertTicket ticket = AlertTicket.of(departed.id()).orElse(null);
        if (ticket == null) {
            return denialOfQuestion(departed, now);
        }
        return look == null ? null : denial(ticket.alert(), look, now);
    }

    @Override
    public void ended(List<DeliveryListener.Ended> messages) {
        List<Recipients.Ended> ended = new ArrayList<>();
        for (DeliveryListener.Ended each : messages) {
            AlertTicket.of(each.message().id()).ifPresent(ticket -> ended.add(ended(ticket, each)));
            if (each.status() == DeliveryStatus.EXPIRED) {
                // The question failed to leave, so it's asked in their next good hours; not answering costs them
                // nothing.
                StillTicket.of(each.message().id())
                        .ifPresent(question -> subscriptions.notAsked(question.ref(), question.asked()));
            }
        }
        if (!ended.isEmpty()) {
            recipients.ended(ended, clock.instant());
        }
    }

    private static Recipients.Ended ended(AlertTicket ticket, DeliveryListener.Ended message) {
        return switch (message.status()) {
            case SENT -> new Recipients.Ended(ticket, State.SENT, "");
            case GONE -> new Recipients.Ended(ticket, State.FAILED, "gone");
            case REFUSED -> new Recipients.Ended(ticket, State.FAILED, reason(message.why()));
            case UNKNOWN -> new Recipients.Ended(ticket, State.UNKNOWN, "");
            case EXPIRED -> new Recipients.Ended(ticket, State.EXPIRED, "");
            case WITHDRAWN -> new Recipients.Ended(ticket, State.WAITING, "");
        };
    }

    private static String reason(@Nullable String why) {
        String known = Objects.requireNonNullElse(why, "refused");
        return known.length() > LONGEST_REASON ? known.substring(0, LONGEST_REASON) : known;
    }
}
