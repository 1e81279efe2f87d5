package campaignbot.alert.sending;

import campaignbot.alert.Actor;
import campaignbot.alert.Alert;
import campaignbot.alert.Alert.Stage;
import campaignbot.alert.AlertLife;
import campaignbot.alert.AlertStep;
import campaignbot.alert.Alerts;
import campaignbot.alert.sending.AlertHours.Window;
import campaignbot.alert.sending.Recipients.Due;
import campaignbot.alert.sending.Recipients.Next;
import campaignbot.alert.sending.Recipients.State;
import campaignbot.delivery.Outgoing;
import campaignbot.message.Message;
import campaignbot.subscription.Subscription;
import campaignbot.subscription.Subscriptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Moves alerts on: begins those whose time has come, finds whom each is for, hands to the outbox what may leave, and ends it.
 *
 * <p>All that it has done is in the stores, so that it goes on after a crash where it was. Several processes may do so at once.
 */
public final class AlertDispatcher {

    /** How many recipients go on in one transaction. */
    static final int PAGE = 250;

    /**
     * How many of an alert go into the outbox in one round. No platform takes more in the second until the next, and whoever notes
     * what has left waits for each of these transactions: with all of them at once, an alert to 100,000 began at a third of its rate.
     */
    static final int MOST_A_ROUND = 1_250;

    private final Alerts alerts;
    private final Recipients recipients;
    private final AlertWatch watch;
    private final Enlisting enlisting;
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
     * A dispatcher.
     *
     * @param begin begins an alert whose time has come, and tells whether it did: not where a check finds errors by now
     * @param words what a subscriber gets; asked by several threads
     * @param rules looked up once a round
     * @param held told of an alert that is held, which says why
     */
    public AlertDispatcher(
            Alerts alerts,
            Recipients recipients,
            Subscriptions subscriptions,
            AlertWatch watch,
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
        this.enlisting = new Enlisting(subscriptions, recipients);
        this.audience = audience;
        this.begin = begin;
        this.words = words;
        this.rules = rules;
        this.canary = canary;
        this.held = held;
        this.clock = clock;
    }

    /**
     * Does all that can be done now, and returns with how many recipients it went on; called every second or so. Whoever sends the
     * outbox is to be told where it is not 0.
     *
     * @throws RuntimeException where it failed for an alert, after all others were seen to; it is tried again by a later call
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
            take(AlertLife.expire(alert, now));
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

    /** Keeps a step; returns false where it may not be taken, or the alert changed meanwhile. */
    private boolean take(AlertStep step) {
        if (step instanceof AlertStep.Taken taken && alerts.save(taken.alert(), taken.entry())) {
            watch.look();
            return true;
        }
        return false;
    }

    private int send(Alert alert) {
        if (alert.stage() == Stage.CANARY && !canary.isUsed()) {
            // A command began it, which does not know the settings of the server.
            return take(AlertLife.widen(alert, clock.instant())) ? 1 : 0;
        }
        Rules present = rules.get();
        while (!enlisting.go(alert, audience, present.hours(), present.caps(), clock.instant())) {
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
            // It was held and an organizer let it go on, who knows more than the figures.
            return moved + (take(AlertLife.widen(alert, now)) ? 1 : 0);
        }
        String objection = canary.objection(few).map(Objection::toString).orElse(null);
        boolean isAll = few.isEverybody() && few.ended() == few.all();
        if (objection != null) {
            hold(alert, objection, now);
        } else if (isAll || (run.canary() != null && canary.isOver(few, run.canary(), now))) {
            recipients.judged(alert.id(), now);
            moved += take(AlertLife.widen(alert, now)) ? 1 : 0;
        }
        return moved;
    }

    private void hold(Alert alert, String objection, Instant now) {
        // The pause comes first: whoever finds the few judged takes it that an organizer let the alert go on.
        if (AlertLife.pause(alert, objection, Actor.BOT, now) instanceof AlertStep.Taken pause && take(pause)) {
            recipients.judged(alert.id(), now);
            held.accept(pause.alert());
        }
    }

    private int sendToAll(Alert alert, Rules present) {
        int moved = forward(alert, false, present);
        if (recipients.settle(alert.id(), clock.instant()) || isSettled(alert)) {
            take(AlertLife.finish(alert, clock.instant()));
        }
        return moved;
    }

    /** Whether a process that died had noted it. */
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

    /** Brings each recipient of an alert that was stopped or has expired to a final state. */
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
