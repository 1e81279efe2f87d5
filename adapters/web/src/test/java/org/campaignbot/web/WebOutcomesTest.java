package org.campaignbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.memory.MemoryTally;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class WebOutcomesTest {

    /** Five minutes before midnight in the East. */
    private static final Instant EVENING = Instant.parse("2026-11-25T04:55:00Z");

    private static final Period NOVEMBER = Period.ofMonths(YearMonth.of(2026, 11), YearMonth.of(2026, 11));

    private final SettableClock clock = new SettableClock(EVENING);
    private final Tally tally = new MemoryTally();
    private final WebOutcomes outcomes = new WebOutcomes(tally, clock);
    private String client = outcomes.mark("198.51.100.7");
    private final List<EffectHandler> handlers = outcomes.handlers(conversation -> client);

    private void does(String name, int chat, String seat, String outcome) {
        ConversationKey conversation = new ConversationKey(
                new Address(WebChannel.NAME, "site", "" + chat, null), new Person(WebChannel.NAME, "" + chat));
        Effect effect = new Effect(
                1,
                0,
                name,
                clock.instant(),
                Map.of("action", "call", "outcome", outcome, "seat", seat, "language", "es"));
        handlers.stream().filter(each -> each.name().equals(name)).forEach(each -> each.apply(conversation, effect));
    }

    private long counted() {
        return tally.bySeat(NOVEMBER).stream().mapToLong(Tally.SeatTotal::count).sum();
    }

    @Test
    void whatIsReportedCountsApartUnderTheWeb() {
        does("count", 1, "NY-S1", "spoke");
        assertThat(tally.bySeat(NOVEMBER)).singleElement().satisfies(total -> {
            assertThat(total.action()).isEqualTo("web:call");
            assertThat(total.seat()).isEqualTo("NY-S1");
        });
        assertThat(tally.byWay(NOVEMBER)).singleElement().satisfies(total -> {
            assertThat(total.surface()).isEqualTo("web");
            assertThat(total.language()).isEqualTo("es");
        });
    }

    @Test
    void anAddressCountsTwentyTimesADay() {
        for (int chat = 0; chat < 30; chat++) {
            does("count", chat, "NY-S1", "spoke");
        }
        assertThat(counted()).isEqualTo(WebOutcomes.MOST_A_DAY);
        client = outcomes.mark("198.51.100.8");
        does("count", 30, "NY-S1", "spoke");
        assertThat(counted()).isEqualTo(WebOutcomes.MOST_A_DAY + 1);
    }

    @Test
    void theNextEasternDayItCountsAgain() {
        for (int chat = 0; chat < 30; chat++) {
            does("count", chat, "NY-S1", "spoke");
        }
        clock.advance(Duration.ofMinutes(4));
        does("count", 31, "NY-S1", "spoke");
        assertThat(counted()).isEqualTo(WebOutcomes.MOST_A_DAY);
        clock.advance(Duration.ofMinutes(1));
        does("count", 32, "NY-S1", "spoke");
        assertThat(counted()).isEqualTo(WebOutcomes.MOST_A_DAY + 1);
    }

    @Test
    void anotherOutcomeOfTheSameCallAndARepeatUseNothingUp() {
        for (int i = 0; i < 50; i++) {
            does("count", 1, "NY-S1", i % 2 == 0 ? "busy" : "spoke");
        }
        assertThat(tally.bySeat(NOVEMBER)).singleElement().satisfies(total -> {
            assertThat(total.count()).isOne();
            assertThat(total.outcome()).isEqualTo("spoke");
        });
        for (int chat = 2; chat < 30; chat++) {
            does("count", chat, "NY-S1", "spoke");
        }
        assertThat(counted()).isEqualTo(WebOutcomes.MOST_A_DAY);
    }

    @Test
    void undoTakesBackWhatCountedAndNothingElse() {
        for (int chat = 0; chat < 30; chat++) {
            does("count", chat, "NY-S1", "spoke");
        }
        does("uncount", 25, "NY-S1", "any");
        assertThat(counted()).isEqualTo(WebOutcomes.MOST_A_DAY);
        does("uncount", 3, "NY-S1", "any");
        assertThat(counted()).isEqualTo(WebOutcomes.MOST_A_DAY - 1);
        does("count", 31, "NY-S1", "spoke");
        assertThat(counted()).isEqualTo(WebOutcomes.MOST_A_DAY);
    }

    @Test
    void addressesThatAreNotKnownShareALimitAndAMarkTellsNoAddress() {
        assertThat(outcomes.mark(null)).isEqualTo(outcomes.mark(null)).isNotEqualTo(client);
        assertThat(client).hasSize(43).doesNotContain("198");
        assertThat(new WebOutcomes(tally, clock).mark("198.51.100.7")).isNotEqualTo(client);
    }

    @Test
    void questionsWithoutAnAnswerAreNotCounted() {
        does(Effect.UNANSWERED, 1, "", "");
        assertThat(tally.bySeat(NOVEMBER)).isEmpty();
    }
}
