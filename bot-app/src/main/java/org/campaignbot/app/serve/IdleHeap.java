package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Gives the heap's memory back to the system once a busy time is over; the JVM would keep it for the next one, which may come in a
 * month. What the last people told is held for half an hour more, so it looks once again when that is over. A collection stops
 * everybody, for 0.06 s after the start and for 0.3 s after a rush, so it waits until nobody is there.
 */
final class IdleHeap {

    /** Bytes. An idle bot fills a few kilobytes a second, and one person's turn some 200. */
    private static final long QUIET_SECOND = 1_000_000;

    private static final Duration QUIET = Duration.ofSeconds(30);

    /** By then the bot holds nothing more from anyone who wrote before a collection. */
    private static final Duration ALL_OVER = Duration.ofMinutes(31);

    private final LongSupplier used;
    private final LongSupplier total;
    private final LongSupplier nanoTime;
    private final Runnable collector;
    private long usedBefore;
    private long kept;
    private long least = Long.MAX_VALUE;
    private long lookedAt;
    private long quietSince;
    private long collectedAt;

    /**
     * Watches a heap.
     *
     * @param used its bytes in use, garbage included
     * @param total its bytes taken from the system
     * @param nanoTime the time, as {@link System#nanoTime} gives it; an idle bot looks less often
     * @param collector collects all garbage, and gives back what is free then
     */
    IdleHeap(LongSupplier used, LongSupplier total, LongSupplier nanoTime, Runnable collector) {
        this.used = used;
        this.total = total;
        this.nanoTime = nanoTime;
        this.collector = collector;
        this.lookedAt = nanoTime.getAsLong();
        this.quietSince = lookedAt;
        this.collectedAt = lookedAt;
    }

    /** The heap of this process. */
    static IdleHeap ofThisProcess() {
        Runtime runtime = Runtime.getRuntime();
        return new IdleHeap(
                () -> runtime.totalMemory() - runtime.freeMemory(), runtime::totalMemory, System::nanoTime, System::gc);
    }

    /** Looks at it; call it every few seconds. */
    void look() {
        long now = nanoTime.getAsLong();
        long bytes = used.getAsLong();
        long seconds = Math.max(1, Duration.ofNanos(now - lookedAt).toSeconds());
        if (bytes < usedBefore || bytes - usedBefore >= QUIET_SECOND * seconds) {
            quietSince = now;
        }
        usedBefore = bytes;
        lookedAt = now;
        boolean isGrown = isMuchMore(total.getAsLong(), kept);
        boolean isOver = now - collectedAt >= ALL_OVER.toNanos() && isMore(kept, least);
        if (now - quietSince >= QUIET.toNanos() && (isGrown || isOver)) {
            collector.run();
            kept = total.getAsLong();
            // Whatever is left now is there to stay, so don't collect again because of it.
            least = isGrown ? Math.min(least, kept) : kept;
            quietSince = now;
            collectedAt = now;
        }
    }

    private static boolean isMore(long bytes, long than) {
        return bytes / 6 > than / 5;
    }

    private static boolean isMuchMore(long bytes, long than) {
        return bytes / 3 > than / 2;
    }
}
