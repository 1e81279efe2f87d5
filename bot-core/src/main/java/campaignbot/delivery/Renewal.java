package campaignbot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Renews the claims of messages that have to wait, and drops idle chats. */
final class Renewal implements Chore {

    private static final Duration PERIOD = Duration.ofSeconds(15);
    private static final Duration AHEAD = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final Collection<Desk> desks;
    private Instant due;

    Renewal(Outbox outbox, Collection<Desk> desks, InstantSource clock) {
        this.outbox = outbox;
        this.desks = desks;
        this.due = clock.instant().plus(PERIOD);
    }

    @Override
    public synchronized Instant due() {
        return due;
    }

    @Override
    public void run(Instant now) {
        synchronized (this) {
            due = now.plus(PERIOD);
        }
        List<String> ids = new ArrayList<>();
        for (Desk desk : desks) {
            ids.addAll(desk.ask(schedule -> schedule.hand().heldNoLongerThan(now.plus(AHEAD))));
            desk.tell(schedule -> schedule.forgetIdle(now));
        }
        if (!ids.isEmpty()) {
            Instant until = outbox.renew(ids);
            desks.forEach(desk -> desk.tell(schedule -> schedule.hand().renewed(ids, until)));
        }
    }
}
