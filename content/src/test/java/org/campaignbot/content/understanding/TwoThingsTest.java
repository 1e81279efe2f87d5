package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.campaignbot.content.ShippedCampaign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoThingsTest {

    private static final Destinations DESTINATIONS =
            new Destinations(ShippedQuestions.MATCHER.questions().answers(), ShippedCampaign.PACK);

    private static final QuestionMatcher.Around AT_A_CALL =
            new QuestionMatcher.Around(DESTINATIONS.leadingInto("call"), Set.of());

    private final TwoThings twoThings = new TwoThings(ShippedQuestions.MATCHER, DESTINATIONS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "can they see my number and do i have to be a citizen to call | q-number-shown | q-citizen",
                "left a message for cantwell do i have to call the other one too | told-voicemail | q-both",
                "le tengo q dar mi nombre y cuanto dura la llamada | q-name | q-long",
                "le dejé recado a scott, y me van a llamar después? | told-voicemail | q-callback",
                "ill try murrays seattle office tmrw whats that number | told-not-yet | q-repeat-number"
            })
    void eachHalfOfAMessageIsHeard(String text, String first, String second) {
        assertThat(heard(text)).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how much is it, like in total, billions or trillions",
                "should I say my cousin's name when I call",
                "if they ask me stuff what do i say",
                "he said they are against it",
                "ok called the first one, the lady said shed pass it on. is that it?",
                "no"
            })
    void whatIsOneThingIsNotCutInTwo(String text) {
        assertThat(heard(text)).isEmpty();
    }

    @Test
    void aLongPastedTextIsNotCutAtEachOfItsWords() {
        assertThat(heard("left a message for cantwell do i have to call the other one too " + "and so on ".repeat(20)))
                .isEmpty();
    }

    private List<String> heard(String text) {
        return twoThings
                .in(text, AT_A_CALL)
                .map(found -> List.of(
                        found.first().meaning().answer(),
                        found.second().meaning().answer()))
                .orElse(List.of());
    }
}
