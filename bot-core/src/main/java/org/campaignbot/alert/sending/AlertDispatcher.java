package org.campaignbot.alert.sending;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Alert.Stage;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.sending.AlertHours.Window;
import org.campaignbot.alert.sending.Recipients.Due;
import org.campaignbot.alert.sending.Recipients.Next;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.message.Message;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.subscriptions.Subscriptions;

/**
 * Moves alerts on: begins those that are due, finds their recipients, puts messages into the outbox, and finishes them.
 *
 * <p>All progress is in the stores, so it continues after a crash. Several processes may run it at once.
 */
public final class AlertDispatcher {

    /** How many recipients one transaction moves on. */
    static final int PAGE = 250;

    /**
     * How many messages of an alert go into the outbox in one round. No platform takes more before the next round a second
     * later, and recording what was sent waits for each of these transactions: with all of them at once, an alert to 100,000
     * began at a third of its rate.
     */
    static final int MOST_A_ROUND = 1_250;

    private final Alerts alerts;
    private final Recipients recipients;
    private final AlertSendGuard watch;
    private final RecipientSnapshot recipientSnapshot;
    private final AudienceSource audience;
    private final Predicate<Alert> begin;
    private final BiFunction<Alert, Subscription, Message> words;
    private final Supplier<Rules> rules;
    private final CanaryRules canary;
    private final Consumer<Alert> held;
    private final InstantSource clock;

    /** What organizers have set. */
    public record Rules(AlertHours hours, AlertCaps caps) {}

    /**
     * Creates a dispatcher.
     *
     * @param begin begins an alert that is due, and returns whether it did; it doesn't if a check finds errors by now
     * @param words the message for a subscriber; called from several threads
     * @param rules looked up once a round
     * @param held called with an alert that was paused; the alert says why
     */
    public AlertDispatcher(
            Alerts alerts,
            Recipients recipients,
            Subscriptions subscriptions,
            AlertSendGuard watch,
            AudienceSource audience,
            Predicate<Alert> begin,
            BiFunction<Alert, Subscription, Message> words,
            Supplier<Rules> rules,
            CanaryRules canary,
            Consumer<Alert> held,
            InstantSource clock) {
        this.alerts = alerts;
        this.recipients = recipients;
        this.watch = watch;
        this.recipientSnapshot = new RecipientSnapshot(subscriptions, recipients);
        this.audience = audience;
        this.begin = begin;
        this.words = words;
        this.rules = rules;
        this.canary = canary;
        this.held = held;
        this.clock = clock;
    }

