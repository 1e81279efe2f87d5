package org.campaignbot.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts what each client does in a minute, in memory only; clients that aren't known count as one. */
public final class RateLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** The header {@code Retry-After} for a client that was turned away, in seconds. */
    public static final String RETRY_AFTER = Long.toString(WINDOW.toSeconds());

    /** With more clients than this, the least active lose their counts. */
    private static final int MOST_CLIENTS = 50_000;

    private final int most;
    private final Cache<String, AtomicInteger> counts;

    /** A limit of so many a minute. */
    public RateLimit(int most, InstantSource clock) {
        this.most = most;
        this.counts = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterWrite(WINDOW)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** Counts one more; false if that is too many. */
    public boolean take(@Nullable String client) {
        return counts.get(client == null ? "" : client, each -> new AtomicInteger())
                        .incrementAndGet()
                <= most;
    }

    /** Drops expired entries. */
    public void dropExpired() {
        counts.cleanUp();
    }
}
