package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Nearest;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.outcomes.OutcomeReport;
import org.campaignbot.outcomes.OutcomeReport.By;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.WrongNumbers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reports what people did, in figures that name and single out nobody. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what people say they did: calls, letters, visits, what offices said, and what nobody could answer.",
            "It covers whole weeks (Monday to Sunday) or whole months. Counts are rounded down to tens; under ten is \"few\"."
        })
public final class ReportCommand implements Callable<Integer> {

    /** How many weeks or months a report by them has unless told otherwise, the current one included. */
    private static final int RECENT = 6;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "outcome",
            description = "Splits outcomes by state, seat, week, month, language or surface (the chat app).")
    private String by = By.OUTCOME.word();

    @Option(
            names = "--from",
            paramLabel = "WHEN",
            description = "A month such as 2026-11, or a Monday such as 2026-11-23. Without it: this month.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "WHEN",
            description = "A month, or a Sunday. Without it: the current month or week.")
    private @Nullable String to;

    @Option(names = "--csv", description = "Write comma-separated rows.")
    private boolean csv;

    @Option(names = "--json", description = "Write a JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        By split = By.of(by)
                .orElseThrow(() ->
                        new SettingProblem("A report isn't split by \"" + by + "\": " + Nearest.fix(by, By.words())));
        Shell shell = Shell.of(spec);
        LocalDate today = EasternTime.dateAt(shell.clock().instant());
        Period period = period(split, today);
        try (CommandContext context = CommandContext.open(shell)) {
            OutcomeReport report = OutcomeReport.of(
                    split, period, context.database().tally(), OutcomeReport.known(Campaign.pack(shell.content())));
            List<WrongNumbers.Reported> numbers = context.database().wrongNumbers().reported().stream()
                    .filter(WrongNumbers.Reported::isShown)
                    .toList();
            ReportText text = new ReportText(report, numbers, today);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(text.json());
            } else {
                (csv ? text.csv() : text.lines()).forEach(out::println);
            }
        }
        return 0;
    }

    private Period period(By split, LocalDate today) throws SettingProblem {
        Period period = from == null ? recent(split, today) : typed(from, today);
        if (!split.fits(period)) {
            throw new SettingProblem(
                    split == By.WEEK
                            ? "A report by week needs whole weeks: " + weeks(period)
                            : "A report by " + split.word() + " needs whole months: " + months(period));
        }
        return period;
    }

    private Period recent(By split, LocalDate today) throws SettingProblem {
        if (to != null) {
            throw new SettingProblem("--to needs --from: where does the report begin?");
        }
        YearMonth month = YearMonth.from(today);
        return switch (split) {
            case WEEK -> Period.ofWeeks(today.minusWeeks(RECENT - 1), today);
            case MONTH -> Period.ofMonths(month.minusMonths(RECENT - 1), month);
            default -> Period.ofMonths(month, month);
        };
    }

    private Period typed(String start, LocalDate today) throws SettingProblem {
        boolean isMonth = isMonth(start);
        LocalDate first = isMonth ? month(start).atDay(1) : day(start);
        boolean isWeek = !isMonth && first.getDayOfWeek() == DayOfWeek.MONDAY;
        LocalDate last;
        if (to == null) {
            last = isWeek
                    ? today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                    : YearMonth.from(today).atEndOfMonth();
        } else {
            last = isMonth(to) ? month(to).atEndOfMonth() : day(to);
        }
        if (last.isBefore(first)) {
            throw new SettingProblem("A report that begins on " + first + " can't end on " + last + ".");
        } else if (!Period.isWhole(first, last)) {
            Period weeks = Period.ofWeeks(first, last);
            Period months = Period.ofMonths(YearMonth.from(first), YearMonth.from(last));
            throw new SettingProblem("A report covers whole weeks or whole months, so that it singles out nobody. From "
                    + first + " to " + last + " is neither. Weeks: " + weeks(weeks) + " Months: " + months(months));
        }
        return new Period(first, last);
    }

    private static String weeks(Period period) {
        Period weeks = Period.ofWeeks(period.first(), period.last());
        return "--from " + weeks.first() + " --to " + weeks.last() + ".";
    }

    private static String months(Period period) {
        return "--from " + YearMonth.from(period.first()) + " --to " + YearMonth.from(period.last()) + ".";
    }

    private static boolean isMonth(String typed) {
        return typed.length() <= "2026-11".length();
    }

    private static YearMonth month(String typed) throws SettingProblem {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException unreadable) {
            throw unreadable(typed);
        }
    }

    private static LocalDate day(String typed) throws SettingProblem {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            throw unreadable(typed);
        }
    }

    private static SettingProblem unreadable(String typed) {
        return new SettingProblem(
                "\"" + typed + "\" is neither a month nor a day. Write 2026-11 for a month, 2026-11-23 for a day.");
    }

    /** Writes a report of outcomes for a terminal, a spreadsheet and a program; the figures are the same in each. */
    static final class ReportText {

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
            lines.add(
                    report.questions().isEmpty()
                            ? "Unanswered: no topic with ten questions or more."
                            : "Unanswered, by the nearest topic:");
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
}
