package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.campaignbot.content.Garden;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseUnderstandingTest {

    private final Understanding understanding =
            new PhraseUnderstanding(Objects.requireNonNull(Garden.read().pack()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The GARDEN burns!!",
                "help, the garden burns and I want to call",
                "¡El huerto arde!",
                "stop the garden burns"
            })
    void anUrgentPhraseCountsWhereverItStands(String text) {
        assertThat(read(text)).isEqualTo(new Understanding.Urgent(new Understanding.Destination("call", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the garden burnsx", "the garden slowly burns", "garden burns"})
    void partOfAnUrgentPhraseDoesNotCount(String text) {
        assertThat(read(text)).isNotInstanceOf(Understanding.Urgent.class);
    }

    @Test
    void aTitleOrHeardWordsInATextMeanTheirFlow() {
        assertThat(read("I'd like to learn about the plan, please")).isEqualTo(clear("learn"));
        assertThat(read("how can I phone the hall today")).isEqualTo(clear("call"));
    }

    @Test
    void theLongerPhraseWins() {
        assertThat(read("phone the hall about the plan")).isEqualTo(clear("call"));
    }

    @Test
    void aSingleWordMeansItsFlowOnlyInAShortText() {
        assertThat(read("I want to call")).isEqualTo(clear("call"));
        assertThat(read("somebody ought to call me back some day")).isEqualTo(new Understanding.Nothing());
    }

    @Test
    void aWordOfRepairInsideATextMeansNothing() {
        assertThat(read("stop the bulldozers")).isEqualTo(new Understanding.Nothing());
    }

    @Test
    void phrasesThatAreAsLongMeanNothing() {
        Phrases phrases = new Phrases();
        phrases.add("red bean", "red");
        phrases.add("wet bean", "wet");

        Phrases.Found found =
                Objects.requireNonNull(phrases.longest(java.util.List.of("red", "bean", "or", "wet", "bean"), 1));
        assertThat(found.ambiguous()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!", "🌻🌻", "\u202e", "what is the weather like in general"})
    void anythingElseMeansNothing(String text) {
        assertThat(read(text)).isEqualTo(new Understanding.Nothing());
    }

    private Understanding.Meaning read(String text) {
        return understanding.read(text, Language.ENGLISH);
    }

    private static Understanding.Meaning clear(String flow) {
        return new Understanding.Clear(new Understanding.Destination(flow, null));
    }
}
