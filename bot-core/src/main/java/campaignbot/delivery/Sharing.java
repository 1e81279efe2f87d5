package campaignbot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** Renews this process's shares of the rate limits of the accounts that it writes to. */
final class Sharing implements Chore {

    /** Half of the time another process may take to notice that an account wants to be left alone. */
    private static final Duration REFRESH = Duration.ofMillis(500);

    private static final Duration IN_USE = Duration.ofMinutes(1);

    private final SharedPace shared;
    private final Collection<Desk> desks;
    private final Settling settling;
    private final Listeners listeners;
    private final InstantSource clock;
    private final Runnable changed;
    private Instant due = Instant.MAX;

    Sharing(
            SharedPace shared,
            Collection<Desk> desks,
            Settling settling,
            Listeners listeners,
            InstantSource clock,
            Runnable changed) {
        this.shared = shared;
        this.desks = desks;
        this.settling = settling;
        this.listeners = listeners;
        this.clock = clock;
        this.changed = changed;
    }

    /** What an account needs now. */
    record Request(Account account, SharedPace.Need all, SharedPace.Need alerts) {}

    /** Called when an account needs a share at once. */
    void ask() {
        synchronized (this) {
            due = clock.instant();
        }
        changed.run();
    }

    @Override
    public synchronized Instant due() {
        return due;
    }

    @Override
    public void run(Instant now) {
        boolean isInUse = false;
        for (Desk desk : desks) {
            List<Request> requests = desk.ask(schedule -> schedule.requests(now, IN_USE));
            for (Request each : requests) {
                isInUse = true;
                listeners.guard(() -> {
                    SharedPace.Grant grant = shared.refresh(each.account(), each.all(), each.alerts());
                    desk.tell(schedule -> schedule.grant(each.account(), grant));
                });
            }
            if (!requests.isEmpty()) {
                desk.dispatch();
            }
        }
        synchronized (this) {
            due = isInUse ? now.plus(REFRESH) : Instant.MAX;
        }
        settling.lookForAlerts();
    }
}
