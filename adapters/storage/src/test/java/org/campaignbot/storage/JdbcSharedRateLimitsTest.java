package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.RateLimits.Limit;
import org.campaignbot.sending.SharedRateLimits;
import org.campaignbot.sending.SharedRateLimits.Grant;
import org.campaignbot.sending.SharedRateLimits.Need;
import org.campaignbot.storage.outbox.JdbcSharedRateLimits;
import org.campaignbot.testkit.SettableClock;
import org.campaignbot.testkit.SharedRateLimitsContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JdbcSharedRateLimitsTest {

    private static final Account BOT = new Account("paper", "bot");
    private static final Limit ALL = new Limit(30, Duration.ofSeconds(1));
    private static final Limit ALERTS = new Limit(25, Duration.ofSeconds(1));

    @Nested
    class OnSqlite extends SharedRateLimitsContract {
        @Override
        protected SharedRateLimits fresh() {
            return TestDatabase.SQLITE.empty().pace();
        }

        @Override
        protected SettableClock clock() {
            return TestDatabase.CLOCK;
        }

        @Test
        void aProcessThatHasJustStartedWaitsForOneWindowAndForWhatAnEarlierOneWasTold() {
            SharedRateLimits earlier = TestDatabase.SQLITE.empty().pace();
            SharedRateLimits restarted = TestDatabase.SQLITE.restarted().pace();
            assertThat(refresh(restarted, 0, 1).resumeNotBefore())
                    .isEqualTo(clock().instant().plusSeconds(1));
            earlier.resumeNotBefore(BOT, clock().instant().plusSeconds(60));
            assertThat(refresh(restarted, 0, 1).resumeNotBefore())
                    .isAfterOrEqualTo(clock().instant().plusSeconds(60));
        }
    }

    @Nested
    class OnPostgresql extends SharedRateLimitsContract {
        @Override
        protected SharedRateLimits fresh() {
            return TestDatabase.POSTGRESQL.empty().pace();
        }

        @Override
        protected SettableClock clock() {
            return TestDatabase.CLOCK;
        }
    }

    /** Two processes over one database. */
    @Nested
    class TwoProcesses {
        private final SharedRateLimits first = TestDatabase.POSTGRESQL.empty().pace();
        private final SharedRateLimits second =
                TestDatabase.POSTGRESQL.restarted().pace();

        @Test
        void whatOneIsToldBothObey() {
            Instant resume = TestDatabase.CLOCK.instant().plusSeconds(60);
            first.resumeNotBefore(BOT, resume);
            assertThat(refresh(second, 0, 1).resumeNotBefore()).isAfterOrEqualTo(resume);
        }

        @Test
        void aSecondProcessGetsItsPartAsSoonAsTheFirstHasLeftIt() {
            assertThat(refresh(first, 30, 500).all()).isEqualTo(30);
            assertThat(refresh(second, 0, 500).all()).isZero();
            // The first sends at most its half from now on, and its slots become free.
            assertThat(refresh(first, 30, 500).all()).isEqualTo(15);
            assertThat(refresh(second, 0, 500).all()).isZero();
            TestDatabase.CLOCK.advance(Duration.ofMillis(500));
            assertThat(refresh(first, 22, 500).all()).isEqualTo(15);
            assertThat(refresh(second, 0, 500).all()).isEqualTo(8);
            TestDatabase.CLOCK.advance(Duration.ofMillis(500));
            assertThat(refresh(first, 15, 500).all()).isEqualTo(15);
            assertThat(refresh(second, 8, 500).all()).isEqualTo(15);
        }

        @Test
        void whoHasNothingToSendLeavesTheLimitToTheOther() {
            refresh(first, 0, 0);
            refresh(second, 0, 0);
            refresh(first, 0, 0);
            refresh(second, 0, 500);
            assertThat(refresh(first, 0, 0).all()).isEqualTo(3);
            assertThat(refresh(second, 15, 500).all()).isEqualTo(27);
        }

        @Test
        void thePartOfAProcessThatDiedIsFreeAWindowAfterItsLease() {
            refresh(first, 30, 500);
            TestDatabase.CLOCK.advance(JdbcSharedRateLimits.LEASE);
            assertThat(refresh(second, 0, 500).all()).isZero();
            TestDatabase.CLOCK.advance(ALL.window().plus(JdbcSharedRateLimits.SLACK));
            assertThat(refresh(second, 0, 500).all()).isZero();
            TestDatabase.CLOCK.advance(Duration.ofMillis(1));
            assertThat(refresh(second, 0, 500).all()).isEqualTo(30);
        }

        @Test
        void whoEndsInOrderIsWaitedForByOneWindowAlone() {
            refresh(first, 30, 500);
            first.surrender();
            TestDatabase.CLOCK.advance(
                    ALL.window().plus(JdbcSharedRateLimits.SLACK).plusMillis(1));
            assertThat(refresh(second, 0, 500).all()).isEqualTo(30);
        }

        @Test
        void whateverTheyWantTheyNeverOccupyMoreThanTheLimit() {
            Random random = new Random(7);
            SharedRateLimits[] processes = {
                first, second, TestDatabase.POSTGRESQL.restarted().pace()
            };
            int[] occupied = new int[processes.length];
            for (int round = 0; round < 300; round++) {
                int which = random.nextInt(processes.length);
                Grant grant = refresh(processes[which], occupied[which], occupied[which] + random.nextInt(60));
                // Slots become free over time, and are filled up to the granted number.
                occupied[which] = Math.max(occupied[which] - random.nextInt(10), 0);
                occupied[which] = Math.max(occupied[which], random.nextInt(grant.all() + 1));
                assertThat(occupied[0] + occupied[1] + occupied[2]).isLessThanOrEqualTo(30);
                TestDatabase.CLOCK.advance(Duration.ofMillis(random.nextInt(100)));
            }
        }
    }

    private static Grant refresh(SharedRateLimits pace, int occupied, int wanted) {
        return pace.refresh(BOT, new Need(ALL, occupied, wanted), new Need(ALERTS, 0, 0));
    }
}
