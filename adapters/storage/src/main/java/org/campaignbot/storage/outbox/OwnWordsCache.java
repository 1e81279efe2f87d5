package org.campaignbot.storage.outbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.campaignbot.conversation.State;
import org.campaignbot.message.Message;
import org.jspecify.annotations.Nullable;

/** Pending messages made of a person's own words: they may not be stored, so this process remembers them, for half an hour at most. */
public final class OwnWordsCache {

    private final Cache<String, Message> messages;

    public OwnWordsCache(InstantSource clock) {
        this.messages = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(State.HOLD_MINUTES))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Remembers a message unless it's known; returns whether it was new. */
    public boolean hold(String idHash, Message message) {
        return messages.asMap().putIfAbsent(idHash, message) == null;
    }

    @Nullable
    public Message of(String idHash) {
        return messages.getIfPresent(idHash);
    }

    /** Frees old messages, which a cache without writes would keep. */
    public void dropExpired() {
        messages.cleanUp();
    }

    void drop(Collection<String> idHashes) {
        messages.invalidateAll(idHashes);
    }
}
