package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.campaignbot.conversation.Event;
import org.campaignbot.message.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackDataTest {

    private static Choice.Press press(String flow, String step, String answer) {
        return new Choice.Press("A label", flow, step, answer);
    }

    @Test
    void aButtonCarriesNamesAndTheyComeBack() {
        String data = Keyboards.CallbackData.write(press("call", "outcome", "left_a-message"));
        assertThat(data).isEqualTo("call/outcome/left_a-message");
        assertThat(Keyboards.CallbackData.read("call/outcome/left_a-message"))
                .isEqualTo(new Event.Pressed("call", "outcome", "left_a-message"));
    }

    @Test
    void anOptionOfAListCarriesItsMark() {
        assertThat(Keyboards.CallbackData.write(press("home", "which", "=1a2b3c")))
                .isEqualTo("home/which/=1a2b3c");
        assertThat(Keyboards.CallbackData.read("home/which/=1a2b3c"))
                .isEqualTo(new Event.Pressed("home", "which", "=1a2b3c"));
    }

    @Test
    void anAnswerInASlotCarriesItsMark() {
        assertThat(Keyboards.CallbackData.write(press("menu", "menu", "~learn")))
                .isEqualTo("menu/menu/~learn");
        assertThat(Keyboards.CallbackData.read("home/which/~=1a2b3c"))
                .isEqualTo(new Event.Pressed("home", "which", "~=1a2b3c"));
    }

    @Test
    void sixtyFourBytesFitAndOneMoreDoesNot() {
        assertThat(Keyboards.CallbackData.write(press("f", "s", "a".repeat(60))))
                .hasSize(64);
        assertThat(Keyboards.CallbackData.write(press("f", "s", "a".repeat(61))))
                .isNull();
    }

    @Test
    void namesThatWouldNotComeBackMakeNoButton() {
        assertThat(Keyboards.CallbackData.write(press("a/b", "s", "x"))).isNull();
        assertThat(Keyboards.CallbackData.write(press("f", "s", "é"))).isNull();
        assertThat(Keyboards.CallbackData.write(press("f", "", "x"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "a/b",
                "a/b/",
                "a/b/c/d",
                "2/b/c",
                "~2/b/c",
                "a/b/c\n",
                "a/b/<script>",
                "../../etc",
                "A/b/c",
                "a b/c/d",
                "null"
            })
    void whatIsGarbledOrOfALaterVersionIsAPressOnAnUnknownButton(String data) {
        assertThat(Keyboards.CallbackData.read(data)).isEqualTo(Keyboards.CallbackData.UNKNOWN);
    }

    @Property
    void anyDataIsReadWithoutAnException(@ForAll String data) {
        Event.Pressed pressed = Keyboards.CallbackData.read(data);
        assertThat(pressed.equals(Keyboards.CallbackData.UNKNOWN)
                        || data.equals(pressed.flow() + "/" + pressed.step() + "/" + pressed.answer()))
                .isTrue();
    }
}
