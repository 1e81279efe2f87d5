package org.campaignbot.content.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.campaignbot.content.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes PROBLEMS.md of the catalog; with {@code -Dproblems.write=true} into the file, else to compare with it. */
class ProblemPageTest {

    private static final Path PAGE = Path.of("PROBLEMS.md");

    private static final String INTRODUCTION = """
            # What can be wrong in a pack

            `./bot check` names each problem with its file, line and column, says what is wrong, and how to fix it.
            An **error** must be fixed before the pack can be used; a **warning** asks somebody to look.
            The examples belong to a small pack about a garden; what stands below each is what the check says about it.

            This page is written by a test from the catalog (`ProblemKind`) and its examples, so do not edit it:
            `mvn -q test -pl content -am -Dtest=ProblemPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dproblems.write=true`
            writes it anew. The format itself is described in [FORMAT.md](FORMAT.md).
            """;

    @Test
    void thePageShowsEveryKindAsItIs(@TempDir Path folder) throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        List<ProblemKind> kinds = Arrays.stream(ProblemKind.values())
                .sorted(Comparator.comparing(ProblemKind::code))
                .toList();
        for (ProblemKind kind : kinds) {
            page.append(entry(kind, folder.resolve(kind.code())));
        }
        if (Boolean.getBoolean("problems.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
    }

    private static String entry(ProblemKind kind, Path folder) {
        Example example = Example.of(kind);
        Problem problem = example.problems(folder).stream()
                .filter(found -> found.code().equals(kind.code()))
                .findFirst()
                .orElseThrow();
        String severity = kind.severity() == Severity.ERROR ? "Error" : "Warning";
        return "\n## " + kind.code() + "\n\n**" + severity + ".** " + kind.explanation() + "\nFix: " + kind.fix()
                + ".\n\n```yaml\n" + example.text().strip() + "\n```\n\n```\n" + problem + "\n```\n";
    }
}
