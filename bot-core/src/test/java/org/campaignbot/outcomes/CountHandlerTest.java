package org.campaignbot.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.memory.MemoryTally;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.junit.jupiter.api.Test;

class CountHandlerTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final Period NOVEMBER = Period.ofMonths(YearMonth.of(2026, 11), YearMonth.of(2026, 11));
    private static final ConversationKey ANA =
            new ConversationKey(new Address("paper", "bot", "1", null), new Person("paper", "ana"));

    private final Tally tally = new MemoryTally();

    @Test
    void aReportCountsWithItsLanguageAndTheAppOfTheConversation() {
        apply("count", Map.of("action", "call", "outcome", "spoke", "seat", "NY-S1", "language", "es"));
        assertThat(tally.bySeat(NOVEMBER)).extracting(Tally.SeatTotal::seat).containsExactly("NY-S1");
        assertThat(tally.byWay(NOVEMBER))
                .containsExactly(new Tally.WayTotal("call", "spoke", "es", "paper", YearMonth.of(2026, 11), 1));
        apply("uncount", Map.of("action", "call", "outcome", "spoke", "seat", "NY-S1"));
        assertThat(tally.bySeat(NOVEMBER)).isEmpty();
        assertThat(tally.byWay(NOVEMBER)).isEmpty();
    }

    @Test
    void noneIsNoSeat() {
        apply("count", Map.of("action", "write", "outcome", "sent", "seat", "none", "language", "en"));
        assertThat(tally.bySeat(NOVEMBER)).extracting(Tally.SeatTotal::seat).containsExactly("");
    }

    @Test
    void aQuestionWithoutAnAnswerCountsOnceAWeekForItsTopicAlone() {
        apply(Effect.UNANSWERED, Map.of("topic", "the-bill"));
        apply(Effect.UNANSWERED, Map.of("topic", "the-bill"));
        assertThat(OutcomeReport.of(OutcomeReport.By.OUTCOME, NOVEMBER, tally, Map.of())
                        .questions())
                .containsExactly(new OutcomeReport.Question("the-bill", Figure.of(1)));
        assertThat(tally.byWay(NOVEMBER)).isEmpty();
    }

    private void apply(String name, Map<String, String> arguments) {
        CountHandler.over(tally, conversation -> conversation.person().id()).stream()
                .filter(handler -> handler.name().equals(name))
                .forEach(handler -> handler.apply(ANA, new Effect(1, 0, name, NOON, arguments)));
    }
}
