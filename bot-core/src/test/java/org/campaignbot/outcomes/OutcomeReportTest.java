package org.campaignbot.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.memory.MemoryTally;
import org.campaignbot.outcomes.OutcomeReport.By;
import org.campaignbot.outcomes.OutcomeReport.Line;
import org.campaignbot.outcomes.OutcomeReport.Question;
import org.campaignbot.outcomes.Tally.Deed;
import org.campaignbot.outcomes.Tally.Way;
import org.junit.jupiter.api.Test;

class OutcomeReportTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final Period NOVEMBER = Period.ofMonths(YearMonth.of(2026, 11), YearMonth.of(2026, 11));
    private static final Map<String, Set<String>> KNOWN =
            Map.of("call", new LinkedHashSet<>(List.of("spoke", "message")));

    private final Tally tally = new MemoryTally();

    @Test
    void everyFigureIsRoundedDownToTensAndFewIsUnderTen() {
        count(1_249, "call", "spoke", "NY-S1", "en");
        count(9, "call", "message", "NY-S1", "en");
        assertThat(lines(By.OUTCOME)).containsExactly("call 1250", "call spoke 1240", "call message few");
    }

    @Test
    void aTotalIsRoundedFromTheTrueOneAndNotSummedFromParts() {
        count(19, "call", "spoke", "NY-S1", "en");
        count(19, "call", "spoke", "IL-S2", "en");
        count(19, "call", "spoke", "IL-S3", "en");
        assertThat(lines(By.STATE))
                .containsExactly(
                        "call 50", "call spoke 50", "call spoke IL 30", "call spoke NY 10", "call message few");
    }

    @Test
    void aStateOrSeatUnderTenHasNoLine() {
        count(19, "call", "spoke", "NY-S1", "en");
        count(9, "call", "spoke", "VT-S1", "en");
        assertThat(lines(By.SEAT)).contains("call spoke NY-S1 10").noneMatch(line -> line.contains("VT"));
    }

    @Test
    void whatThePackKnowsHasALineEvenIfNobodyDidItSoThatNoneLooksLikeFew() {
        assertThat(lines(By.OUTCOME)).containsExactly("call few", "call spoke few", "call message few");
        count(9, "call", "message", "NY-S1", "en");
        assertThat(lines(By.OUTCOME)).containsExactly("call few", "call spoke few", "call message few");
    }

    @Test
    void whatThePackNoLongerKnowsShowsFromTenOn() {
        count(9, "call", "sang", "", "en");
        count(9, "march", "walked", "", "en");
        assertThat(lines(By.OUTCOME)).noneMatch(line -> line.contains("sang") || line.contains("march"));
        count(10, "march", "walked", "", "en");
        assertThat(lines(By.OUTCOME)).contains("march 10", "march walked 10");
    }

    @Test
    void everyWeekOfThePeriodHasALine() {
        count(12, "call", "spoke", "NY-S1", "en");
        Period weeks = Period.ofWeeks(LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 24));
        assertThat(OutcomeReport.of(By.WEEK, weeks, tally, KNOWN).lines())
                .extracting(OutcomeReportTest::text)
                .containsExactly(
                        "call 10",
                        "call spoke 10",
                        "call spoke 2026-11-16 few",
                        "call spoke 2026-11-23 10",
                        "call message few",
                        "call message 2026-11-16 few",
                        "call message 2026-11-23 few");
    }

    @Test
    void languagesAndSurfacesComeFromTheOtherTable() {
        count(30, "call", "spoke", "NY-S1", "en");
        count(20, "call", "spoke", "NY-S1", "es");
        assertThat(lines(By.LANGUAGE)).contains("call spoke en 30", "call spoke es 20");
        assertThat(lines(By.SURFACE)).contains("call spoke paper 50");
        assertThat(lines(By.MONTH)).contains("call spoke 2026-11 50");
    }

    @Test
    void languagesHaveNoWeeksAndMonthsAreNotSplitIntoThem() {
        Period week = Period.ofWeeks(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24));
        assertThatThrownBy(() -> OutcomeReport.of(By.LANGUAGE, week, tally, KNOWN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(By.SURFACE.fits(week)).isFalse();
        assertThat(By.WEEK.fits(NOVEMBER)).isFalse();
        assertThat(By.SEAT.fits(week)).isTrue();
    }

    @Test
    void unansweredQuestionsStandApartWithTheMostAskedFirst() {
        ask(3, "letters");
        ask(25, "the-bill");
        OutcomeReport report = OutcomeReport.of(By.OUTCOME, NOVEMBER, tally, KNOWN);
        assertThat(report.questions())
                .containsExactly(new Question("the-bill", Figure.of(25)), new Question("letters", Figure.of(3)));
        assertThat(report.lines()).noneMatch(line -> line.action().contains("the-bill"));
    }

    private List<String> lines(By by) {
        return OutcomeReport.of(by, NOVEMBER, tally, KNOWN).lines().stream()
                .map(OutcomeReportTest::text)
                .toList();
    }

    private static String text(Line line) {
        return String.join(
                        " ",
                        line.action(),
                        line.outcome(),
                        line.part(),
                        line.figure().toString())
                .replaceAll(" +", " ");
    }

    private void count(int people, String action, String outcome, String seat, String language) {
        for (int i = 0; i < people; i++) {
            String doer = String.join(" ", "p" + i, outcome, language);
            tally.count(doer, new Deed(action, seat), outcome, new Way(language, "paper"), NOON);
        }
    }

    private void ask(int people, String topic) {
        for (int i = 0; i < people; i++) {
            tally.count("p" + i, Deed.question(topic), "unanswered", new Way("en", "paper"), NOON);
        }
    }
}
