package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopTest {

    private final TeaTalk talk = new TeaTalk();

    @ParameterizedTest
    @ValueSource(strings = {"stop", "STOP", "/stop", "Stop!", "  stop. ", "¡stop!"})
    void itIsHeardHoweverItIsWrittenAtAnyQuestion(String text) {
        talk.packBecomes(TinyPack.withLetter());
        talk.types("letter");
        assertThat(talk.types(text)).isEqualTo("(stop)");
        assertThat(talk.last().notes()).containsExactly(Turn.Note.STOPPED);
        assertThat(talk.state().asked()).isNull();
    }

    @Test
    void aSentenceWithTheWordIsASentence() {
        talk.packBecomes(TinyPack.withLetter());
        talk.types("letter");
        assertThat(talk.types("STOP this bill!")).startsWith("You wrote: STOP this bill!");
    }

    @Test
    void itIsHeardBeyondTheBudget() {
        talk.opens();
        IntStream.range(0, Engine.TURNS_A_MINUTE + 5).forEach(any -> talk.types("7"));
        assertThat(talk.types("stop")).isEqualTo("(stop)");
    }

    @Test
    void aLinkToItStopsToo() {
        talk.opens();
        assertThat(talk.take(new Event.Opened("stop"))).isEqualTo("(stop)");
        assertThat(talk.last().notes()).containsExactly(Turn.Note.STOPPED);
    }
}
