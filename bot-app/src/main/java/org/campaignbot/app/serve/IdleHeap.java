package org.campaignbot.app.serve;

import java.util.function.LongSupplier;

/**
 * Gives the heap's memory back to the system once a busy time is over; the JVM would keep it for the next one, which may come in a
 * month. A collection stops everybody for a tenth of a second, so it waits until nobody is there.
 */
final class IdleHeap {

    /** An idle bot fills a few kilobytes a second, and one person's turn some 200. */
    private static final long QUIET_SECOND = 1_000_000;

    private static final int QUIET_SECONDS = 30;

    private final LongSupplier used;
    private final LongSupplier total;
    private final Runnable collector;
    private long usedBefore;
    private long kept;
    private int quiet;

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
        if (quiet >= QUIET_SECONDS && total.getAsLong() > kept + kept / 2) {
            collector.run();
            kept = total.getAsLong();
            quiet = 0;
        }
    }
}
