package org.campaignbot.testkit.telegram;

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
 * Counts sends and says when the bot must wait; sends before the end of a wait are recorded.
 *
 * <p>A wait applies to one chat or to all, like the limit that was reached. Not thread-safe: its owner locks.
 */
final class RateRules {

    /** A call may have been on its way already when the bot was rate limited. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(250);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long EVERYBODY = 0;

    private final Limits limits;
    private final Deque<Instant> everything = new ArrayDeque<>();
    private final Map<Long, Deque<Instant>> groupSends = new HashMap<>();
    private final Map<Long, Deque<Instant>> groupEdits = new HashMap<>();
    private final Map<Long, Bucket> people = new HashMap<>();
    private final Map<Long, Wait> waits = new HashMap<>();
    private final List<String> early = new ArrayList<>();
    private int reached;

    private record Wait(Instant told, Instant until) {}

    /** What a private chat can still accept at once. */
    private record Bucket(double left, Instant at) {}

    RateRules(Limits limits) {
        this.limits = limits;
    }

    /** The seconds that a new message to a chat must wait, or null if it may go; in that case it counts. */
    @Nullable
    Integer send(Room room, Instant now) {
        Integer told = stillWaiting(room.id, now);
        if (told != null) {
            return told;
        }
        Integer wait = full(everything, limits.perSecond(), SECOND, now);
        if (wait != null) {
            return reached(EVERYBODY, wait, now);
        }
        wait = room.isPrivate() ? takeOne(room.id, now) : groupWait(groupSends, room.id, limits.groupPerMinute(), now);
        if (wait != null) {
            return reached(room.id, wait, now);
        }
        if (limits.perSecond() > 0) {
            everything.addLast(now);
        }
        return null;
    }

    /** The same for an edit, which counts only in groups. */
    @Nullable
    Integer edit(Room room, Instant now) {
        Integer wait = stillWaiting(room.id, now);
        if (wait != null || room.isPrivate()) {
            return wait;
        }
        wait = groupWait(groupEdits, room.id, limits.groupEditsPerMinute(), now);
        return wait == null ? null : reached(room.id, wait, now);
    }

    /** Makes the bot wait, as after a 429 that a test ordered; chat 0 means all chats. */
    int wait(long chat, int seconds, Instant now) {
        waits.put(chat, new Wait(now, now.plusSeconds(seconds)));
        return seconds;
    }

    private int reached(long chat, int seconds, Instant now) {
        reached++;
        return wait(chat, seconds, now);
    }

    /** How often a limit was reached, without waits that a test ordered. */
    int reached() {
        return reached;
    }

    /** The sends that came before the end of a wait. */
    List<String> early() {
        return List.copyOf(early);
    }

    private @Nullable Integer stillWaiting(long chat, Instant now) {
        for (long each : new long[] {EVERYBODY, chat}) {
            Wait wait = waits.get(each);
            if (wait != null && now.isBefore(wait.until())) {
                Duration since = Duration.between(wait.told(), now);
                if (since.compareTo(ON_ITS_WAY) > 0) {
                    early.add("a sending to chat " + chat + " came " + since.toMillis() + " ms into a wait of "
                            + Duration.between(wait.told(), wait.until()).toSeconds() + " s");
                }
                return secondsUp(Duration.between(now, wait.until()));
            }
            if (wait != null) {
                waits.remove(each);
            }
        }
        return null;
    }

    private @Nullable Integer groupWait(Map<Long, Deque<Instant>> counted, long chat, int most, Instant now) {
        if (most == 0) {
            return null;
        }
        Deque<Instant> window = counted.computeIfAbsent(chat, id -> new ArrayDeque<>());
        Integer wait = full(window, most, MINUTE, now);
        if (wait == null) {
            window.addLast(now);
        }
        return wait;
    }

    private @Nullable Integer full(Deque<Instant> window, int most, Duration length, Instant now) {
        if (most == 0) {
            return null;
        }
        Duration counted = length.minus(limits.tolerance());
        while (!window.isEmpty() && !window.getFirst().plus(counted).isAfter(now)) {
            window.removeFirst();
        }
        return window.size() < most
                ? null
                : secondsUp(Duration.between(now, window.getFirst().plus(length)));
    }

    private @Nullable Integer takeOne(long chat, Instant now) {
        int burst = limits.chatBurst();
        if (burst == 0) {
            return null;
        }
        Bucket bucket = people.getOrDefault(chat, new Bucket(burst, now));
        double gained = Duration.between(bucket.at(), now).toNanos() / (double) SECOND.toNanos();
        double left = Math.min(burst, bucket.left() + gained);
        double needed = 1 - limits.tolerance().toNanos() / (double) SECOND.toNanos();
        boolean may = left >= needed;
        people.put(chat, new Bucket(may ? left - 1 : left, now));
        return may ? null : 1;
    }

    private static int secondsUp(Duration wait) {
        return (int) Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
