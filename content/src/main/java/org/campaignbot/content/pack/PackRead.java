package org.campaignbot.content.pack;

import java.util.List;
import org.campaignbot.content.Problem;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Severity;
import org.campaignbot.flow.Pack;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a pack.
 *
 * @param pack the pack, or null if there is an error
 * @param problems what is wrong with it, errors and warnings, in the order of their places
 * @param outline where its parts are
 */
public record PackRead(@Nullable Pack pack, List<Problem> problems, Outline outline) {

    public PackRead {
        problems = List.copyOf(problems);
    }

    /** The problems that make the pack unusable. */
    public List<Problem> errors() {
        return of(Severity.ERROR);
    }

    /** The problems that someone should look at. */
    public List<Problem> warnings() {
        return of(Severity.WARNING);
    }

    private List<Problem> of(Severity severity) {
        return problems.stream()
                .filter(problem -> ProblemKind.severity(problem) == severity)
                .toList();
    }
}
