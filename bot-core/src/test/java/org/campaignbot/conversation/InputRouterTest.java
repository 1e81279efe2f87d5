package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InputRouterTest {

    private final TeaTalk talk = new TeaTalk();

    @BeforeEach
    void opens() {
        assertThat(talk.opens()).isEqualTo("What now?");
    }

    @Test
    void aNumberALabelAndAPressMeanTheSame() {
        assertThat(talk.types("1")).isEqualTo("Which tea?");
        assertThat(talk.types("GREEN TEA!")).isEqualTo("Milk?");
        assertThat(talk.presses("tea", "milk", "no")).isEqualTo("Brewing. What now?");
    }

    @Test
    void otherWordsOfAnAnswerMeanItToo() {
        talk.types("tea");
        talk.types("green tea");
        assertThat(talk.types("Milk, please")).startsWith("Brewing.");
    }

    @Test
    void aNumberWithoutAMeaningHereIsNotUnderstood() {
        assertThat(talk.types("7")).isEqualTo("(not-understood) What now?");
        assertThat(talk.last().notes()).containsExactly(Turn.Note.NOT_UNDERSTOOD);
    }

    @Test
    void aQuestionWithoutAnAnswerIsCountedByWhatCameNearestAndNothingOfItIsKept() {
        talk.types("where is the coffee of Ann");
        assertThat(talk.last().effects()).singleElement().satisfies(effect -> {
            assertThat(effect.name()).isEqualTo("unanswered");
            assertThat(effect.arguments()).isEqualTo(Map.of("topic", "tea"));
        });
        talk.types("7");
        assertThat(talk.last().effects()).isEmpty();
    }

    @Test
    void aPressOnAnOldButtonRepeatsTheQuestion() {
        talk.types("1");
        talk.types("1");
        assertThat(talk.presses("tea", "kind", "green")).isEqualTo("(old-button) Milk?");
        assertThat(talk.last().notes()).containsExactly(Turn.Note.OLD_BUTTON);
    }

    @Test
    void aButtonThatOnlyLeadsToAFlowWorksFromAnyOldMessage() {
        talk.types("1");
        talk.types("1");
        assertThat(talk.presses("menu", "menu", "name")).isEqualTo("What is your name?");
        assertThat(talk.last().notes()).isEmpty();
    }

    @Test
    void theSameButtonTwiceIsTakenOnce() {
        talk.presses("menu", "menu", "tea");
        talk.presses("tea", "kind", "green");
        assertThat(talk.presses("tea", "kind", "green")).isEqualTo("(old-button) Milk?");
    }

    @Test
    void theMenuButtonWorksFromAnyOldMessage() {
        talk.types("1");
        assertThat(talk.presses("name", "who", "menu")).isEqualTo("What now?");
    }

    @Test
    void helpInTheMiddleAsksTheQuestionAgain() {
        talk.types("1");
        assertThat(talk.types("help")).isEqualTo("This is help. Which tea?");
        assertThat(talk.types("green tea")).isEqualTo("Milk?");
    }

    @Test
    void backAsksTheQuestionBefore() {
        talk.types("1");
        talk.types("1");
        assertThat(talk.types("back")).isEqualTo("Which tea?");
        assertThat(talk.types("back")).isEqualTo("What now?");
        assertThat(talk.types("back")).isEqualTo("(nothing-before) What now?");
    }

    @Test
    void stopEndsAtOnceAndTheNextWordBeginsAnew() {
        talk.types("1");
        assertThat(talk.types("STOP")).isEqualTo("(stop)");
        assertThat(talk.state().asked()).isNull();
        assertThat(talk.types("hello?")).isEqualTo("What now?");
    }

    @Test
    void stopInASentenceIsASentence() {
        assertThat(talk.types("Stop this bill!")).startsWith("(not-understood)");
    }

    @Test
    void aFreeQuestionLeadsToWhatItMeans() {
        assertThat(talk.types("I am so thirsty")).isEqualTo("Which tea?");
    }

    @Test
    void aQuestionThatMayMeanTwoThingsIsAskedBack() {
        assertThat(talk.types("something white")).isEqualTo("Which one?");
        assertThat(talk.last().notes()).containsExactly(Turn.Note.UNSURE);
        assertThat(talk.last().messages().get(0).choices())
                .extracting(org.campaignbot.message.Choice::label)
                .containsExactly("Milk in it", "A cup", "Main menu");
    }

    @Test
    void whatIsPickedThenIsWhereTheTalkGoes() {
        talk.types("something white");
        assertThat(talk.types("1")).isEqualTo("Milk?");
        talk.types("something white");
        assertThat(talk.types("a cup")).isEqualTo("Which cup?");
        talk.types("something white");
        assertThat(talk.presses("Milk in it")).isEqualTo("Milk?");
        assertThat(talk.last().path()).contains("did-you-mean/which/options");
    }

    @Test
    void whoeverSaysSomethingElseThereIsBackAtTheQuestionBefore() {
        talk.types("1");
        assertThat(talk.types("something white")).isEqualTo("Which one?");
        assertThat(talk.types("qwerty")).isEqualTo("(not-understood) Which tea?");
        talk.types("something white");
        assertThat(talk.types("help")).isEqualTo("This is help. Which tea?");
    }

    @Test
    void emptyAndTooLongTextsGetAKindLine() {
        assertThat(talk.types(" \u0007\u200f ")).isEqualTo("(empty) What now?");
        assertThat(talk.types("x".repeat(10_000))).isEqualTo("(too-long) What now?");
        assertThat(talk.take(new Event.Unreadable())).isEqualTo("(unreadable) What now?");
        assertThat(talk.take(new Event.Located(1, 2))).isEqualTo("(unasked-position) What now?");
    }

    @Test
    void bracesAndMarkupTypedByAPersonAreOnlyCharacters() {
        talk.types("2");
        assertThat(talk.types("A*n*a {shop.phone} [x](https://example.org)"))
                .isEqualTo("Hello A*n*a {shop.phone} [x](https://example.org). What now?");
        assertThat(talk.last().messages().get(0).ownWords()).isTrue();
    }

    @Test
    void optionsOfAListAreTakenByNumberLabelAndPress() {
        talk.types("pick");
        assertThat(talk.types("2")).isEqualTo("What now?");
        talk.types("pick");
        assertThat(talk.types("red cup")).isEqualTo("What now?");
        talk.types("pick");
        assertThat(talk.presses("Blue cup")).isEqualTo("What now?");
        talk.types("pick");
        assertThat(talk.types("3")).isEqualTo("What now?");
        assertThat(talk.last().path()).contains("pick/cup/none");
    }

    @Test
    void theButtonOfAnOptionDoesNotTellWhatItStandsFor() {
        talk.types("pick");
        assertThat(talk.last().messages().get(0).choices())
                .filteredOn(choice -> choice.label().endsWith(" cup"))
                .isNotEmpty()
                .allSatisfy(choice -> assertThat(((org.campaignbot.message.Choice.Press) choice).answer())
                        .matches("=[0-9a-z]{1,6}"));
    }

    @Test
    void whoLeavesIsForgottenAndToldNothing() {
        talk.types("2");
        assertThat(talk.take(new Event.Left())).isEmpty();
        assertThat(talk.last().next().isBlank()).isTrue();
        assertThat(talk.last().effects()).extracting(Effect::name).containsExactly("forget");
    }

    @Test
    void overTheBudgetThereIsOneLineAndThenSilence() {
        for (int turn = 1; turn < Engine.TURNS_A_MINUTE; turn++) {
            talk.types("help");
        }
        assertThat(talk.types("help")).isEqualTo("(too-fast)");
        assertThat(talk.types("help")).isEmpty();
        assertThat(talk.types("fire")).isEqualTo("This is help. What now?");
        talk.passes(Duration.ofMinutes(1));
        assertThat(talk.types("help")).isEqualTo("This is help. What now?");
    }

    @Test
    void deletionIsAnsweredOverTheBudget() {
        usesUpTheBudget();
        assertThat(talk.types("forget me")).isEqualTo("Forgotten.");
        assertThat(talk.last().effects()).extracting(Effect::name).containsExactly("forget");
    }

    @Test
    void theLineThatOffersHelpNeverStandsAloneOverTheBudget() {
        talk.packBecomes(TinyPack.withLetter());
        usesUpTheBudget();
        assertThat(talk.types("smoke")).isEqualTo("(too-fast) (in danger?)");
        assertThat(talk.types("smoke")).isEqualTo("(too-fast) (in danger?)");
        assertThat(talk.types("fire")).startsWith("This is help.");
    }

    private void usesUpTheBudget() {
        for (int turn = 0; turn <= Engine.TURNS_A_MINUTE; turn++) {
            talk.types("help");
        }
        assertThat(talk.types("help")).isEmpty();
    }

    @Test
    void whoComesInPastTheGreetingIsToldOnceWhoIsSpeaking() {
        TeaTalk newcomer = new TeaTalk();
        newcomer.packBecomes(TinyPack.withIntroduction());
        assertThat(newcomer.types("tea")).isEqualTo("(introduction) Which tea?");
        assertThat(newcomer.types("help")).isEqualTo("This is help. Which tea?");
    }

    @Test
    void whoIsGreetedNeedsNoIntroductionAndNeitherDoesAnEmergency() {
        TeaTalk greeted = new TeaTalk();
        greeted.packBecomes(TinyPack.withIntroduction());
        assertThat(greeted.opens()).isEqualTo("What now?");
        TeaTalk inDanger = new TeaTalk();
        inDanger.packBecomes(TinyPack.withIntroduction());
        assertThat(inDanger.types("fire")).doesNotContain("(introduction)");
    }

    @Test
    void aPackThatRunsInACircleFailsInsteadOfHanging() {
        assertThatThrownBy(() -> talk.types("circle")).hasMessageContaining("more than 50 steps");
    }

    @Test
    void wordsThatStartAFlowAreNotTakenForDangerByALikeness() {
        talk.opens();
        assertThat(talk.types("smoked tea")).isEqualTo("Which tea?");
    }

    @Test
    void wordsThatAnAnswerIsHeardByAreNotTakenForDangerByALikeness() {
        talk.types("tea");
        assertThat(talk.types("The smoked one!")).isEqualTo("Milk?");
        assertThat(talk.types("the smoked one")).isEqualTo("This is help. Milk?");
    }
}
