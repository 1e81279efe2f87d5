package org.campaignbot.content.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.content.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemKindTest {

    /** What every new text brings with it in a pack of two languages, and every new answer in one without a new chat. */
    private static final Set<String> COMPANIONS = Set.of("missing-translation", "unused-answer");

    @ParameterizedTest
    @EnumSource
    void theExampleOfAKindHasThatProblemAndNoOther(ProblemKind kind, @TempDir Path folder) {
        Example example = Example.of(kind);

        List<Problem> problems = example.problems(folder);

        Set<String> codes = problems.stream().map(Problem::code).collect(Collectors.toSet());
        assertThat(codes).as("%s", problems).contains(kind.code());
        codes.removeAll(COMPANIONS);
        codes.remove(kind.code());
        assertThat(codes).as("%s", problems).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aProblemHasAPlaceInAFileAMessageAndAMend(ProblemKind kind, @TempDir Path folder) {
        assertThat(Example.of(kind).problems(folder)).allSatisfy(problem -> {
            assertThat(problem.file()).isNotBlank().doesNotStartWith("/");
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
            assertThat(problem.message()).isNotBlank();
            assertThat(problem.fix()).isNotBlank();
        });
    }

    @Test
    void aProblemOfAnUnknownCodeIsAnError() {
        assertThat(ProblemKind.severity(new Problem("a.yaml", 1, 1, "of-another-reader", "wrong", "fix it")))
                .isEqualTo(Severity.ERROR);
    }
}
