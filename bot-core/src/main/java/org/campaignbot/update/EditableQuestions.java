package org.campaignbot.update;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;

/**
 * Remembers which question a typed message answered, so that a later edit counts only while that question waits.
 *
 * <p>It lives in this process's memory and contains no words; a forgotten message counts as answered long ago.
 */
final class EditableQuestions {

    private static final int MOST = 100_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(State.HOLD_MINUTES);

    private final Cache<Key, Asked> met;

    private record Key(ConversationKey conversation, String message) {}

    private record Asked(String flow, String step) {
        static final Asked NOTHING = new Asked("", "");

        static Asked of(State state) {
            State.Asked asked = state.asked();
            return asked == null
                    ? NOTHING
                    : new Asked(asked.place().flow(), asked.place().step());
        }
    }

    EditableQuestions(InstantSource clock) {
        this.met = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED_FOR)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** Remembers the question that a message answered, once its turn is committed. */
    void note(Update update, State before) {
        String message = update.origin().message();
        if (message != null && (update.event() instanceof Event.Typed || update.event() instanceof Event.Edited)) {
            met.put(new Key(update.conversation(), message), Asked.of(before));
        }
    }

    /** Frees entries that are too old. */
    void dropExpired() {
        met.cleanUp();
    }

    /** Whether an update counts in a state: all do, except an edit of a message whose question no longer waits. */
    boolean counts(Update update, State state) {
        if (!(update.event() instanceof Event.Edited)) {
            return true;
        }
        String message = update.origin().message();
        return message != null && Asked.of(state).equals(met.getIfPresent(new Key(update.conversation(), message)));
    }
}
