package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.campaignbot.conversation.Event;
import org.campaignbot.message.Choice;
import org.campaignbot.platform.Counts;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.blocks.Buttons;
import org.campaignbot.slack.blocks.PressValue;
import org.junit.jupiter.api.Test;

class SlackButtonsTest {

    private final Counts counts = new Counts(SlackCount.values());

    private JsonArray rows(Choice... choices) {
        JsonArray blocks = new JsonArray();
        new Buttons(counts).addTo(blocks, "", List.of(choices), false);
        return blocks;
    }

    @Test
    void fiveButtonsStandInARow() {
        Choice[] choices = IntStream.range(0, 7)
                .mapToObj(i -> new Choice.Press("Choice", "flow", "step", "a" + i))
                .toArray(Choice[]::new);
        assertThat(rows(choices)).hasSize(2);
        assertThat(rows(choices).get(1).getAsJsonObject().getAsJsonArray("elements"))
                .hasSize(2);
    }

    @Test
    void aButtonCarriesTheNamesOfItsAnswer() {
        assertThat(rows(new Choice.Press("Yes", "call", "ready", "~yes")).toString())
                .contains("\"action_id\":\"press-0\"")
                .contains("\"value\":\"call/ready/~yes\"");
    }

    @Test
    void aPageIsOpenedWhereItIsEncryptedAndElseLeftOut() {
        assertThat(rows(new Choice.Open("Page", URI.create("https://example.org")))
                        .toString())
                .contains("\"action_id\":\"open-0\"")
                .contains("\"url\":\"https://example.org\"");
        assertThat(rows(new Choice.Open("Page", URI.create("http://example.org"))))
                .isEmpty();
        assertThat(counts.of(SlackCount.BUTTON_LEFT_OUT)).isEqualTo(1);
    }

    @Test
    void namesThatWouldNotComeBackMakeNoButton() {
        assertThat(rows(new Choice.Press("Yes", "a/b", "c", "d"))).isEmpty();
        assertThat(rows(new Choice.Press("Yes", "a", "b", "x".repeat(2000)))).isEmpty();
    }

    @Test
    void aValueComesBackAsThePressItWasWrittenOf() {
        assertThat(PressValue.read("call/ready/~yes")).isEqualTo(new Event.Pressed("call", "ready", "~yes"));
    }

    @Test
    void aValueThatNobodyWroteIsAPressOnAButtonThatNobodyKnows() {
        for (String forged : List.of("", "a", "a/b", "a/b/", "/b/c", "a/b/c/d", "x".repeat(5000))) {
            assertThat(PressValue.read(forged)).isEqualTo(PressValue.UNKNOWN);
        }
    }
}
