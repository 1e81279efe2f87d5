package org.campaignbot.content.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.campaignbot.content.check.PackCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actions that name their flow, and words that name what organizers set. */
class ActionFlowsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private List<String> problems(String flow, String closedAction) throws IOException {
        Path copy = Garden.copyTo(Files.createTempDirectory(folder, "garden"));
        String records = Files.readString(copy.resolve("campaigns/garden/records.yaml"));
        Garden.write(
                copy,
                "records.yaml",
                records.replace(
                        "title: Call the town hall, status", "title: Call the town hall, flow: " + flow + ", status"));
        if (!closedAction.isEmpty()) {
            Garden.write(copy, "flows/closed-action.yaml", closedAction);
        }
        return PackCheck.check(Garden.read(copy), TODAY).stream()
                .filter(problem -> !problem.code().contains("translation"))
                .map(Problem::toString)
                .toList();
    }

    private static String closed(String words) {
        return """
                flow: closed-action
                title: Closed
                steps:
                  why:
                    say: %s
                    then: menu
                """.formatted(words);
    }

    @Test
    void anActionThatNamesItsFlowNeedsTheFlowThatTellsOfIt() throws IOException {
        assertThat(problems("call", "")).singleElement().asString().contains("there is no flow \"closed-action\"");
        assertThat(problems("call", closed("This is closed."))).isEmpty();
    }

    @Test
    void aFlowThatIsNotThereOrCanNeverBeClosedIsAProblem() throws IOException {
        assertThat(problems("cal", "")).singleElement().asString().contains("\"cal\", which is not there", "\"call\"");
        assertThat(problems("menu", "")).singleElement().asString().contains("\"menu\" can never be closed");
        assertThat(problems("stop", "")).singleElement().asString().contains("\"stop\" can never be closed");
    }

    @Test
    void wordsThatNameASettingSayWhatHoldsWhileItIsNotSet() throws IOException {
        assertThat(problems("call", closed("\"Ask {human-contact}.\"")))
                .singleElement()
                .asString()
                .contains("\"human-contact\" is a setting that need not be set", "{human-contact, else other words}");
        assertThat(problems("call", closed("\"Ask {human-contact, else us} about {call.bill, else the plan}.\"")))
                .isEmpty();
    }

    @Test
    void aFormForAStandingThatAnActionNeverHasIsAProblem() throws IOException {
        assertThat(problems("call", closed("{by: call.standing, opne: Open., other: Closed.}")))
                .singleElement()
                .asString()
                .contains("\"call.standing\" is never \"opne\"");
        assertThat(problems("call", closed("{by: call.standing, early: Soon., other: Closed.}")))
                .isEmpty();
    }
}
