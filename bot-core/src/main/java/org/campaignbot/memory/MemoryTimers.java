package org.campaignbot.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.timers.Timer;
import org.campaignbot.timers.Timers;

/** Timers in this process's memory; waiting ones are lost when it ends, and the bot says so. */
public final class MemoryTimers implements Timers {

    private final Map<Key, Kept> timers = new HashMap<>();

    @Override
    public synchronized void set(Timer timer) {
        Key key = new Key(timer.id().conversation(), timer.flow());
        Kept present = timers.get(key);
        if (present == null || timer.id().isAfter(present.timer.id())) {
            timers.put(key, new Kept(timer, Instant.MIN));
        }
    }

    @Override
    public synchronized List<Timer> claim(Instant now, Instant leaseEnds, int most) {
        List<Timer> due = timers.values().stream()
                .filter(kept -> !kept.timer.due().isAfter(now) && !kept.leasedUntil.isAfter(now))
                .map(Kept::timer)
                .sorted(Comparator.comparing(Timer::due))
                .limit(most)
                .toList();
        due.forEach(timer -> timers.put(new Key(timer.id().conversation(), timer.flow()), new Kept(timer, leaseEnds)));
        return due;
    }

    @Override
    public synchronized void done(Collection<Timer.Id> done) {
        timers.values().removeIf(kept -> done.contains(kept.timer.id()));
    }

    @Override
    public synchronized void cancel(ConversationKey conversation, String flow) {
        timers.remove(new Key(conversation, flow));
    }

    @Override
    public synchronized void cancelAll(ConversationKey conversation) {
        timers.keySet().removeIf(key -> key.conversation.equals(conversation));
    }

    private record Key(ConversationKey conversation, String flow) {}

    private record Kept(Timer timer, Instant leasedUntil) {}
}
