package org.campaignbot.alert.sending;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Alert.Stage;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.subscriptions.Subscriptions;

/**
 * Moves alerts on: begins those that are due, finds their recipients, judges the canary, and finishes them. Messages leave by the
 * {@link RecipientQueue}.
 *
 * <p>All progress is in the stores, so it continues after a crash. Several processes may run it at once.
 */
public final class AlertDispatcher {

    /** How many recipients one transaction ends. */
    private static final int PAGE = 250;

    private final Alerts alerts;
    private final Recipients recipients;
    private final RecipientQueue queue;
    private final RecipientSnapshot recipientSnapshot;
    private final AudienceSource audience;
    private final Predicate<Alert> begin;
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
     * @param rules looked up once a round
     * @param held called with an alert that was paused; the alert says why
     */
    public AlertDispatcher(
            Alerts alerts,
            Recipients recipients,
            Subscriptions subscriptions,
            RecipientQueue queue,
            AudienceSource audience,
            Predicate<Alert> begin,
            Supplier<Rules> rules,
            CanaryRules canary,
            Consumer<Alert> held,
            InstantSource clock) {
        this.alerts = alerts;
        this.recipients = recipients;
        this.queue = queue;
        this.recipientSnapshot = new RecipientSnapshot(subscriptions, recipients);
        this.audience = audience;
        this.begin = begin;
        this.rules = rules;
        this.canary = canary;
        this.held = held;
        this.clock = clock;
    }

    /**
     * Does everything that can be done now and returns how much that was; called every second or so. If it isn't 0, wake the
     * sender.
     *
     * @throws RuntimeException if it failed for an alert, after all others are done; a later call tries it again
     */
    public int run() {
        queue.look();
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
                    if (failed == null) {
                        failed = failure;
                    } else {
                        failed.addSuppressed(failure);
                    }
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
        }
        if (stage != Stage.PAUSED && !stage.isSending()) {
            return 0;
        }
        int abandoned = recipients.abandon(alert.id(), now);
        return abandoned + (stage.isSending() ? send(alert) : 0);
    }

    private int begin(Alert alert, Instant now) {
        Instant at = alert.draft().at();
        if (at == null || now.isBefore(at)) {
            return 0;
        }
        boolean isBegun = begin.test(alert);
        queue.look();
        return isBegun ? 1 : 0;
    }

    /** Saves a step; returns false if it's refused or the alert changed meanwhile. */
    private boolean take(AlertTransition step) {
        if (step instanceof AlertTransition.Taken taken && alerts.save(taken.alert(), taken.entry())) {
            queue.look();
            return true;
        }
        return false;
    }

    private int send(Alert alert) {
        if (alert.stage() == Stage.CANARY && !canary.isUsed()) {
            // A command began it, and commands don't know the server's settings.
            return take(AlertStateMachine.widen(alert, clock.instant())) ? 1 : 0;
        }
        AlertRun run = recipients.run(alert.id());
        int moved = 0;
        if (run.enlisted() == null) {
            if (!enlist(alert)) {
                return 1;
            }
            queue.look();
            run = recipients.run(alert.id());
            moved = 1;
        }
        return moved + (alert.stage() == Stage.CANARY ? judge(alert, run) : finish(alert, run));
    }

    /** Finds all recipients; returns false if the alert was stopped or paused meanwhile. */
    private boolean enlist(Alert alert) {
        Rules present = rules.get();
        while (!recipientSnapshot.go(alert, audience, present.hours(), present.caps(), clock.instant())) {
            if (!queue.isSending(alert.id(), clock.instant())) {
                return false;
            }
        }
        return true;
    }

    private int judge(Alert alert, AlertRun run) {
        Instant now = clock.instant();
        if (run.canary() == null) {
            recipients.chooseCanary(alert.id(), canary.size(recipients.count(alert.id())), now);
            return 1;
        }
        if (run.judged() != null) {
            // It was paused and an organizer resumed it, who knows more than the figures.
            return take(AlertStateMachine.widen(alert, now)) ? 1 : 0;
        }
        Recipients.Canary few = recipients.canary(alert.id());
        String objection = canary.objection(few).map(Objection::toString).orElse(null);
        boolean isAll = few.isEverybody() && few.ended() == few.all();
        if (objection != null) {
            hold(alert, objection, now);
        } else if (isAll || canary.isOver(few, run.canary(), now)) {
            recipients.judged(alert.id(), now);
            return take(AlertStateMachine.widen(alert, now)) ? 1 : 0;
        }
        return 0;
    }

    private void hold(Alert alert, String objection, Instant now) {
        // Pause first: a canary marked as judged means that an organizer resumed the alert.
        if (AlertStateMachine.pause(alert, objection, Actor.BOT, now) instanceof AlertTransition.Taken pause
                && take(pause)) {
            recipients.judged(alert.id(), now);
            held.accept(pause.alert());
        }
    }

    private int finish(Alert alert, AlertRun run) {
        // Perhaps a process that died recorded it.
        if (recipients.settle(alert.id(), clock.instant()) || run.settled() != null) {
            take(AlertStateMachine.finish(alert, clock.instant()));
        }
        return 0;
    }

    /** Brings each recipient of a stopped or expired alert to a final state. */
    private int windUp(Alert alert) {
        Instant now = clock.instant();
        AlertRun run = recipients.run(alert.id());
        if (run.enlisted() == null) {
            recipients.enlist(alert.id(), run, null, List.of(), now);
        }
        boolean hasExpired = alert.stage() == Stage.EXPIRED;
        int moved = recipients.abandon(alert.id(), now);
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