    /**
     * Does everything that can be done now and returns how many recipients it moved on; called every second or so. If it isn't
     * 0, wake the sender of the outbox.
     *
     * @throws RuntimeException if it failed for an alert, after all others are done; a later call tries it again
     */
    public int run() {
        watch.look();
        int moved = 0;
        RuntimeException failed = null;
        List<Alert> open = alerts.open();
        List<Alert> ended = recipients.unsettled().stream()
                .flatMap(id -> alerts.find(id).stream())
                .filter(each -> each.stage().isFinal())
                .toList();
        for (List<Alert> some : List.of(open, ended)) {
            for (Alert each : some) {
                try {
                    moved += see(each);
                } catch (RuntimeException failure) {
                    failed = failure;
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
        return moved;
    }

    private int see(Alert alert) {
        Instant now = clock.instant();
        Stage stage = alert.stage();
        if (stage.isFinal()) {
            return windUp(alert);
        }
        boolean isBegun = stage == Stage.SCHEDULED || stage == Stage.PAUSED || stage.isSending();
        if (isBegun && !now.isBefore(alert.draft().expires())) {
            take(AlertStateMachine.expire(alert, now));
            return 1;
        } else if (stage == Stage.SCHEDULED) {
            return begin(alert, now);
        } else if (stage == Stage.PAUSED) {
            return takeBack(alert);
        }
        return stage.isSending() ? send(alert) : 0;
    }

    private int begin(Alert alert, Instant now) {
        Instant at = alert.draft().at();
        boolean isBegun = at != null && !now.isBefore(at) && begin.test(alert);
        watch.look();
        return isBegun ? 1 : 0;
    }

    /** Saves a step; returns false if it's refused or the alert changed meanwhile. */
    private boolean take(AlertTransition step) {
        if (step instanceof AlertTransition.Taken taken && alerts.save(taken.alert(), taken.entry())) {
            watch.look();
            return true;
        }
        return false;
    }

    private int send(Alert alert) {
        if (alert.stage() == Stage.CANARY && !canary.isUsed()) {
            // A command began it, and commands don't know the server's settings.
            return take(AlertStateMachine.widen(alert, clock.instant())) ? 1 : 0;
        }
        Rules present = rules.get();
        while (!recipientSnapshot.go(alert, audience, present.hours(), present.caps(), clock.instant())) {
            if (!watch.isSending(alert.id(), clock.instant())) {
                return 1;
            }
        }
        return alert.stage() == Stage.CANARY ? sendToFew(alert, present) : sendToAll(alert, present);
    }

    private int sendToFew(Alert alert, Rules present) {
        Instant now = clock.instant();
        recipients.chooseCanary(alert.id(), canary.size(recipients.count(alert.id())), now);
        int moved = forward(alert, true, present);
        AlertRun run = recipients.run(alert.id());
        Recipients.Canary few = recipients.canary(alert.id());
        if (run.judged() != null) {
            // It was paused and an organizer resumed it, who knows more than the figures.
            return moved + (take(AlertStateMachine.widen(alert, now)) ? 1 : 0);
        }
        String objection = canary.objection(few).map(Objection::toString).orElse(null);
        boolean isAll = few.isEverybody() && few.ended() == few.all();
        if (objection != null) {
            hold(alert, objection, now);
        } else if (isAll || (run.canary() != null && canary.isOver(few, run.canary(), now))) {
            recipients.judged(alert.id(), now);
            moved += take(AlertStateMachine.widen(alert, now)) ? 1 : 0;
        }
        return moved;
    }

    private void hold(Alert alert, String objection, Instant now) {
        // Pause first: a canary marked as judged means that an organizer resumed the alert.
        if (AlertStateMachine.pause(alert, objection, Actor.BOT, now) instanceof AlertTransition.Taken pause
                && take(pause)) {
            recipients.judged(alert.id(), now);
            held.accept(pause.alert());
        }
    }

    private int sendToAll(Alert alert, Rules present) {
        int moved = forward(alert, false, present);
        if (recipients.settle(alert.id(), clock.instant()) || isSettled(alert)) {
            take(AlertStateMachine.finish(alert, clock.instant()));
        }
        return moved;
    }

    /** Whether it's settled, perhaps recorded by a process that died. */
    private boolean isSettled(Alert alert) {
        return recipients.run(alert.id()).settled() != null;
    }

    private int forward(Alert alert, boolean onlyCanary, Rules present) {
        int moved = 0;
        int page;
        do {
            Instant now = clock.instant();
            if (!watch.isSending(alert.id(), now)) {
                return moved;
            }
            page = recipients.forward(alert.id(), onlyCanary, now, PAGE, due -> next(alert, due, present.hours(), now));
            moved += page;
        } while (page > 0 && moved < MOST_A_ROUND);
        return moved;
    }

    private Next next(Alert alert, Due due, AlertHours hours, Instant now) {
        Subscription subscription = due.subscription();
        Instant expires = alert.draft().expires();
        Window window = hours.at(now, subscription.zone(), subscription.state());
        if (!window.holds(now)) {
            return window.from().isBefore(expires) ? new Next.Later(window.from()) : new Next.End(State.EXPIRED, "");
        }
        Outgoing message = new Outgoing(
                due.ticket().id(),
                subscription.conversation().address(),
                subscription.conversation().person(),
                Outgoing.Lane.ALERT,
                words.apply(alert, subscription));
        return new Next.Send(message, window.until().isBefore(expires) ? window.until() : expires);
    }

    private int takeBack(Alert alert) {
        int back = 0;
        int page = PAGE;
        while (page == PAGE) {
            page = recipients.takeBack(alert.id(), PAGE, clock.instant());
            back += page;
        }
        return back;
    }

    /** Brings each recipient of a stopped or expired alert to a final state. */
    private int windUp(Alert alert) {
        Instant now = clock.instant();
        AlertRun run = recipients.run(alert.id());
        if (run.enlisted() == null) {
            recipients.enlist(alert.id(), run, null, List.of(), now);
        }
        boolean hasExpired = alert.stage() == Stage.EXPIRED;
        int moved = takeBack(alert);
        int page = PAGE;
        while (page == PAGE) {
            page = recipients.close(
                    alert.id(), hasExpired ? State.EXPIRED : State.WITHHELD, hasExpired ? "" : "stopped", PAGE, now);
            moved += page;
        }
        recipients.settle(alert.id(), now);
        return moved;
    }
}
