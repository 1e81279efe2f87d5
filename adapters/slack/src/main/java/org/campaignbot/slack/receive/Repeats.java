package org.campaignbot.slack.receive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers a request that Slack redelivers as before, without calling Slack a second time.
 *
 * <p>Events keep their {@code event_id}, Socket Mode envelopes their {@code envelope_id}. The memory ends with the process: the
 * store detects repeated updates anyway, and this only avoids asking or showing something again.
 */
final class Repeats {

    private static final int REMEMBERED = 20_000;

    /** If an app asks for it, Slack redelivers an event up to an hour later. */
    private static final Duration LIFE = Duration.ofHours(2);

    /** Answers by id; empty while the first request is in progress. */
    private final Cache<String, Optional<SlackReply>> answers =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LIFE).build();

    /**
     * Answers a request.
     *
     * @param id what it shares with its repeats; empty if nothing
     * @param taken handles it and answers; if it puts the request off or throws, the next repeat tries again
     * @return 503 while the same request is still in progress elsewhere
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
