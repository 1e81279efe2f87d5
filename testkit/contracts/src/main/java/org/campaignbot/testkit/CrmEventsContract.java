package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.campaignbot.crm.CrmEvents;
import org.campaignbot.crm.CrmEvents.Event;
import org.campaignbot.crm.CrmEvents.Pending;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link CrmEvents}. */
public abstract class CrmEventsContract {

    private static final Instant NOON = Fixtures.NOON;
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(5));
    private static final Event WEEK = new Event("report.week/2026-11-16", "id-1", "{\"señal\":1}", NOON);

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private CrmEvents events;

    /** A store without events. */
    protected abstract CrmEvents empty();

    @BeforeEach
    void begin() {
        events = empty();
    }

    private Pending only() {
        List<Pending> all = events.undelivered();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void anEventIsDueAtOnceWithItsBodyAsItWas() {
        events.add(WEEK);
        assertThat(only()).isEqualTo(new Pending(WEEK, 0, NOON, ""));
    }

    @Test
    void thereIsNeverASecondEventOfAName() {
        assertThat(events.has(WEEK.name())).isFalse();
        events.add(WEEK);
        events.add(new Event(WEEK.name(), "id-2", "{}", LATER));
        assertThat(only().event()).isEqualTo(WEEK);
        events.delivered(events.claim(only(), LATER).orElseThrow());
        events.add(new Event(WEEK.name(), "id-3", "{}", LATER));
        assertThat(events.undelivered()).isEmpty();
        assertThat(events.has(WEEK.name())).isTrue();
    }

    @Test
    void theEarliestComesFirst() {
        events.add(new Event("b", "id-b", "{}", LATER));
        events.add(new Event("c", "id-c", "{}", NOON));
        events.add(new Event("a", "id-a", "{}", LATER));
        assertThat(events.undelivered()).extracting(each -> each.event().name()).containsExactly("c", "a", "b");
    }

    @Test
    void oneOfTwoProcessesClaimsAnEvent() {
        events.add(WEEK);
        Pending seenByBoth = only();
        assertThat(events.claim(seenByBoth, LATER)).contains(new Pending(WEEK, 1, LATER, ""));
        assertThat(events.claim(seenByBoth, LATER)).isEmpty();
    }

    @Test
    void whatAProcessClaimedAndDidNotFinishIsDueAgainWithTheSameId() {
        events.add(WEEK);
        Optional<Pending> dead = events.claim(only(), LATER);
        Pending next = only();
        assertThat(next).isEqualTo(dead.orElseThrow());
        assertThat(events.claim(next, LATER.plusSeconds(300)))
                .contains(new Pending(WEEK, 2, LATER.plusSeconds(300), ""));
    }

    @Test
    void aFailedTryIsDueAgainWithWhatWasWrong() {
        events.add(WEEK);
        events.failed(events.claim(only(), LATER).orElseThrow(), "it answered 500", LATER.plusSeconds(1));
        assertThat(only()).isEqualTo(new Pending(WEEK, 1, LATER.plusSeconds(1), "it answered 500"));
    }

    @Test
    void whatIsGivenUpIsNoLongerDueAndCannotBeClaimed() {
        events.add(WEEK);
        Pending claimed = events.claim(only(), LATER).orElseThrow();
        events.failed(claimed, "it answered 500", null);
        assertThat(only()).isEqualTo(new Pending(WEEK, 1, null, "it answered 500"));
        assertThat(only().isGivenUp()).isTrue();
        assertThat(events.claim(only(), LATER)).isEmpty();
    }

    @Test
    void aSlowProcessChangesNothingOnceAnotherHasTheEvent() {
        events.add(WEEK);
        Pending slow = events.claim(only(), LATER).orElseThrow();
        Pending fast = events.claim(only(), LATER.plusSeconds(300)).orElseThrow();
        events.failed(slow, "it answered 500", LATER.plusSeconds(9));
        assertThat(only()).isEqualTo(fast);
        events.delivered(fast);
        events.failed(slow, "it answered 500", null);
        assertThat(events.undelivered()).isEmpty();
    }

    /** The CRM has it, whoever sent it. */
    @Test
    void whatASlowProcessDeliveredIsDelivered() {
        events.add(WEEK);
        Pending slow = events.claim(only(), LATER).orElseThrow();
        assertThat(events.claim(only(), LATER.plusSeconds(300))).isPresent();
        events.delivered(slow);
        assertThat(events.undelivered()).isEmpty();
    }
}
