package org.campaignbot.web.console;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.outcomes.OutcomeReport;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.people.Language;
import org.campaignbot.web.WebReply;

/** Alerts that are over, and the report of what people did, in the figures of {@code ./bot report}. */
public final class PastPage {

    private static final int MONTHS = 12;

    private PastPage() {}

    /**
     * The report of a month.
     *
     * @param months the months to choose from, the latest first
     * @param chart the outcomes from ten on
     * @param map what was reported, by state
     */
    public record Report(
            String month, List<Month> months, List<Row> rows, List<Row> questions, BarChart chart, StateMap map) {

        /** Whether nothing has reached the smallest figure that is shown. */
        public boolean isLow() {
            return rows.stream().allMatch(each -> each.tens() == 0);
        }
    }

    /** A month to choose: its name, and the value that the form has for it. */
    public record Month(String name, String value) {

        static Month of(YearMonth month, Language language) {
            String pattern = language.equals(Language.SPANISH) ? "LLLL 'de' yyyy" : "LLLL yyyy";
            return new Month(
                    DateTimeFormatter.ofPattern(pattern, language.locale()).format(month), month.toString());
        }
    }

    /**
     * A row of figures.
     *
     * @param isTotal whether it adds up the rows below it
     * @param figure the figure as it may be shown
     */
    public record Row(String name, boolean isTotal, String figure, long tens) {}

    private static final String CALL = "call";

    static WebReply show(ConsoleVisit visit) {
        List<AlertLine> past = visit.host().desk().all().stream()
                .filter(each -> each.stage().isFinal())
                .map(each -> AlertLine.of(each, visit))
                .toList();
        return visit.reply(200, "past", visit.page(visit.say("past.title"), "past", ""), Map.of("past", past));
    }

    static WebReply report(ConsoleVisit visit) {
        YearMonth month = month(visit);
        OutcomeReport report = of(visit, month);
        YearMonth present = YearMonth.from(EasternTime.dateAt(visit.now()));
        Report page = new Report(
                month.toString(),
                Stream.iterate(present, each -> each.minusMonths(1))
                        .limit(MONTHS)
                        .map(each -> Month.of(each, visit.language()))
                        .toList(),
                report.lines().stream()
                        // Calls first, and no line for an outcome that has no figure.
                        .filter(each ->
                                each.outcome().isEmpty() || !each.figure().isFew())
                        .sorted(Comparator.comparing(each -> !each.action().equals(CALL)))
                        .map(each -> row(
                                visit,
                                AlertProgress.CountedWords.of(each.action(), each.outcome(), visit),
                                each.outcome().isEmpty(),
                                each.figure()))
                        .toList(),
                report.questions().stream()
                        .map(each -> row(visit, each.topic(), false, each.figure()))
                        .toList(),
                BarChart.of(
                        report.lines().stream()
                                .filter(each -> !each.outcome().isEmpty()
                                        && !each.figure().isFew())
                                .map(each -> Map.entry(
                                        AlertProgress.CountedWords.of(each.action(), each.outcome(), visit),
                                        each.figure()))
                                .toList(),
                        visit),
                StateMap.of(
                        OutcomeReport.byState(
                                Period.ofMonths(month, month), visit.host().tally()),
                        visit));
        return visit.reply(200, "report", visit.page(visit.say("report.title"), "report", ""), Map.of("report", page));
    }

    private static Row row(ConsoleVisit visit, String name, boolean isTotal, Figure figure) {
        return new Row(name, isTotal, visit.figure(figure), figure.tens());
    }

    static WebReply csv(ConsoleVisit visit) {
        YearMonth month = month(visit);
        List<WrongNumbers.Reported> numbers = visit.host().numbers().reported().stream()
                .filter(WrongNumbers.Reported::isShown)
                .toList();
        return WebReply.of(
                        200,
                        "text/csv; charset=utf-8",
                        AlertPage.lines(of(visit, month).csv(numbers)))
                .with("Content-Disposition", "attachment; filename=\"report-" + month + ".csv\"");
    }

    private static OutcomeReport of(ConsoleVisit visit, YearMonth month) {
        return OutcomeReport.of(
                OutcomeReport.By.OUTCOME,
                Period.ofMonths(month, month),
                visit.host().tally(),
                OutcomeReport.known(visit.host().engine().get().pack()));
    }

    /** The month of the address, or the present one if that isn't a month of the last year. */
    private static YearMonth month(ConsoleVisit visit) {
        YearMonth present = YearMonth.from(EasternTime.dateAt(visit.now()));
        try {
            YearMonth asked = YearMonth.parse(visit.query("month"));
            return asked.isAfter(present) || asked.isBefore(present.minusMonths(MONTHS)) ? present : asked;
        } catch (DateTimeException notOne) {
            return present;
        }
    }
}
