package org.campaignbot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaysYesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "yep sounds good",
                "yes, thanks",
                "sí, gracias",
                "ya ok",
                "ya sure",
                "ok, that works",
                "of course!",
                "no problem",
                "sip",
                "simón",
                "si dale",
                "dale",
                "claro que sí",
                "sí mijo ahí mero",
                "ok va",
                "así es",
                "cómo no"
            })
    void aYesMayBeSaidInManyWords(String text) {
        assertThat(SaysYes.only(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "ok no",
                "ok wait",
                "yes later",
                "yes but not now",
                "thanks",
                "ok thanks",
                "ok gracias",
                "great, thank you",
                "listo",
                "gracias",
                "ya no",
                "sí pero mañana",
                "si no contestan",
                "ok?",
                "yes I called them"
            })
    void whatTakesItBackOrSaysMoreIsNotOnlyAYes(String text) {
        assertThat(SaysYes.only(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip llevo 6 años aca", "sí ahí vivo mijo", "yep been here ten years"})
    void aYesMayGoOn(String text) {
        assertThat(SaysYes.first(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok cool story",
                "si no contestan qué hago",
                "yes but I moved",
                "yes, when I get home",
                "I said yes"
            })
    void whatObjectsOrBeginsOtherwiseIsNoYes(String text) {
        assertThat(SaysYes.first(text)).isFalse();
    }
}
