package org.campaignbot.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.campaignbot.memory.MemoryTally;
import org.campaignbot.outcomes.PublicTotal.Told;
import org.campaignbot.outcomes.Tally.Deed;
import org.campaignbot.outcomes.Tally.Way;
import org.junit.jupiter.api.Test;

class PublicTotalTest {

    private static final Deed CALL = new Deed("call", "NY-S1");

    private Instant now = Instant.parse("2026-11-24T15:00:00Z");
    private Told choice = Told.CHAT_APPS;
    private final Tally tally = new MemoryTally();
    private final PublicTotal total = new PublicTotal(tally, () -> choice, () -> now);

    private void count(int people, Deed deed) {
        for (int i = 0; i < people; i++) {
            tally.count(deed.action() + i, deed, "spoke", new Way("en", "paper"), now);
        }
    }

    @Test
    void itIsOffUntilOrganizersChoose() {
        count(90, CALL);
        choice = Told.NOTHING;
        assertThat(total.figure()).isEmpty();
        choice = Told.CHAT_APPS;
        assertThat(total.figure()).contains(new Figure(90));
    }

    @Test
    void itIsNeverUnderFifty() {
        count(49, CALL);
        assertThat(total.figure()).isEmpty();
        count(50, CALL);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(total.figure()).contains(new Figure(50));
    }

    @Test
    void theWebCountsOnlyIfOrganizersChooseSo() {
        count(63, CALL);
        count(40, CALL.onWeb());
        count(70, new Deed("call-answer", "NY-S1"));
        assertThat(total.figure()).contains(new Figure(60));
        choice = Told.WITH_WEB;
        assertThat(total.figure()).contains(new Figure(100));
    }

    @Test
    void itIsOfThisMonthAndCountedOnceAMinute() {
        count(60, CALL);
        assertThat(total.figure()).contains(new Figure(60));
        count(80, CALL);
        now = now.plusSeconds(59);
        assertThat(total.figure()).contains(new Figure(60));
        now = now.plusSeconds(1);
        assertThat(total.figure()).contains(new Figure(80));
        now = now.plus(Duration.ofDays(10));
        assertThat(total.figure()).isEmpty();
    }
}
