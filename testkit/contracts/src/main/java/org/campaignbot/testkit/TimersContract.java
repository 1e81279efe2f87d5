package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.timers.Timer;
import org.campaignbot.timers.Timers;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Timers}. */
public abstract class TimersContract {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");
    private static final ConversationKey BEN = Fixtures.conversationOf("ben");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final ZoneId ZONE = ZoneId.of("America/Denver");

    /** A store without timers. */
    protected abstract Timers empty();

    @Test
    void aTimerIsDueFromItsInstantOn() {
        Timers timers = empty();
        Timer timer = timer(ANA, 1, "call", Fixtures.NOON);
        timers.set(timer);
        assertThat(claim(timers, Fixtures.NOON.minusSeconds(1))).isEmpty();
        assertThat(claim(timers, Fixtures.NOON)).containsExactly(timer);
    }

    @Test
    void theEarliestComesFirstAndNoMoreThanWereAskedFor() {
        Timers timers = empty();
        timers.set(timer(ANA, 1, "write", Fixtures.NOON.plusSeconds(2)));
        timers.set(timer(BEN, 1, "call", Fixtures.NOON.plusSeconds(1)));
        timers.set(timer(ANA, 2, "call", Fixtures.NOON.plusSeconds(3)));
        Instant later = Fixtures.NOON.plusSeconds(9);
        assertThat(timers.claim(later, later.plus(LEASE), 2))
                .extracting(timer -> timer.id().conversation())
                .containsExactly(BEN, ANA);
        assertThat(claim(timers, later)).extracting(Timer::flow).containsExactly("call");
    }

    @Test
    void aTimerThatIsClaimedIsOfferedAgainOnlyAfterItsLease() {
        Timers timers = empty();
        timers.set(timer(ANA, 1, "call", Fixtures.NOON));
        assertThat(claim(timers, Fixtures.NOON)).hasSize(1);
        assertThat(claim(timers, Fixtures.NOON.plus(LEASE).minusSeconds(1))).isEmpty();
        assertThat(claim(timers, Fixtures.NOON.plus(LEASE))).hasSize(1);
    }

    @Test
    void aTimerThatIsDoneIsGone() {
        Timers timers = empty();
        Timer timer = timer(ANA, 1, "call", Fixtures.NOON);
        timers.set(timer);
        claim(timers, Fixtures.NOON);
        timers.done(List.of(timer.id()));
        assertThat(claim(timers, Fixtures.NOON.plus(LEASE))).isEmpty();
    }

    @Test
    void settingItAgainChangesNothing() {
        Timers timers = empty();
        Timer timer = timer(ANA, 1, "call", Fixtures.NOON);
        timers.set(timer);
        claim(timers, Fixtures.NOON);
        timers.set(timer);
        assertThat(claim(timers, Fixtures.NOON)).isEmpty();
        assertThat(claim(timers, Fixtures.NOON.plus(LEASE))).containsExactly(timer);
    }

    @Test
    void theOneSetLaterForAFlowTakesThePlaceOfTheEarlier() {
        Timers timers = empty();
        Timer later = timer(ANA, 2, "call", Fixtures.NOON.plusSeconds(60));
        timers.set(timer(ANA, 1, "call", Fixtures.NOON));
        timers.set(later);
        timers.set(timer(ANA, 1, "call", Fixtures.NOON));
        assertThat(claim(timers, Fixtures.NOON)).isEmpty();
        assertThat(claim(timers, Fixtures.NOON.plusSeconds(60))).containsExactly(later);
    }

    @Test
    void doneOfAnEarlierOneLeavesTheOneSetMeanwhile() {
        Timers timers = empty();
        Timer first = timer(ANA, 1, "call", Fixtures.NOON);
        timers.set(first);
        claim(timers, Fixtures.NOON);
        Timer again = timer(ANA, 2, "call", Fixtures.NOON.plusSeconds(5));
        timers.set(again);
        timers.done(List.of(first.id()));
        assertThat(claim(timers, Fixtures.NOON.plusSeconds(5))).containsExactly(again);
    }

    @Test
    void cancellingEndsOneFlowOfOneConversation() {
        Timers timers = empty();
        timers.set(timer(ANA, 1, "call", Fixtures.NOON));
        timers.set(timer(ANA, 2, "write", Fixtures.NOON));
        timers.set(timer(BEN, 1, "call", Fixtures.NOON));
        timers.cancel(ANA, "call");
        timers.cancel(ANA, "lobby");
        assertThat(claim(timers, Fixtures.NOON)).extracting(Timer::flow).containsExactlyInAnyOrder("write", "call");
    }

    @Test
    void cancellingAllEndsThoseOfOneConversationClaimedOnesToo() {
        Timers timers = empty();
        timers.set(timer(ANA, 1, "call", Fixtures.NOON));
        timers.set(timer(ANA, 2, "write", Fixtures.NOON.plusSeconds(60)));
        timers.set(timer(BEN, 1, "call", Fixtures.NOON.plusSeconds(60)));
        claim(timers, Fixtures.NOON);
        timers.cancelAll(ANA);
        assertThat(claim(timers, Fixtures.NOON.plus(LEASE)))
                .extracting(timer -> timer.id().conversation())
                .containsExactly(BEN);
    }

    @Test
    void oneOfManyClaimantsGetsEachTimer() throws Exception {
        Timers timers = empty();
        for (int i = 0; i < 40; i++) {
            timers.set(timer(Fixtures.conversationOf("person" + i), 1, "call", Fixtures.NOON));
        }
        ExecutorService claimants = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Timer>>> claims = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                claims.add(() -> timers.claim(Fixtures.NOON, Fixtures.NOON.plus(LEASE), 5));
            }
            List<Timer> claimed = new ArrayList<>();
            for (Future<List<Timer>> each : claimants.invokeAll(claims)) {
                claimed.addAll(each.get());
            }
            assertThat(claimed).hasSize(40).doesNotHaveDuplicates();
        } finally {
            claimants.shutdownNow();
        }
    }

    private static List<Timer> claim(Timers timers, Instant now) {
        return timers.claim(now, now.plus(LEASE), 10);
    }

    private static Timer timer(ConversationKey conversation, long turn, String flow, Instant due) {
        return new Timer(new Timer.Id(conversation, turn, 0), flow, due, ZONE);
    }
}
