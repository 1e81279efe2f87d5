package org.campaignbot.content.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.campaignbot.content.ShippedCampaign;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Step;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TranscriptTest {

    /** What people do, by which the chats are filed. */
    private static final Set<String> BEHAVIORS = Set.of(
            "happy-path",
            "changes-mind",
            "corrects",
            "digresses",
            "ambiguous",
            "hostile",
            "returns-later",
            "content-changed");

    private static final int LEAST_OF_ALL = 80;

    @TestFactory
    Stream<DynamicTest> everyChatComesOutAsWritten() {
        return ShippedChats.ALL.stream()
                .map(each -> DynamicTest.dynamicTest(each.file(), () -> {
                    TranscriptRun run = ShippedChats.run(each);
                    assertThat(run.troubles()).isEmpty();
                    assertThat(String.join("\n", run.differences())).isEmpty();
                }));
    }

    /** Only a flood may go by in silence; floods are among the hostile chats. */
    @Test
    void nobodyIsLeftWithoutAnAnswer() {
        assertThat(ShippedChats.ALL)
                .filteredOn(each -> !behavior(each).equals("hostile"))
                .allSatisfy(each -> assertThat(each.exchanges())
                        .filteredOn(Transcript.Exchange::isTurn)
                        .allSatisfy(turn -> assertThat(turn.answer())
                                .as("%s:%d %s", each.file(), turn.line(), turn.happening())
                                .isNotEmpty()));
    }

    @Test
    void everyAnswerOfEveryFlowIsUsedBySomeChat() {
        Set<String> unused = answers();
        ShippedChats.ALL.forEach(each -> unused.removeAll(ShippedChats.run(each).paths()));
        assertThat(unused).isEmpty();
    }

    @Test
    void everyStepIsPassedBySomeChat() {
        Set<String> unseen = new TreeSet<>();
        for (Flow flow : ShippedCampaign.PACK.flows().values()) {
            flow.steps().keySet().forEach(step -> unseen.add(flow.name() + "/" + step));
        }
        ShippedChats.ALL.forEach(each -> unseen.removeAll(ShippedChats.run(each).paths()));
        // No turn of the shipped campaign fails.
        assertThat(unseen).containsExactly("went-wrong/tell");
    }

    @Test
    void theChatsAreManyShortStoriesOfEveryBehaviour() {
        assertThat(ShippedChats.ALL).hasSizeGreaterThanOrEqualTo(LEAST_OF_ALL);
        assertThat(ShippedChats.ALL)
                .allSatisfy(each ->
                        assertThat(each.turns()).as(each.file()).isBetween(1L, (long) TranscriptRunner.MOST_TURNS));
        for (String language : List.of("en", "es")) {
            assertThat(ShippedChats.ALL)
                    .as(language)
                    .filteredOn(each -> language.equals(each.head().get("lang")))
                    .extracting(TranscriptTest::behavior)
                    .containsAll(BEHAVIORS);
        }
        assertThat(ShippedChats.ALL).extracting(TranscriptTest::behavior).hasSameElementsAs(BEHAVIORS);
    }

    private static String behavior(Transcript transcript) {
        return ShippedCampaign.FOLDER
                .resolve("chats")
                .relativize(Path.of(transcript.file()))
                .getName(0)
                .toString();
    }

    /** Each answer, and the options of each question that has some, as a run names them. */
    private static Set<String> answers() {
        Set<String> answers = new TreeSet<>();
        for (Flow flow : ShippedCampaign.PACK.flows().values()) {
            for (Step step : flow.steps().values()) {
                Ask ask = step.ask();
                if (ask != null) {
                    String place = flow.name() + "/" + step.name() + "/";
                    ask.answers().stream().map(Answer::name).forEach(answer -> answers.add(place + answer));
                    if (ask.options() != null) {
                        answers.add(place + "options");
                    }
                }
            }
        }
        return answers;
    }
}
