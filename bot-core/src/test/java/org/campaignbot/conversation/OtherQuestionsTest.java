package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.campaignbot.conversation.Understanding.Clear;
import org.campaignbot.conversation.Understanding.Destination;
import org.campaignbot.conversation.Understanding.Meaning;
import org.campaignbot.flow.Target;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtherQuestionsTest {

    private final TeaTalk talk = new TeaTalk();

    @BeforeEach
    void isAtTheMenu() {
        talk.packBecomes(
                TinyPack.with(TinyPack.flow(
                        "answers",
                        List.of("answers"),
                        TinyPack.saying("caffeine", "A little caffeine.", new Target.Repeat()),
                        TinyPack.saying("cost", "It's free.", new Target.Repeat()),
                        TinyPack.saying("cold", "Hot only.", new Target.Repeat()),
                        TinyPack.saying("cake", "No cake.", new Target.Repeat()))),
                OtherQuestionsTest::understand);
        talk.types("menu");
    }

    /** Anyone thirsty wants tea. "That" stands for caffeine, if for anything. */
    private static Meaning understand(String text, Language language) {
        return text.contains("thirsty")
                ? new Clear(new Destination("tea", null))
                : Stream.of("caffeine", "cost", "cold", "cake", "that")
                        .filter(text::contains)
                        .findFirst()
                        .<Meaning>map(
                                word -> new Clear(new Destination("answers", word.equals("that") ? "caffeine" : word)))
                        .orElse(new Understanding.Nothing());
    }

    @Test
    void whatIsAskedBesideAWishIsAnsweredAboveIt() {
        assertThat(talk.types("im so thirsty. does it have caffeine? how much does it cost"))
                .startsWith("A little caffeine. It's free. Which tea?");
    }

    @Test
    void aQuestionInTheMiddleOfASentenceIsAnsweredToo() {
        assertThat(talk.types("im so thirsty, i asked if it has caffeine")).startsWith("A little caffeine. Which tea?");
    }

    @Test
    void aQuestionBehindAnAnswerIsAnsweredOnce() {
        talk.types("tea");
        assertThat(talk.types("Green tea. does it have caffeine?"))
                .containsOnlyOnce("A little caffeine.")
                .contains("Milk?");
    }

    @Test
    void atMostThreeAreAnswered() {
        assertThat(talk.types("thirsty. is there caffeine? does it cost much? is it cold? do you have cake?"))
                .startsWith("A little caffeine. It's free. Hot only. Which tea?");
    }

    @Test
    void whatOnlyPointsAsksNothing() {
        assertThat(talk.types("im thirsty. is that it?")).startsWith("Which tea?");
    }

    @Test
    void whatTellsSomethingAsksNothing() {
        assertThat(talk.types("im thirsty. caffeine helps me a lot")).startsWith("Which tea?");
    }
}
