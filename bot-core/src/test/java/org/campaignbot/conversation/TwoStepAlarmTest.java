package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.message.Choice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoStepAlarmTest {

    private final TeaTalk talk = new TeaTalk();

    @BeforeEach
    void begins() {
        talk.packBecomes(TinyPack.withLetter());
        talk.opens();
        talk.types("menu");
    }

    @Test
    void wordsThatMayMeanDangerKeepTheQuestionAndOfferHelpBelowIt() {
        assertThat(talk.types("smoke")).isEqualTo("(not-understood) What now? (in danger?)");
        assertThat(talk.last().notes()).contains(Turn.Note.HELP_OFFERED).doesNotContain(Turn.Note.URGENT);
        assertThat(talk.types("tea")).isEqualTo("Which tea?");
    }

    @Test
    void theOrdinaryMeaningIsAnsweredAboveTheOffer() {
        assertThat(talk.types("thirsty from all this smoke")).isEqualTo("Which tea? (in danger?)");
    }

    @Test
    void aTapOnTheOfferBringsHelp() {
        talk.types("smoke");
        assertThat(talk.presses(Repair.IN_DANGER)).startsWith("This is help.");
    }

    @Test
    void theOfferStillWorksWhenTheTalkHasMovedOn() {
        talk.types("smoke");
        Choice offer = talk.last().messages().get(0).choices().stream()
                .reduce((one, other) -> other)
                .orElseThrow();
        talk.types("tea");
        talk.types("green");
        assertThat(talk.presses(
                        ((Choice.Press) offer).flow(), ((Choice.Press) offer).step(), ((Choice.Press) offer).answer()))
                .startsWith("This is help.");
    }

    @Test
    void whatTheBotWaitsForIsNoAlarm() {
        talk.types("tea");
        assertThat(talk.types("the smoked one")).isEqualTo("Milk?");
        talk.types("menu");
        assertThat(talk.types("smoked tea")).isEqualTo("Which tea?");
    }

    @Test
    void beyondTheBudgetTheOfferStandsBelowTheReason() {
        String said = "";
        for (int i = 0; i < Engine.TURNS_A_MINUTE + 5; i++) {
            said = talk.types("smoke");
        }
        assertThat(said).isEqualTo("(too-fast) (in danger?)");
    }

    @Test
    void aPersonWhoIsNotAnsweredGetsTheOfferAlone() {
        State before = talk.state();
        talk.types("thirsty from all this smoke");
        Turn alone = talk.last().helpAlone(before);
        assertThat(alone.messages()).singleElement().satisfies(message -> {
            assertThat(message.text().visible()).isEqualTo("(in danger?)");
            assertThat(message.choices()).extracting(Choice::label).containsExactly(Repair.IN_DANGER);
        });
        assertThat(alone.next()).isEqualTo(before);
        assertThat(alone.effects()).isEmpty();
    }

    @Test
    void theOfferStaysInAGroupThoughTheAnswerDoesNot() {
        talk.types("letter");
        talk.isHeldInAGroup("https://example.org/");
        assertThat(talk.types("There was smoke over the town")).endsWith("(in danger?)");
    }

    @Test
    void aSureCryShowsTheHelpWithAWayBackToTheQuestion() {
        talk.types("tea");
        talk.packBecomes(TinyPack.withStayingHelp());
        assertThat(talk.types("fire")).isEqualTo("This is help.");
        assertThat(talk.last().notes()).contains(Turn.Note.URGENT);
        assertThat(talk.presses(Repair.WHERE_WE_WERE)).isEqualTo("Which tea?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "where-we-were"})
    void aNumberBelowTheHelpNeverAnswersTheQuestionItHides(String typed) {
        talk.types("tea");
        talk.packBecomes(TinyPack.withStayingHelp());
        talk.types("fire");
        assertThat(talk.types(typed)).isEqualTo("Which tea?");
        assertThat(talk.last().path()).noneMatch(place -> place.split("/").length > 2);
    }

    @Test
    void aFirstCryHasNoQuestionToGoBackTo() {
        TeaTalk first = new TeaTalk();
        first.packBecomes(TinyPack.withStayingHelp());
        assertThat(first.types("fire")).isEqualTo("This is help.");
        assertThat(first.last().messages().get(0).choices()).isEmpty();
    }

    @Test
    void aPackWithoutTheOfferShowsTheHelpItself() {
        talk.packBecomes(TinyPack.pack());
        assertThat(talk.types("smoke")).startsWith("This is help.");
        assertThat(talk.last().notes()).contains(Turn.Note.URGENT);
    }
}
