package org.campaignbot.alert.desk;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.outcomes.OutcomeReport;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.outcomes.WrongNumbers;

/** Builds the facts about this month's outcomes that the desk's flow tells any organizer: figures from ten on. */
public record DeskTotals(Tally tally, WrongNumbers numbers) {

    /** How many questions and numbers are listed; more wouldn't fit in a message. */
    private static final int MOST_LISTED = 5;

    /** The outcome of a line that adds up an action's outcomes. */
    private static final String ALL = "all";

    Map<String, Value> facts(Pack pack, Instant now) {
        YearMonth month = YearMonth.from(EasternTime.dateAt(now));
        OutcomeReport report = OutcomeReport.of(
                OutcomeReport.By.OUTCOME, Period.ofMonths(month, month), tally, OutcomeReport.known(pack));
        List<Value.Row> counts = report.lines().stream()
                .filter(line -> !line.figure().isFew() && !line.isOnWeb() && !isAlone(line, report))
                .map(line -> count(line.action(), line.outcome().isEmpty() ? ALL : line.outcome(), line.figure()))
                .toList();
        List<Value.Row> asked = report.questions().stream()
                .limit(MOST_LISTED)
                .map(each -> row("topic", each.topic(), each.figure()))
                .toList();
        List<Value.Row> wrong = numbers.reported().stream()
                .filter(WrongNumbers.Reported::isShown)
                .limit(MOST_LISTED)
                .map(each -> row("number", each.number(), Figure.of(each.count())))
                .toList();
        return Map.of(
                DeskFacts.PAGE,
                new Value.Text(DeskFacts.TOTALS),
                "desk_counted",
                any(counts),
                "desk_counts",
                new Value.Rows(counts),
                "desk_unanswered",
                any(asked),
                "desk_asked",
                new Value.Rows(asked),
                "desk_misdialed",
                any(wrong),
                "desk_wrong",
                new Value.Rows(wrong));
    }

    /** Whether a line adds up only one outcome, which shows the same figure. */
    private static boolean isAlone(OutcomeReport.Line line, OutcomeReport report) {
        List<OutcomeReport.Line> outcomes = report.lines().stream()
                .filter(each ->
                        each.action().equals(line.action()) && !each.outcome().isEmpty())
                .toList();
        return line.outcome().isEmpty()
                && outcomes.size() == 1
                && outcomes.get(0).figure().equals(line.figure());
    }

    private static Value.Row count(String action, String outcome, Figure figure) {
        return new Value.Row(Map.of(
                "key", new Value.Text(action + "-" + outcome),
                "action", new Value.Text(action),
                "outcome", new Value.Text(outcome),
                "count", new Value.Count(figure.tens())));
    }

    private static Value.Row row(String name, String value, Figure figure) {
        return new Value.Row(Map.of(
                name,
                new Value.Text(value),
                "size",
                new Value.Text(figure.isFew() ? Figure.FEW : "tens"),
                "count",
                new Value.Count(figure.tens())));
    }

    private static Value any(List<Value.Row> rows) {
        return new Value.Text(rows.isEmpty() ? "none" : "some");
    }
}
