package org.campaignbot.content.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.campaignbot.content.Problem;

/** Collects problems while files are read, so that one run shows them all. Not thread-safe. */
public final class Problems {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::code)
            .thenComparing(Problem::message);

    private final List<Problem> found = new ArrayList<>();

    /** Adds a problem with the usual fix of its kind. */
    public void add(ProblemKind kind, Place place, String message) {
        add(kind, place, message, kind.fix());
    }

    /** Adds a problem with its own fix. */
    public void add(ProblemKind kind, Place place, String message, String fix) {
        found.add(new Problem(place.file(), place.line(), place.column(), kind.code(), message, fix));
    }

    /** Adds problems that were found elsewhere. */
    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    /** Whether one of them is an error. */
    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> ProblemKind.severity(problem) == Severity.ERROR);
    }

    /** All of them in the order of file, line and column, each once. */
    public List<Problem> sorted() {
        return found.stream().distinct().sorted(BY_PLACE).toList();
    }
}
