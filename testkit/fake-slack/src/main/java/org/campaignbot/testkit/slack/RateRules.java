package org.campaignbot.testkit.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls and says when the app must wait; calls before the end of a wait are recorded.
 *
 * <p>A wait applies to one method in one workspace, and for messages to a channel only to that channel. Not thread-safe: its
 * owner locks.
 */
final class RateRules {

    /** A call may have been on its way already when the app was rate limited. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(250);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Limits limits;
    private final Map<String, Deque<Instant>> windows = new HashMap<>();
    private final Map<String, Bucket> channels = new HashMap<>();
    private final Map<String, Wait> waits = new HashMap<>();
    private final List<String> early = new ArrayList<>();
    private int reached;
    private int told;

    private record Wait(Instant told, Instant until) {}

    /** What a channel can still accept at once. */
    private record Bucket(double left, Instant at) {}

    RateRules(Limits limits) {
        this.limits = limits;
    }

    /** The seconds that a call must wait, or null if it may go; in that case it counts. */
    @Nullable
    Integer call(String team, Method method, String channel, Instant now) {
        String whole = team + " " + method.name();
        String narrow = whole + " " + channel;
        Integer left = stillWaiting(whole, now);
        left = left == null && !channel.isEmpty() ? stillWaiting(narrow, now) : left;
        if (left != null) {
            return left;
        }
        if (method.name().equals("chat.postMessage")) {
            Integer wait = takeOne(narrow, now);
            if (wait != null) {
                return reached(narrow, wait, now);
            }
            wait = full(whole, limits.workspacePerMinute(), now);
            return wait == null ? null : reached(whole, wait, now);
        }
        Integer wait = full(whole, limits.tiers() ? method.tier().perMinute : 0, now);
        return wait == null ? null : reached(whole, wait, now);
    }

    /** Makes the app wait, as after a 429 that a test ordered; an empty channel means the whole workspace. */
    int order(String team, String method, String channel, int seconds, Instant now) {
        return wait(channel.isEmpty() ? team + " " + method : team + " " + method + " " + channel, seconds, now);
    }

    /** The error name for the next 429. */
    String word() {
        told++;
        return switch (limits.spelling()) {
            case ONE_WORD -> "ratelimited";
            case TWO_WORDS -> "rate_limited";
            case ALTERNATING -> told % 2 == 1 ? "ratelimited" : "rate_limited";
        };
    }

    private int wait(String key, int seconds, Instant now) {
        waits.put(key, new Wait(now, now.plusSeconds(seconds)));
        return seconds;
    }

    private int reached(String key, int seconds, Instant now) {
        reached++;
        return wait(key, seconds, now);
    }

    /** How often a limit was reached, without waits that a test ordered. */
    int reached() {
        return reached;
    }

    /** How often the app was rate limited for any reason. */
    int told() {
        return told;
    }

    /** The calls that came before the end of a wait. */
    List<String> early() {
        return List.copyOf(early);
    }

    private @Nullable Integer stillWaiting(String key, Instant now) {
        Wait wait = waits.get(key);
        if (wait == null) {
            return null;
        }
        if (!now.isBefore(wait.until())) {
            waits.remove(key);
            return null;
        }
        Duration since = Duration.between(wait.told(), now);
        if (since.compareTo(ON_ITS_WAY) > 0) {
            early.add(key + " came " + since.toMillis() + " ms into a wait of "
                    + Duration.between(wait.told(), wait.until()).toSeconds() + " s");
        }
        return secondsUp(Duration.between(now, wait.until()));
    }

    private @Nullable Integer full(String key, int most, Instant now) {
        if (most == 0) {
            return null;
        }
        Deque<Instant> window = windows.computeIfAbsent(key, each -> new ArrayDeque<>());
        Duration counted = MINUTE.minus(limits.tolerance());
        while (!window.isEmpty() && !window.getFirst().plus(counted).isAfter(now)) {
            window.removeFirst();
        }
        if (window.size() < most) {
            window.addLast(now);
            return null;
        }
        return secondsUp(Duration.between(now, window.getFirst().plus(MINUTE)));
    }

    private @Nullable Integer takeOne(String key, Instant now) {
        int burst = limits.channelBurst();
        if (burst == 0) {
            return null;
        }
        Bucket bucket = channels.getOrDefault(key, new Bucket(burst, now));
        double gained = Duration.between(bucket.at(), now).toNanos() / (double) SECOND.toNanos();
        double left = Math.min(burst, bucket.left() + gained);
        double needed = 1 - limits.tolerance().toNanos() / (double) SECOND.toNanos();
        boolean may = left >= needed;
        channels.put(key, new Bucket(may ? left - 1 : left, now));
        return may ? null : 1;
    }

    private static int secondsUp(Duration wait) {
        return (int) Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
