package org.campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.content.understanding.QuestionUnderstanding;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Words;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

/** Danger words take precedence over answers, so a label that contains one couldn't be typed. */
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
