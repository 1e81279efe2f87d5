package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReminderTest {

    private final TeaTalk talk = new TeaTalk();

    @Test
    void aReminderNamesItsFlowAndLeadsThere() {
        talk.opens();
        assertThat(talk.take(new Event.Due("tea"))).isEqualTo("Remember tea?");
        assertThat(talk.presses("reminder", "remind", "go")).isEqualTo("Which tea?");
    }

    @Test
    void settingAReminderKeepsTheLanguageThatIsSpokenIn() {
        talk.opens();
        assertThat(talk.state().saved()).isEmpty();
        talk.types("alarm");
        assertThat(talk.state().saved()).isEqualTo(Map.of(FactBook.LANGUAGE, "en"));
    }

    @Test
    void aLanguageThatWasChosenOutlivesAReminder() {
        talk.opens();
        talk.saves(FactBook.LANGUAGE, "fr");
        talk.types("alarm");
        assertThat(talk.state().saved()).isEqualTo(Map.of(FactBook.LANGUAGE, "fr"));
    }

    @Test
    void theQuestionItInterruptedGoesOnAfterwards() {
        talk.types("tea");
        talk.types("1");
        talk.take(new Event.Due("name"));
        assertThat(talk.types("never")).isEqualTo("Milk?");
    }

    @Test
    void nobodyIsRemindedWhoNeverWroteOrWasForgotten() {
        assertThat(talk.take(new Event.Due("tea"))).isEmpty();
        talk.opens();
        talk.types("forget me");
        assertThat(talk.take(new Event.Due("tea"))).isEmpty();
        assertThat(talk.last().notes()).containsExactly(Turn.Note.NOT_REMINDED);
        assertThat(talk.state().isBlank()).isTrue();
    }

    @Test
    void nobodyIsRemindedWhoSaidStop() {
        talk.opens();
        talk.types("stop");
        assertThat(talk.take(new Event.Due("tea"))).isEmpty();
    }

    @Test
    void aFlowThatIsGoneIsNotRemindedOf() {
        talk.opens();
        assertThat(talk.take(new Event.Due("coffee"))).isEmpty();
        assertThat(talk.types("1")).isEqualTo("Which tea?");
    }

    @Test
    void aFlowThatGoesWhileItsReminderIsOnTheScreenLeadsToTheMenu() {
        talk.opens();
        talk.take(new Event.Due("tea"));
        talk.saves(RepairFacts.DUE, "coffee");
        assertThat(talk.types("go")).isEqualTo("What now?");
    }

    @Test
    void aReminderIsNoSignOfThePerson() {
        talk.opens();
        Instant wrote = talk.state().lastTurn();
        Budget budget = talk.state().budget();
        talk.passes(Duration.ofHours(3));
        talk.take(new Event.Due("tea"));
        assertThat(talk.state().lastTurn()).isEqualTo(wrote);
        assertThat(talk.state().budget()).isEqualTo(budget);
        assertThat(talk.state().saved()).isEqualTo(Map.of(RepairFacts.DUE, "tea"));
    }

    @Test
    void aReminderComesThroughAUsedUpBudget() {
        talk.opens();
        for (int i = 0; i < Engine.TURNS_A_MINUTE + 2; i++) {
            talk.types("menu");
        }
        assertThat(talk.take(new Event.Due("tea"))).isEqualTo("Remember tea?");
    }
}
