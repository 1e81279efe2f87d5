package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.campaignbot.message.Choice;
import org.campaignbot.platform.Counts;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

class KeyboardsTest {

    private final Counts counts = new Counts(TelegramCount.values());
    private final Keyboards keyboards = new Keyboards(counts);

    private List<List<String>> labels(List<Choice> choices) {
        return Objects.requireNonNull(keyboards.of(choices, true)).getKeyboard().stream()
                .map(row -> row.stream().map(InlineKeyboardButton::getText).toList())
                .toList();
    }

    private static Choice press(String label) {
        return new Choice.Press(label, "flow", "step", "answer");
    }

    @Test
    void shortLabelsStandTwoInARowAndLongOnesAlone() {
        assertThat(labels(List.of(
                        press("Yes"), press("No"), press("Not sure"), press("I left a message there"), press("Menu"))))
                .containsExactly(
                        List.of("Yes", "No"), List.of("Not sure"), List.of("I left a message there"), List.of("Menu"));
    }

    @Test
    void aHundredButtonsFit() {
        List<Choice> choices =
                IntStream.range(0, Keyboards.MOST).mapToObj(i -> press("n" + i)).toList();
        assertThat(labels(choices))
                .hasSize(50)
                .allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(8));
    }

    @Test
    void aPageIsAButtonThatOpensIt() {
        URI address = URI.create("https://t.me/share/url?url=https%3A%2F%2Fexample.org&text=Read%20this");
        InlineKeyboardButton button = Objects.requireNonNull(
                        keyboards.of(List.of(new Choice.Open("Share", address)), true))
                .getKeyboard()
                .get(0)
                .get(0);
        assertThat(button.getUrl()).isEqualTo(address.toString());
        assertThat(button.getCallbackData()).isNull();
    }

    private InlineKeyboardButton opening(String inside, boolean isPrivate) {
        Choice page = new Choice.Open("Open", URI.create("https://example.org/link"), URI.create(inside));
        return Objects.requireNonNull(keyboards.of(List.of(page), isPrivate))
                .getKeyboard()
                .get(0)
                .get(0);
    }

    @Test
    void aPageThatOpensInsideIsAMiniAppInPrivateOverHttpsAndAnOrdinaryPageElsewhere() {
        InlineKeyboardButton app = opening("https://example.org/app", true);
        assertThat(app.getWebApp().getUrl()).isEqualTo("https://example.org/app");
        assertThat(app.getUrl()).isNull();
        for (InlineKeyboardButton page :
                List.of(opening("https://example.org/app", false), opening("http://127.0.0.1:8080/app", true))) {
            assertThat(page.getUrl()).isEqualTo("https://example.org/link");
            assertThat(page.getWebApp()).isNull();
        }
    }

    @Test
    void aButtonThatTelegramWouldRefuseIsLeftOutAndCounted() {
        assertThat(labels(List.of(
                        new Choice.Open("Call", URI.create("tel:+12022243121")),
                        new Choice.Open("Old", URI.create("http://example.org")),
                        new Choice.Press("Long", "f", "s", "a".repeat(70)),
                        press("Menu"))))
                .containsExactly(List.of("Menu"));
        assertThat(counts.of(TelegramCount.BUTTON_LEFT_OUT)).isEqualTo(3);
    }

    @Test
    void whereNoButtonIsLeftThereIsNoKeyboard() {
        assertThat(keyboards.of(List.of(), true)).isNull();
        assertThat(keyboards.of(List.of(new Choice.Open("Call", URI.create("tel:911"))), true))
                .isNull();
    }

    @Test
    void anEmptyLabelDoesNotTakeTheMessageWithIt() {
        assertThat(labels(List.of(press(" ")))).containsExactly(List.of("…"));
    }
}
