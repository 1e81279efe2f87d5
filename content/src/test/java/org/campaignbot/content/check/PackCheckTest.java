package org.campaignbot.content.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.campaignbot.content.pack.PackRead;
import org.campaignbot.content.pack.PackReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    @TempDir
    private Path folder;

    @Test
    void aSoundPackHasNoProblem() {
        assertThat(found(Garden.read(), TODAY)).isEmpty();
    }

    @Test
    void anEffectNeedsTheFlowsThatTellWhatBecameOfIt() {
        PackRead read = PackReader.read(
                Garden.CONTENT, "garden", Garden.VOCABULARY.telling(Map.of("count", Set.of("menu", "counted"))));
        assertThat(read.problems())
                .filteredOn(each -> each.code().equals("unknown-flow"))
                .extracting(Problem::message)
                .isNotEmpty()
                .containsOnly("the effect \"count\" is told by a flow \"counted\", and there is none");
    }

    @Test
    void aRecordIsOldFromTheDayAfterItsReview() {
        assertThat(found(Garden.read(), LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(found(Garden.read(), LocalDate.of(2027, 1, 2))).containsExactly("review-overdue");
    }

    @Test
    void anAnswerThatNoChatGivesIsToldAtItsName() {
        List<Problem> problems =
                PackCheck.check(Garden.read(), TODAY, Set.of(new GivenAnswer("menu", "choose", "learn"))).stream()
                        .filter(problem -> problem.code().equals("unused-answer"))
                        .toList();

        assertThat(problems)
                .extracting(Problem::message)
                .contains("no chat gives the answer \"no\"")
                .doesNotContain("no chat gives the answer \"learn\"");
        assertThat(problems.get(0).line()).isEqualTo(23);
    }

    @Test
    void aPartOfTheHelpForADangerIsAStepOfItsFlow() {
        Garden.copyTo(folder);
        Garden.write(folder, "questions/answers.yaml", "parts:\n  sow:\n    soon: []\n  reap:\n    now: []\n");
        List<Problem> problems = PackCheck.check(Garden.read(folder), TODAY).stream()
                .filter(problem -> problem.code().equals("unknown-step"))
                .toList();
        assertThat(problems)
                .extracting(problem -> problem.line() + ": " + problem.message())
                .containsExactly(
                        "3: the flow \"sow\" has no step \"soon\"", "5: the flow \"reap\" has no step \"now\"");
    }

    @Test
    void aStepThatFindsItsWayBackThroughAVisitThatAsksIsNoCircle() {
        String steps = """
                steps:
                  ready:
                    run: town.find
                    outcomes: {ready: menu, missing: where}
                  where:
                    visit: home
                    then: ready
                """;

        assertThat(checked(steps)).isEmpty();
    }

    @Test
    void aVisitThatNeverAsksMayGoRound() {
        String steps = """
                steps:
                  ready:
                    visit: water
                  again:
                    say: Again.
                    then: ready
                """;

        assertThat(checked(steps)).containsExactly("endless-circle");
    }

    @Test
    void aCircleThatHasAQuestionInItNeedsAPersonsAnswer() {
        String steps = """
                steps:
                  ready:
                    run: town.look
                    outcomes: {found: here, several: water}
                    ask: Which town?
                    answers:
                      none: {label: None of them, then: menu}
                  water:
                    run: town.find
                    outcomes: {ready: menu, missing: ready}
                """;

        assertThat(checked(steps)).isEmpty();
    }

    @Test
    void aCircleIsToldTheSameWayWhicheverOutcomeIsReadFirst() {
        String steps = """
                steps:
                  ready:
                    run: town.look
                    outcomes: {several: water, found: dig}
                  water:
                    say: Water.
                    then: ready
                  dig:
                    say: Dig.
                    then: ready
                """;

        assertThat(circles(steps))
                .containsExactly(
                        "this can go round without asking: sow/ready, sow/dig",
                        "this can go round without asking: sow/water, sow/ready");
    }

    @Test
    void aRetiredNameMakesItsSuccessorReachable() {
        String steps = """
                steps:
                  ready:
                    say: Now.
                    then: menu
                  late:
                    say: Late.
                    then: menu
                retired: {early: late}
                """;

        assertThat(checked(steps)).isEmpty();
    }

    @Test
    void anAnswerMayNotBeLabelledAsTheMenuButtonIs() {
        String steps = """
                steps:
                  ready:
                    ask: Well?
                    answers:
                      plan: {label: Main menu, then: flow learn}
                """;

        assertThat(checked(steps)).containsExactly("same-label");
    }

    @Test
    void aQuestionThatOnlyHasTheMenuButtonIsAQuestion() {
        String steps = """
                steps:
                  ready:
                    ask: Well?
                """;

        assertThat(checked(steps)).isEmpty();
    }

    private List<String> circles(String steps) {
        return PackCheck.check(sowing(steps), TODAY).stream()
                .filter(problem -> problem.code().equals("possible-circle"))
                .map(Problem::message)
                .toList();
    }

    private List<String> checked(String steps) {
        return found(sowing(steps), TODAY);
    }

    private PackRead sowing(String steps) {
        Garden.copyTo(folder);
        Garden.write(folder, "flows/sow.yaml", "flow: sow\ntitle: Sow beans\nheard: [sow]\n" + steps);
        Garden.write(
                folder,
                "flows/water.yaml",
                "flow: water\ntitle: Water beans\nheard: [water]\nsteps:\n  now:\n    say: Water.\n    then: return\n");
        PackRead read = Garden.read(folder);
        assertThat(read.errors()).isEmpty();
        return read;
    }

    /** What the checks find, besides words that the garden has in English alone. */
    private static List<String> found(PackRead read, LocalDate today) {
        return PackCheck.check(read, today).stream()
                .map(Problem::code)
                .filter(code -> !code.endsWith("-translation"))
                .toList();
    }
}
