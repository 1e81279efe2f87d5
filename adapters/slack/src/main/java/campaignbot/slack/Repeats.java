package campaignbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers a request that Slack delivers once more as it was answered before, without asking Slack anything a second time.
 *
 * <p>Events keep their {@code event_id}, envelopes of Socket Mode their {@code envelope_id}. What is remembered ends with the process:
 * the store tells repeats of updates apart in any case, and here it is only about what would be asked or shown again.
 */
final class Repeats {

    private static final int REMEMBERED = 20_000;

    /** Slack delivers an event for the last time an hour later, where an app asks for that. */
    private static final Duration LIFE = Duration.ofHours(2);

    /** The answers by ids; empty while the first request is at work. */
    private final Cache<String, Optional<SlackReply>> answers =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LIFE).build();

    /**
     * Answers a request.
     *
     * @param id what it has in common with its repeats; empty where it has nothing
     * @param taken takes it and answers; what it puts off or throws is tried again at the next repeat
     * @return 503 while the same request is still at work elsewhere
     */
    SlackReply once(String id, Supplier<SlackReply> taken) {
        if (id.isEmpty()) {
            return taken.get();
        }
        Optional<SlackReply> before = answers.asMap().putIfAbsent(id, Optional.empty());
        if (before != null) {
            return before.orElseGet(() -> SlackReply.status(503));
        }
        SlackReply answer = null;
        try {
            answer = taken.get();
            return answer;
        } finally {
            if (answer != null && answer.status() == SlackReply.OK.status()) {
                answers.put(id, Optional.of(answer));
            } else {
                answers.invalidate(id);
            }
        }
    }
}
