package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.campaignbot.alert.desk.DeskChats;
import org.campaignbot.conversation.ConversationKey;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link DeskChats}. */
public abstract class DeskChatsContract {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");
    private static final ConversationKey BEN = Fixtures.conversationOf("ben");

    /** A store without chats. */
    protected abstract DeskChats empty();

    @Test
    void anOrganizerIsFoundInEachChatOfTheirs() {
        DeskChats chats = empty();
        chats.note("o1", ANA);
        chats.note("o1", BEN);
        chats.note("o1", BEN);
        assertThat(chats.of("o1")).containsExactlyInAnyOrder(ANA, BEN);
        assertThat(chats.of("o2")).isEmpty();
    }

    @Test
    void aChatIsTheDeskOfWhoeverCameLast() {
        DeskChats chats = empty();
        chats.note("o1", ANA);
        chats.note("o2", ANA);
        assertThat(chats.of("o1")).isEmpty();
        assertThat(chats.of("o2")).containsExactly(ANA);
    }

    @Test
    void alarmsAreWantedByWhoeverChoseThemAndUntilTheyChooseOtherwise() {
        DeskChats chats = empty();
        chats.setAlarms("o1", true);
        chats.note("o1", ANA);
        chats.note("o2", BEN);
        assertThat(chats.wantsAlarms("o1")).isFalse();
        chats.setAlarms("o1", true);
        chats.note("o1", ANA);
        assertThat(chats.wantsAlarms("o1")).isTrue();
        assertThat(chats.wantsAlarms("o2")).isFalse();
        chats.setAlarms("o1", false);
        assertThat(chats.wantsAlarms("o1")).isFalse();
    }

    @Test
    void whoeverComesToAChatAfterAnotherDoesNotTakeOverTheirAlarms() {
        DeskChats chats = empty();
        chats.note("o1", ANA);
        chats.setAlarms("o1", true);
        chats.note("o2", ANA);
        assertThat(chats.wantsAlarms("o1")).isFalse();
        assertThat(chats.wantsAlarms("o2")).isFalse();
    }

    @Test
    void alarmsEndWithTheChat() {
        DeskChats chats = empty();
        chats.note("o1", ANA);
        chats.setAlarms("o1", true);
        chats.forget(ANA);
        assertThat(chats.wantsAlarms("o1")).isFalse();
    }

    @Test
    void aChatIsInTheTestGroupOnceItsOrganizerJoinsThere() {
        DeskChats chats = empty();
        chats.note("o1", ANA);
        chats.note("o1", BEN);
        chats.setTests("o2", ANA, true);
        assertThat(chats.testGroup()).isEmpty();
        chats.setTests("o1", ANA, true);
        chats.note("o1", ANA);
        chats.setAlarms("o1", true);
        assertThat(chats.testGroup()).isEqualTo(Map.of("o1", List.of(ANA)));
        assertThat(chats.wantsAlarms("o1")).isTrue();
    }

    @Test
    void whoeverLeavesTheTestGroupLeavesItInEachChatOfTheirs() {
        DeskChats chats = empty();
        chats.note("o1", ANA);
        chats.note("o1", BEN);
        chats.setTests("o1", ANA, true);
        chats.setTests("o1", BEN, true);
        assertThat(chats.testGroup().get("o1")).containsExactlyInAnyOrder(ANA, BEN);
        chats.setTests("o1", BEN, false);
        assertThat(chats.testGroup()).isEmpty();
    }

    @Test
    void theTestGroupLosesAChatWithItsOrganizerOrItsRow() {
        DeskChats chats = empty();
        chats.note("o1", ANA);
        chats.note("o2", BEN);
        chats.setTests("o1", ANA, true);
        chats.setTests("o2", BEN, true);
        chats.note("o3", ANA);
        chats.forget(BEN);
        assertThat(chats.testGroup()).isEmpty();
    }

    @Test
    void aForgottenChatIsNobodysDesk() {
        DeskChats chats = empty();
        chats.note("o1", ANA);
        chats.note("o1", BEN);
        chats.forget(ANA);
        chats.forget(ANA);
        assertThat(chats.of("o1")).containsExactly(BEN);
    }
}
