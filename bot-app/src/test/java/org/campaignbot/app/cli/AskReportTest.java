package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.app.config.Shipped;
import org.campaignbot.content.understanding.Matched;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

class AskReportTest {

    private final AskCommand.AskReport report = new AskCommand.AskReport(Shipped.CAMPAIGN.matcher());

    @Test
    void aQuestionBecomesAnObjectWithItsAnswer() {
        assertThat(report.json("what exactly is a port of entry", Language.ENGLISH))
                .startsWith(
                        "{\"question\":\"what exactly is a port of entry\",\"lang\":\"en\",\"answer\":\"ports-of-entry\","
                                + "\"offered\":[\"ports-of-entry\"],\"confidence\":0.")
                .endsWith("}");
    }

    @Test
    void aLineMayNameItsLanguage() {
        assertThat(report.jsonOfLine("es\tse llevaron a mi papá", Language.ENGLISH))
                .contains("\"question\":\"se llevaron a mi papá\",\"lang\":\"es\",\"answer\":\"urgent-help\"");
        assertThat(report.jsonOfLine("A\tB", Language.ENGLISH)).contains("\"question\":\"A\\tB\",\"lang\":\"en\"");
    }

    @Test
    void everyAnswerLeadsSomewhereInTheShippedPack() {
        Understanding understanding = Shipped.CAMPAIGN.understanding();

        assertThat(understanding.read("what is a port of entry", Language.ENGLISH))
                .isInstanceOf(Understanding.Clear.class);
        assertThat(understanding.read("they took my dad", Language.ENGLISH))
                .isEqualTo(new Understanding.Urgent(new Understanding.Destination("urgent-help", "taken")));
    }

    @Test
    void forAPersonItIsALine() {
        assertThat(report.line("how do I boil potatoes")).startsWith("chat-off-topic (");
        assertThat(report.line("shoes and apples")).startsWith("nothing of this campaign");
        assertThat(Shipped.CAMPAIGN.matcher().match("").answer()).isEqualTo(Matched.NONE);
    }
}
