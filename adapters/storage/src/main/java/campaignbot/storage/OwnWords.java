package campaignbot.storage;

import campaignbot.conversation.State;
import campaignbot.message.Message;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Messages made of a person's own words, on their way: they may not be stored, so this process remembers them, for half an hour
 * at most.
 */
final class OwnWords {

    private final Cache<String, Message> messages;

    OwnWords(InstantSource clock) {
        this.messages = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(State.HOLD_MINUTES))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Remembers a message unless it is known; returns whether it was not. */
    boolean hold(String idHash, Message message) {
        return messages.asMap().putIfAbsent(idHash, message) == null;
    }

    @Nullable
    Message of(String idHash) {
        return messages.getIfPresent(idHash);
    }

    /** Frees what is too old, which a cache that nobody writes to would go on to hold. */
    void dropExpired() {
        messages.cleanUp();
    }

    void drop(Collection<String> idHashes) {
        messages.invalidateAll(idHashes);
    }
}
