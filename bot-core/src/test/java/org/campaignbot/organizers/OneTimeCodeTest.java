package org.campaignbot.organizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeTest {

    private final OneTimeCode code = OneTimeCode.random(new Random(1));

    @Test
    void itIsReadHoweverItWasTyped() {
        String text = code.text();
        assertThat(text).matches("[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}").doesNotContainPattern("[AEIOUL01]");
        assertThat(OneTimeCode.typed(text)).contains(code);
        assertThat(OneTimeCode.typed("  " + text.toLowerCase(Locale.ROOT) + "\n"))
                .contains(code);
        assertThat(OneTimeCode.typed("/claim " + text)).contains(code);
        assertThat(OneTimeCode.typed("/claim@some_bot " + text.replace("-", " ")))
                .contains(code);
        assertThat(OneTimeCode.typed("/claim " + text.replace("-", ""))).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "what does this",
                "self-help-book",
                "202-224-3121",
                "BCDF-GHJK",
                "BCDFGHJKMNPQ",
                "my code is BCDF-GHJK-MNPQ",
                "/claim",
                "/claim please help"
            })
    void whatPeopleWriteIsNoCode(String text) {
        assertThat(OneTimeCode.typed(text)).isEmpty();
    }

    @Test
    void itNeverTellsItselfToALog() {
        assertThat(code.toString()).doesNotContain(code.text());
        assertThat(code).hasToString("a one-time code");
    }
}
