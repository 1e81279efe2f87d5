package campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.app.installation.Shipped;
import campaignbot.content.understanding.QuestionUnderstanding;
import campaignbot.conversation.Understanding;
import campaignbot.flow.Answer;
import campaignbot.flow.Flow;
import campaignbot.flow.Pack;
import campaignbot.flow.Step;
import campaignbot.flow.Template;
import campaignbot.flow.Words;
import campaignbot.people.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words of danger beat the answers of a question, so a label that has some could not be typed. */
class LabelDangerTest {

    @Test
    void noLabelOfAnAnswerHasWordsOfDanger() {
        Pack pack = Shipped.CAMPAIGN.pack();
        Understanding understanding = new QuestionUnderstanding(Shipped.CAMPAIGN.matcher(), pack);
        List<String> alarming = new ArrayList<>();
        for (Flow flow : pack.flows().values()) {
            for (Step step : flow.steps().values()) {
                List<Answer> answers =
                        step.ask() == null ? List.of() : step.ask().answers();
                for (Answer answer : answers) {
                    String label = label(answer.label().in(Language.ENGLISH));
                    if (understanding.read(label, Language.ENGLISH) instanceof Understanding.Urgent urgent
                            && urgent.sure()) {
                        alarming.add(flow.name() + "/" + step.name() + "/" + answer.name() + ": " + label);
                    }
                }
            }
        }
        assertThat(alarming).isEmpty();
    }

    private static String label(Words words) {
        return words instanceof Words.Said said && !said.template().blocks().isEmpty()
                ? said.template().blocks().get(0).lines().get(0).stream()
                        .map(span -> span instanceof Template.Fixed fixed
                                ? fixed.span().visible()
                                : "")
                        .reduce("", String::concat)
                : "";
    }
}
