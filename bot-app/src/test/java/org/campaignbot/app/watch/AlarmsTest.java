package org.campaignbot.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.campaignbot.app.watch.Alarms.Kind;
import org.campaignbot.app.watch.Alarms.News;
import org.campaignbot.platform.Trouble;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class AlarmsTest {

    private static final Instant BEGIN = Instant.parse("2026-11-24T15:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private enum Said implements Trouble {
        REFUSED;

        @Override
        public String finding() {
            return "The token is refused.";
        }

        @Override
        public String fix() {
            return "Give it another one.";
        }
    }

    private final SettableClock clock = new SettableClock(BEGIN);
    private final List<News> told = new ArrayList<>();
    private boolean isFull;
    private boolean isDeaf;
    private double room = 0.5;
    private final StoreHealth storeHealth = new StoreHealth(
            () -> {
                if (isFull) {
                    throw new IllegalStateException("full");
                }
            },
            clock);
    private final PlatformHealth one = new PlatformHealth("one", Set.of(Said.REFUSED), clock, line -> {}, line -> {});
    private final PlatformHealth two = new PlatformHealth("two", Set.of(Said.REFUSED), clock, line -> {}, line -> {});
    private final Alarms alarms = new Alarms(storeHealth, List.of(one, two), () -> room, clock, this::tell);

    private void tell(News news) {
        if (isDeaf) {
            throw new IllegalStateException("cannot be told");
        }
        told.add(news);
    }

    private void full(boolean full) {
        isFull = full;
        storeHealth.doubt();
        storeHealth.look();
    }

    private void lookFor(int minutes) {
        for (int i = 0; i < minutes; i++) {
            alarms.look();
            clock.advance(MINUTE);
        }
        alarms.look();
    }

    private static News begun(Kind kind, Instant since) {
        return new News(kind, null, since, null, Set.of());
    }

    private static News over(Kind kind, Instant since, int minutes) {
        return new News(kind, null, since, Duration.ofMinutes(minutes), Set.of());
    }

    @Test
    void whereAllIsWellNothingIsTold() {
        lookFor(600);
        assertThat(told).isEmpty();
    }

    @Test
    void aStoreThatFailsIsToldOnceAndOnceMoreAMinuteAfterItWorks() {
        full(true);
        lookFor(12);
        assertThat(told).containsExactly(begun(Kind.STORE, BEGIN));
        full(false);
        alarms.look();
        clock.advance(MINUTE.minusSeconds(1));
        alarms.look();
        assertThat(told).hasSize(1);
        lookFor(10);
        assertThat(told).containsExactly(begun(Kind.STORE, BEGIN), over(Kind.STORE, BEGIN, 12));
    }

    @Test
    void aStoreThatFailsAndWorksByTurnsIsOneTrouble() {
        for (int i = 0; i < 20; i++) {
            full(i % 2 == 0);
            alarms.look();
            clock.advance(Duration.ofSeconds(40));
        }
        lookFor(2);
        assertThat(told).extracting(News::isOver).containsExactly(false, true);
    }

    @Test
    void aSecondTroubleOfAKindIsToldAgain() {
        for (int i = 0; i < 2; i++) {
            full(true);
            lookFor(1);
            full(false);
            lookFor(2);
        }
        assertThat(told).extracting(News::isOver).containsExactly(false, true, false, true);
    }

    @Test
    void aDiskIsLowBelowFivePercentAndHasRoomFromSeven() {
        room = 0.05;
        lookFor(2);
        assertThat(told).isEmpty();
        room = 0.049;
        lookFor(1);
        room = 0.069;
        lookFor(5);
        room = 0.04;
        lookFor(5);
        Instant low = BEGIN.plus(MINUTE.multipliedBy(2));
        assertThat(told).containsExactly(begun(Kind.DISK, low));
        room = 0.07;
        lookFor(5);
        room = 0.06;
        lookFor(5);
        assertThat(told).containsExactly(begun(Kind.DISK, low), over(Kind.DISK, low, 11));
    }

    @Test
    void aDiskThatTellsOfNoSizeIsNotLow() {
        room = Double.NaN;
        lookFor(2);
        assertThat(told).isEmpty();
    }

    @Test
    void aPlatformIsAwayAfterFiveMinutes() {
        one.missed();
        lookFor(4);
        assertThat(told).isEmpty();
        lookFor(3);
        assertThat(told).containsExactly(new News(Kind.AWAY, "one", BEGIN, null, Set.of("one")));
        one.reached();
        lookFor(2);
        assertThat(told.subList(1, told.size()))
                .containsExactly(new News(Kind.AWAY, "one", BEGIN, Duration.ofMinutes(7), Set.of()));
    }

    @Test
    void aPlatformThatRefusesTheTokenIsNotAwayAsWell() {
        two.trouble(Said.REFUSED);
        two.missed();
        lookFor(10);
        assertThat(told).containsExactly(new News(Kind.REFUSED, "two", BEGIN, null, Set.of("two")));
        two.resolved(Said.REFUSED);
        two.reached();
        lookFor(2);
        assertThat(told).extracting(News::kind).containsExactly(Kind.REFUSED, Kind.REFUSED);
    }

    @Test
    void whatCouldNotBeToldIsToldTheSameAtTheNextLook() {
        room = 0.01;
        isDeaf = true;
        for (int i = 0; i < 3; i++) {
            try {
                alarms.look();
            } catch (IllegalStateException deaf) {
                clock.advance(MINUTE);
            }
        }
        isDeaf = false;
        lookFor(2);
        assertThat(told).containsExactly(begun(Kind.DISK, BEGIN));
    }
}
