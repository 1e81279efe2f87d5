package org.campaignbot.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenLettersTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x061C, 0x200B,
                0x200C, 0x200D, 0x2060, 0x2061, 0xFEFF, 0x00AD, 0x180E, 0x034F, 0x3164, 0x115F, 0xE0061, 0xE0001,
                0xE0100, 0xFFF9
            })
    void whatNobodySeesIsFoundWhereItStands(int letter) {
        assertThat(HiddenLetters.first("call " + Character.toString(letter) + "now"))
                .hasValue(5);
        assertThat(HiddenLetters.first("a" + Character.toString(letter) + "b")).hasValue(1);
        assertThat(HiddenLetters.name("a" + Character.toString(letter), 1)).isEqualTo(String.format("U+%04X", letter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call your senators — today… “now” ¡ya! 9–5 ET",
                "\uD83D\uDC69\u200D\uD83D\uDC67 family",
                "\uD83D\uDC69\uD83C\uDFFD\u200D\u2695\uFE0F doctor",
                "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
                "\u2764\uFE0F and 1\uFE0F\u20E3",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F flag",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u0915\u094D\u200D\u0937",
            })
    void whatBelongsToEmojiAndToSpellingIsLeftAlone(String text) {
        assertThat(HiddenLetters.first(text)).isEmpty();
    }
}
