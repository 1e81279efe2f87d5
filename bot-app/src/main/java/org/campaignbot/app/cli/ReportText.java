package org.campaignbot.app.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.outcomes.OutcomeReport;
import org.campaignbot.outcomes.OutcomeReport.By;
import org.campaignbot.outcomes.WrongNumbers;

/** Writes a report of outcomes for a terminal, a spreadsheet and a program; the figures are the same in each. */
final class ReportText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private static final int NAMES = 32;
    private static final int FIGURES = 9;

    private final OutcomeReport report;
    private final List<WrongNumbers.Reported> numbers;
    private final boolean isOver;

    ReportText(OutcomeReport report, List<WrongNumbers.Reported> numbers, LocalDate today) {
        this.report = report;
        this.numbers = List.copyOf(numbers);
        this.isOver = today.isAfter(report.period().last());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("What people say they did, " + DAY.format(report.period().first()) + " to "
                + DAY.format(report.period().last()) + (isOver ? "" : " (so far)"));
        lines.add("Counts are rounded down to tens; \"few\" is under ten, and none is, too.");
        report.lines().stream().filter(line -> !line.isOnWeb()).forEach(line -> add(line, lines));
        if (report.lines().stream().anyMatch(OutcomeReport.Line::isOnWeb)) {
            lines.add("");
            lines.add("On the web, where nobody is known (in no figure above):");
            report.lines().stream().filter(OutcomeReport.Line::isOnWeb).forEach(line -> add(line, lines));
        }
        if (report.by() == By.STATE
                || report.by() == By.SEAT
                || report.by() == By.LANGUAGE
                || report.by() == By.SURFACE) {
            lines.add("");
            lines.add("Each " + report.by().word() + " that isn't listed: few.");
        }
        lines.add("");
        lines.add(report.questions().isEmpty() ? "No question went unanswered." : "Unanswered, by the nearest topic:");
        report.questions().forEach(question -> lines.add(row("  " + question.topic(), question.figure())));
        lines.add("");
        lines.add(
                numbers.isEmpty()
                        ? "No number was reported wrong " + WrongNumbers.SHOWN_AFTER + " times."
                        : "Reported wrong at any time (./bot settings dismiss-number takes one off):");
        numbers.forEach(each -> lines.add(row("  " + each.number(), Figure.of(each.count()))));
        return lines;
    }

    private static void add(OutcomeReport.Line line, List<String> lines) {
        if (line.outcome().isEmpty()) {
            lines.add("");
            lines.add(row(line.action(), line.figure()));
        } else {
            lines.add(row(line.part().isEmpty() ? "  " + line.outcome() : "    " + line.part(), line.figure()));
        }
    }

    private static String row(String name, Figure figure) {
        String shown = figure.isFew() ? Figure.FEW : String.format(Locale.US, "%,d", figure.tens());
        return String.format("%-" + NAMES + "s %" + FIGURES + "s", name, shown);
    }

    List<String> csv() {
        return report.csv(numbers);
    }

    String json() {
        return JsonOutput.write(report.json(numbers, isOver));
    }
}
