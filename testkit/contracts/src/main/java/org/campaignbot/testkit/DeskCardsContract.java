package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.alert.Alert;
import org.campaignbot.alert.desk.DeskCard;
import org.campaignbot.alert.desk.DeskCards;
import org.campaignbot.conversation.ConversationKey;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link DeskCards}. */
public abstract class DeskCardsContract {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");
    private static final ConversationKey BEN = Fixtures.conversationOf("ben");

    /** A store without desk messages. */
    protected abstract DeskCards empty();

    /** A message in which an organizer follows an alert, as first stored. */
    public static DeskCard card(String id, ConversationKey chat) {
        return new DeskCard(
                id, "k3x9", chat, Alert.Stage.SENDING, null, "sending 1 2", null, Fixtures.NOON.plusMillis(7), 0);
    }

    @Test
    void whatIsKeptIsFoundAgainUnderTheNextVersion() {
        DeskCards cards = empty();
        assertThat(cards.save(card("one", ANA))).isTrue();
        assertThat(cards.find("one")).contains(card("one", ANA).version(1));
        assertThat(cards.find("two")).isEmpty();
        DeskCard edited = new DeskCard(
                "one", "k3x9", ANA, Alert.Stage.CANARY, "m7", "sending 2 1", "edit", Fixtures.NOON.plusSeconds(5), 1);
        assertThat(cards.save(edited)).isTrue();
        assertThat(cards.all()).containsExactly(edited.version(2));
    }

    @Test
    void ofTwoWhoChangeOneAtOnceTheSecondKeepsNothing() {
        DeskCards cards = empty();
        cards.save(card("one", ANA));
        assertThat(cards.save(card("one", ANA))).isFalse();
        assertThat(cards.save(card("one", ANA).version(1))).isTrue();
        assertThat(cards.save(card("one", ANA).version(1))).isFalse();
        assertThat(cards.save(card("two", ANA).version(1))).isFalse();
    }

    @Test
    void whatIsDroppedIsGoneAndMayBeKeptAnew() {
        DeskCards cards = empty();
        cards.save(card("one", ANA));
        cards.drop("one");
        cards.drop("one");
        assertThat(cards.all()).isEmpty();
        assertThat(cards.save(card("one", ANA).version(1))).isFalse();
        assertThat(cards.save(card("one", ANA))).isTrue();
    }

    @Test
    void aForgottenChatFollowsNothing() {
        DeskCards cards = empty();
        cards.save(card("one", ANA));
        cards.save(card("two", ANA));
        cards.save(card("three", BEN));
        cards.forget(ANA);
        assertThat(cards.all()).extracting(DeskCard::id).containsExactly("three");
    }
}
