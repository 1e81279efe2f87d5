package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.flow.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WritingTest {

    private final TeaTalk talk = new TeaTalk();

    @BeforeEach
    void begins() {
        talk.packBecomes(TinyPack.withLetter());
        talk.opens();
        assertThat(talk.types("letter")).isEqualTo("Write.");
    }

    @Test
    void wordsThatStartAFlowAreAnAnswerToo() {
        assertThat(talk.types("tea")).startsWith("You wrote: tea");
    }

    @Test
    void wordsThatMeanAQuestionElsewhereAreAnAnswer() {
        assertThat(talk.types("I am thirsty")).startsWith("You wrote: I am thirsty");
    }

    @Test
    void theWordsThatHelpNamesAreNoAnswer() {
        assertThat(talk.types("help")).isEqualTo("This is help. Write.");
        assertThat(talk.types("menu")).isEqualTo("What now?");
        talk.types("letter");
        assertThat(talk.types("back")).isEqualTo("What now?");
        talk.types("letter");
        assertThat(talk.types("stop")).isEqualTo("(stop)");
    }

    @Test
    void aLabelOfTheQuestionIsNoAnswerInWords() {
        assertThat(talk.types("skip")).isEqualTo("What now?");
        assertThat(talk.last().path()).contains("letter/write/skip");
    }

    @Test
    void wordsOfDangerBringHelpAndAreSetAside() {
        assertThat(talk.types("There was a fire in my street"))
                .startsWith("This is help.")
                .endsWith("(set aside)");
        assertThat(talk.last().notes()).contains(Turn.Note.URGENT);
        assertThat(talk.state().held().get(RepairFacts.ASIDE))
                .extracting(State.Held::value)
                .isEqualTo(new Value.Text("There was a fire in my street", true));
        assertThat(StateCodec.write(talk.state())).doesNotContain("street");
    }

    @Test
    void afterWordsOfDangerTheNextWordsAreNoAnswer() {
        talk.types("fire");
        assertThat(talk.types("what do I do")).startsWith("(not-understood)");
        assertThat(talk.presses(Repair.SET_ASIDE, "offer", "take")).isEqualTo("Write.");
    }

    @Test
    void wordsThatMaySpeakOfDangerAreTakenAndHelpIsOffered() {
        assertThat(talk.types("There was smoke over the town"))
                .startsWith("You wrote: There was smoke")
                .endsWith("(in danger?)");
    }
}
