package org.campaignbot.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.State;
import org.campaignbot.update.HeldFacts;

/** Facts held in this process's memory, dropped after 30 minutes without a turn and when memory runs short. */
public final class MemoryHeldFacts implements HeldFacts {

    /** How many conversations can have held facts at once; beyond that, the least recently used are asked again. */
    private static final long MOST_CONVERSATIONS = 100_000;

    private final InstantSource clock;
    private final Cache<ConversationKey, Map<String, State.Held>> facts;

    /** Facts that expire by a clock. */
    public MemoryHeldFacts(InstantSource clock) {
        this.clock = clock;
        this.facts = Caffeine.newBuilder()
                .maximumSize(MOST_CONVERSATIONS)
                .expireAfterWrite(Duration.ofMinutes(State.HOLD_MINUTES))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Map<String, State.Held> of(ConversationKey conversation) {
        Map<String, State.Held> found = facts.getIfPresent(conversation);
        if (found == null) {
            return Map.of();
        }
        Map<String, State.Held> alive = new HashMap<>(found);
        alive.values().removeIf(fact -> !clock.instant().isBefore(fact.until()));
        return alive;
    }

    @Override
    public void dropExpired() {
        facts.cleanUp();
    }

    @Override
    public void hold(ConversationKey conversation, Map<String, State.Held> held) {
        if (held.isEmpty()) {
            facts.invalidate(conversation);
        } else {
            facts.put(conversation, Map.copyOf(held));
        }
    }
}
