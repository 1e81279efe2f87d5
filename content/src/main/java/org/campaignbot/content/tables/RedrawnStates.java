package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.campaignbot.content.Problem;

/** What is reported about each state's House map in the next Congress: a proposal that changes nothing until somebody confirms it. */
public final class RedrawnStates {

    /** Its file in the folder of tables. */
    public static final String FILE = "redrawn-states.csv";

    private static final List<String> COLUMNS = List.of("congress", "state", "redrawn", "as_of", "source");

    private RedrawnStates() {}

    /**
     * What is reported about one state.
     *
     * @param congress the number of the Congress
     * @param redrawn whether it votes by a new map; else it keeps the former one
     */
    public record Report(int congress, String state, boolean redrawn, LocalDate asOf, String source) {}

    /** The result of reading the list. */
    public record Result(SortedMap<String, Report> reports, List<Problem> problems) {}

    /** Reads what is reported for one Congress, by state. */
    public static Result read(Path folder, int congress) {
        SortedMap<String, Report> reports = new TreeMap<>();
        TableProblems problems = new TableProblems();
        CsvRow.forEach(
                folder,
                FILE,
                COLUMNS,
                problems,
                row -> report(row).filter(each -> each.congress() == congress).ifPresent(each -> {
                    if (reports.put(each.state(), each) != null) {
                        row.report(1, "table-duplicate", each.state() + " stands above already", "take one out");
                    }
                }));
        return new Result(reports, problems.toList());
    }

    private static Optional<Report> report(CsvRow row) {
        Optional<Integer> congress = row.number(0, "Congress");
        Optional<String> state = row.state(1);
        Optional<LocalDate> asOf = row.date(3, "day of the report");
        Optional<String> source = row.required(4, "source");
        String redrawn = row.text(2);
        if (!redrawn.equals("yes") && !redrawn.equals("no")) {
            row.report(2, "table-bad-number", "\"" + row.shown(2) + "\" is neither yes nor no", "write yes or no");
            return Optional.empty();
        }
        return congress.isEmpty() || state.isEmpty() || asOf.isEmpty() || source.isEmpty()
                ? Optional.empty()
                : Optional.of(new Report(congress.get(), state.get(), redrawn.equals("yes"), asOf.get(), source.get()));
    }
}
