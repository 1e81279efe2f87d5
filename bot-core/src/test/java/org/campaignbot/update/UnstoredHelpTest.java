package org.campaignbot.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.List;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.PaperChannel;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.sending.Sender;
import org.junit.jupiter.api.Test;

/** A cry for help while nothing can be stored. */
class UnstoredHelpTest {

    private final RuntimeException noRoom = new IllegalStateException("no room");
    private static final Person ANA = new Person("paper", "ana");
    private static final ConversationKey ALONE = new ConversationKey(new Address("paper", "bot", "ana", null), ANA);
    private static final ConversationKey IN_CLUB = new ConversationKey(new Address("paper", "bot", "club", null), ANA);

    private final MemoryStore memory = new MemoryStore();
    private final ConversationStore store = mock(ConversationStore.class, delegatesTo(memory));
    private final PaperChannel paper = new PaperChannel();
    private final UpdateJournal journal = mock(UpdateJournal.class, delegatesTo(TinyProcessor.STRICT));
    private final UpdateProcessor updateProcessor =
            TinyProcessor.of(TinyPack.pack(), store, new Sender(memory, List.of(paper)), () -> TinyPack.NOON, journal);

    @Test
    void theCardLeavesThoughTheCommitFailsAndNothingElseDoes() {
        takes("u1", ALONE, new Event.Typed("tea"));
        paper.sent.clear();
        isFull();
        fails("u2", ALONE, new Event.Typed("1"));
        assertThat(paper.sent).isEmpty();
        fails("u3", ALONE, new Event.Typed("fire"));
        assertThat(paper.sent).containsExactly("ana: This is help. What now?");
        verify(journal).helpedUnstored();
        hasRoomAgain();
        takes("u4", ALONE, new Event.Typed("1"));
        assertThat(paper.sent).last().isEqualTo("ana: Milk?");
    }

    @Test
    void theCardLeavesThoughNothingIsKnownOfThePerson() {
        isFull();
        doThrow(noRoom).when(store).load(any());
        fails("u1", ALONE, new Event.Typed("fire"));
        assertThat(paper.sent).containsExactly("ana: This is help. What now?");
    }

    @Test
    void theSameUpdateBringsItOnceUntilItIsStored() {
        isFull();
        fails("u1", ALONE, new Event.Typed("fire"));
        fails("u1", ALONE, new Event.Typed("fire"));
        assertThat(paper.sent).hasSize(1);
        fails("u2", ALONE, new Event.Typed("fire"));
        assertThat(paper.sent).hasSize(2);
        hasRoomAgain();
        takes("u1", ALONE, new Event.Typed("fire"));
        assertThat(paper.sent).hasSize(3);
    }

    @Test
    void aCardThatThePlatformDidNotTakeYetIsTriedAgainWithTheUpdate() {
        isFull();
        paper.answer("ana", new SendOutcome.Wait(Duration.ofSeconds(1), SendOutcome.Scope.CHAT));
        fails("u1", ALONE, new Event.Typed("fire"));
        assertThat(paper.sent).hasSize(1);
        fails("u1", ALONE, new Event.Typed("fire"));
        assertThat(paper.sent).hasSize(2);
    }

    @Test
    void inAGroupTheCardLeavesAsItWouldOtherwise() {
        isFull();
        fails("u1", IN_CLUB, new Event.Typed("fire"));
        assertThat(paper.sent)
                .containsExactlyInAnyOrder("club: This is help. What now?", "ana: This is help. What now?");
    }

    private void isFull() {
        doThrow(noRoom).when(store).commit(any());
    }

    private void hasRoomAgain() {
        doAnswer(delegatesTo(memory)).when(store).commit(any());
    }

    private void takes(String id, ConversationKey conversation, Event event) {
        boolean group = conversation.equals(IN_CLUB);
        Origin origin = new Origin(group, null, null, null, group ? ALONE : null);
        updateProcessor.receive(List.of(new Update(id, conversation, event, Language.ENGLISH, origin)));
    }

    private void fails(String id, ConversationKey conversation, Event event) {
        assertThatThrownBy(() -> takes(id, conversation, event)).hasMessage("no room");
    }
}
