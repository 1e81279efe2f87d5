package org.campaignbot.app.serve;

import java.util.function.LongSupplier;

/**
 * Gives the heap's memory back to the system once a busy time is over; the JVM would keep it for the next one, which may come in a
 * month. What the last people told is held for half an hour more, so it looks once again when that is over. A collection stops
 * everybody, for 0.06 s after the start and for 0.3 s after a rush, so it waits until nobody is there.
 */
final class IdleHeap {

    /** An idle bot fills a few kilobytes a second, and one person's turn some 200. */
    private static final long QUIET_SECOND = 1_000_000;

    private static final int QUIET_SECONDS = 30;

    /** By then nothing is held any more of whoever wrote before a collection. */
    private static final int ALL_OVER_SECONDS = 31 * 60;

    private final LongSupplier used;
    private final LongSupplier total;
    private final Runnable collector;
    private long usedBefore;
    private long kept;
    private long least = Long.MAX_VALUE;
    private int quiet;
    private int sinceCollection;

    /**
     * Watches a heap.
     *
     * @param used its bytes in use, garbage included
     * @param total its bytes taken from the system
     * @param collector collects all garbage, and gives back what is free then
     */
    IdleHeap(LongSupplier used, LongSupplier total, Runnable collector) {
        this.used = used;
        this.total = total;
        this.collector = collector;
    }

    /** The heap of this process. */
    static IdleHeap ofThisProcess() {
        Runtime runtime = Runtime.getRuntime();
        return new IdleHeap(() -> runtime.totalMemory() - runtime.freeMemory(), runtime::totalMemory, System::gc);
    }

    /** Looks at it; call it once a second. */
    void look() {
        long now = used.getAsLong();
        boolean isQuiet = now >= usedBefore && now - usedBefore < QUIET_SECOND;
        usedBefore = now;
        quiet = isQuiet ? quiet + 1 : 0;
        sinceCollection++;
        boolean isGrown = isMuchMore(total.getAsLong(), kept);
        boolean isOver = sinceCollection >= ALL_OVER_SECONDS && isMore(kept, least);
        if (quiet >= QUIET_SECONDS && (isGrown || isOver)) {
            collector.run();
            kept = total.getAsLong();
            // What's left when all is over stays, and is looked at no more.
            least = isGrown ? Math.min(least, kept) : kept;
            quiet = 0;
            sinceCollection = 0;
        }
    }

    private static boolean isMore(long bytes, long than) {
        return bytes / 6 > than / 5;
    }

    private static boolean isMuchMore(long bytes, long than) {
        return bytes / 3 > than / 2;
    }
}
