package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.outcomes.Tally.Deed;
import org.campaignbot.outcomes.Tally.SeatTotal;
import org.campaignbot.outcomes.Tally.Way;
import org.campaignbot.outcomes.Tally.WayTotal;
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
        tally.count("ana", CALL, "busy", Fixtures.WAY, Fixtures.NOON);
        tally.count("ana", CALL, "spoke", Fixtures.WAY, Fixtures.NOON.plusSeconds(60));
        tally.count("ana", CALL, "spoke", Fixtures.WAY, Fixtures.NOON.plusSeconds(60));
        assertThat(tally.bySeat(Fixtures.EVER)).containsExactly(atSeat("spoke", CALL, 1));
        assertThat(tally.byWay(Fixtures.EVER)).containsExactly(byWay("spoke", Fixtures.WAY, 1));
    }

    @Test
    void personsSeatsAndDaysCountForThemselves() {
        Tally tally = empty();
        Instant tomorrow = Fixtures.NOON.plus(Duration.ofDays(1));
        tally.count("ana", CALL, "spoke", Fixtures.WAY, Fixtures.NOON);
        tally.count("ana", OTHER_CALL, "spoke", Fixtures.WAY, Fixtures.NOON);
        tally.count("ben", CALL, "spoke", Fixtures.WAY, Fixtures.NOON);
        tally.count("ana", CALL, "spoke", Fixtures.WAY, tomorrow);
        assertThat(tally.bySeat(Fixtures.EVER))
                .containsExactlyInAnyOrder(
                        atSeat("spoke", CALL, 2),
                        atSeat("spoke", OTHER_CALL, 1),
                        new SeatTotal("call", "spoke", "NY-S1", Fixtures.DAY.plusDays(1), 1));
        assertThat(tally.byWay(Fixtures.EVER)).containsExactly(byWay("spoke", Fixtures.WAY, 4));
    }

    @Test
    void languagesAndSurfacesCountForThemselves() {
        Tally tally = empty();
        Way spanish = new Way("es", "paper");
        Way elsewhere = new Way("en", "glass");
        tally.count("ana", CALL, "spoke", Fixtures.WAY, Fixtures.NOON);
        tally.count("ben", CALL, "spoke", spanish, Fixtures.NOON);
        tally.count("eve", CALL, "spoke", elsewhere, Fixtures.NOON);
        assertThat(tally.bySeat(Fixtures.EVER)).containsExactly(atSeat("spoke", CALL, 3));
        assertThat(tally.byWay(Fixtures.EVER))
                .containsExactlyInAnyOrder(
                        byWay("spoke", Fixtures.WAY, 1), byWay("spoke", spanish, 1), byWay("spoke", elsewhere, 1));
    }

    @Test
    void undoTakesTheCountBackFromBothTables() {
        Tally tally = empty();
        tally.count("ana", CALL, "spoke", Fixtures.WAY, Fixtures.NOON);
        tally.count("ben", CALL, "spoke", Fixtures.WAY, Fixtures.NOON);
        tally.takeBack("ana", CALL, Fixtures.NOON);
        tally.takeBack("ana", CALL, Fixtures.NOON);
        assertThat(tally.bySeat(Fixtures.EVER)).containsExactly(atSeat("spoke", CALL, 1));
        assertThat(tally.byWay(Fixtures.EVER)).containsExactly(byWay("spoke", Fixtures.WAY, 1));
    }

    @Test
    void someoneWhoSwitchesLanguageMidwayIsTakenBackFromTheOneTheyCountedIn() {
        Tally tally = empty();
        tally.count("ana", CALL, "busy", Fixtures.WAY, Fixtures.NOON);
        tally.count("ana", CALL, "busy", new Way("es", "paper"), Fixtures.NOON);
        assertThat(tally.byWay(Fixtures.EVER)).containsExactly(byWay("busy", Fixtures.WAY, 1));
        tally.count("ana", CALL, "spoke", new Way("es", "paper"), Fixtures.NOON);
        assertThat(tally.byWay(Fixtures.EVER)).containsExactly(byWay("spoke", new Way("es", "paper"), 1));
        tally.takeBack("ana", CALL, Fixtures.NOON);
        assertThat(tally.byWay(Fixtures.EVER)).isEmpty();
    }

    @Test
    void undoOfWhatWasNeverCountedChangesNothing() {
        Tally tally = empty();
        tally.takeBack("ana", CALL, Fixtures.NOON);
        assertThat(tally.bySeat(Fixtures.EVER)).isEmpty();
        assertThat(tally.byWay(Fixtures.EVER)).isEmpty();
    }

    @Test
    void anUnansweredQuestionCountsForItsWeekAndInNoLanguage() {
        Tally tally = empty();
        Deed question = Deed.question("the-bill");
        tally.count("ana", question, "unanswered", Fixtures.WAY, Fixtures.NOON);
        tally.count("ana", question, "unanswered", Fixtures.WAY, Fixtures.NOON.plus(Duration.ofDays(2)));
        tally.count("ana", Deed.question("letters"), "unanswered", Fixtures.WAY, Fixtures.NOON);
        LocalDate monday = LocalDate.of(2026, 11, 23);
        assertThat(tally.bySeat(Fixtures.EVER))
                .containsExactlyInAnyOrder(
                        new SeatTotal(question.action(), "unanswered", "", monday, 1),
                        new SeatTotal(Deed.question("letters").action(), "unanswered", "", monday, 1));
        assertThat(tally.byWay(Fixtures.EVER)).isEmpty();
    }

    @Test
    void aPeriodHasItsOwnDaysAndMonthsOnly() {
        Tally tally = empty();
        Instant nextMonth = Fixtures.NOON.plus(Duration.ofDays(7));
        tally.count("ana", CALL, "spoke", Fixtures.WAY, Fixtures.NOON);
        tally.count("ana", CALL, "spoke", Fixtures.WAY, nextMonth);
        Period november = Period.ofMonths(YearMonth.of(2026, 11), YearMonth.of(2026, 11));
        assertThat(tally.bySeat(november)).containsExactly(atSeat("spoke", CALL, 1));
        assertThat(tally.byWay(november)).containsExactly(byWay("spoke", Fixtures.WAY, 1));
        assertThat(tally.bySeat(Period.ofWeeks(Fixtures.DAY, Fixtures.DAY))).containsExactly(atSeat("spoke", CALL, 1));
        assertThat(tally.bySeat(Period.ofMonths(YearMonth.of(2026, 10), YearMonth.of(2026, 10))))
                .isEmpty();
    }

    private static SeatTotal atSeat(String outcome, Deed deed, long count) {
        return new SeatTotal("call", outcome, deed.seat(), Fixtures.DAY, count);
    }

    private static WayTotal byWay(String outcome, Way way, long count) {
        return new WayTotal("call", outcome, way.language(), way.surface(), YearMonth.from(Fixtures.DAY), count);
    }
}
