package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IdleHeapTest {

    private static final long MEGABYTE = 1_000_000;
    private static final long LIVE = 40 * MEGABYTE;

    private long used = LIVE;
    private long total = LIVE;
    private int collections;
    private long nanoTime;

    private long held;

    private final IdleHeap heap = new IdleHeap(() -> used, () -> total, () -> nanoTime, () -> {
        collections++;
        used = LIVE + held;
        total = LIVE + held;
    });

    @Test
    void itsMemoryIsGivenBackOnceABusyTimeIsOver() {
        seconds(40, 10_000);
        assertThat(collections).as("after the start").isEqualTo(1);
        total = 600 * MEGABYTE;
        seconds(300, 5 * MEGABYTE);
        assertThat(collections).as("while people are there").isEqualTo(1);
        seconds(29, 10_000);
        assertThat(collections).as("before it is sure that they have left").isEqualTo(1);
        seconds(1, 10_000);
        assertThat(collections).isEqualTo(2);
        assertThat(total).isEqualTo(LIVE);
    }

    @Test
    void anIdleBotCollectsNothingAgainAndAgain() {
        seconds(40, 10_000);
        total = LIVE + 10 * MEGABYTE;
        seconds(3_600, 10_000);
        assertThat(collections).isEqualTo(1);
    }

    @Test
    void whatWasHeldOfTheLastPeopleIsGivenBackWhenItIsOver() {
        seconds(40, 10_000);
        total = 600 * MEGABYTE;
        held = 160 * MEGABYTE;
        seconds(31, 10_000);
        assertThat(collections).isEqualTo(2);
        held = 0;
        seconds(30 * 60, 10_000);
        assertThat(total).as("half an hour later").isEqualTo(LIVE + 160 * MEGABYTE);
        seconds(2 * 60, 10_000);
        assertThat(total).as("when it is over").isEqualTo(LIVE);
        seconds(3 * 3_600, 10_000);
        assertThat(collections).as("and not again").isEqualTo(3);
    }

    @Test
    void whatAFewPeopleToldIsGivenBackToo() {
        seconds(40, 10_000);
        total = 600 * MEGABYTE;
        held = 15 * MEGABYTE;
        seconds(31, 10_000);
        held = 2 * MEGABYTE;
        seconds(32 * 60, 10_000);
        assertThat(total).isEqualTo(LIVE + 2 * MEGABYTE);
        held = 14 * MEGABYTE;
        seconds(3 * 3_600, 10_000);
        assertThat(collections).as("and what stays isn't collected again").isEqualTo(3);
    }

    /** An idle bot looks every five seconds, and counting those as one took the second collection two hours. */
    @Test
    void anIdleBotThatLooksSeldomCollectsAsSoon() {
        seconds(40, 10_000);
        total = 600 * MEGABYTE;
        held = 160 * MEGABYTE;
        seconds(31, 10_000);
        held = 0;
        for (int i = 0; i < 32 * 60 / 5; i++) {
            used += 50_000;
            nanoTime += TimeUnit.SECONDS.toNanos(5);
            heap.look();
        }
        assertThat(total).isEqualTo(LIVE);
        assertThat(collections).isEqualTo(3);
    }

    @Test
    void aCollectionOfTheJvmItselfIsNoQuiet() {
        seconds(20, 10_000);
        used -= 8 * MEGABYTE;
        seconds(29, 10_000);
        assertThat(collections).isZero();
    }

    private void seconds(int count, long filled) {
        for (int i = 0; i < count; i++) {
            used += filled;
            nanoTime += TimeUnit.SECONDS.toNanos(1);
            heap.look();
        }
    }
}
