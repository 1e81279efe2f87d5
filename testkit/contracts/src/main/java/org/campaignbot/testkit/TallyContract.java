package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.outcomes.Tally.Deed;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Tally}. */
public abstract class TallyContract {

    private static final Deed CALL = new Deed("call", "NY-S1");
    private static final Deed OTHER_CALL = new Deed("call", "NY-S3");

    /** A tally that hasn't counted anything. */
    protected abstract Tally empty();

    @Test
    void aSeatCountsOnceAPersonAndDayAndTheLatestOutcomeStands() {
        Tally tally = empty();
        tally.count("ana", CALL, "busy", Fixtures.NOON);
        tally.count("ana", CALL, "spoke", Fixtures.NOON.plusSeconds(60));
        tally.count("ana", CALL, "spoke", Fixtures.NOON.plusSeconds(60));
        assertThat(tally.totals()).containsExactly(total("spoke", 1));
    }

    @Test
    void personsSeatsAndDaysCountForThemselves() {
        Tally tally = empty();
        tally.count("ana", CALL, "spoke", Fixtures.NOON);
        tally.count("ana", OTHER_CALL, "spoke", Fixtures.NOON);
        tally.count("ben", CALL, "spoke", Fixtures.NOON);
        tally.count("ana", CALL, "spoke", Fixtures.NOON.plus(Duration.ofDays(1)));
        assertThat(tally.totals())
                .containsExactlyInAnyOrder(
                        total("spoke", 3), new Tally.Total("call", "NY", LocalDate.of(2026, 11, 25), "spoke", 1));
    }

    @Test
    void undoTakesTheCountBack() {
        Tally tally = empty();
        tally.count("ana", CALL, "spoke", Fixtures.NOON);
        tally.count("ben", CALL, "spoke", Fixtures.NOON);
        tally.takeBack("ana", CALL, Fixtures.NOON);
        tally.takeBack("ana", CALL, Fixtures.NOON);
        assertThat(tally.totals()).containsExactly(total("spoke", 1));
    }

    @Test
    void undoOfWhatWasNeverCountedChangesNothing() {
        Tally tally = empty();
        tally.takeBack("ana", CALL, Fixtures.NOON);
        assertThat(tally.totals()).isEmpty();
    }

    private static Tally.Total total(String outcome, long count) {
        return new Tally.Total("call", "NY", LocalDate.of(2026, 11, 24), outcome, count);
    }
}
