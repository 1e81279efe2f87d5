package org.campaignbot.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.PaperChannel;
import org.campaignbot.sending.Sender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person is told after a restart lost an answer made of their own words. */
class LostMessagesTest {

    private static final ConversationKey ANA =
            new ConversationKey(new Address("paper", "bot", "ana", null), new Person("paper", "ana"));

    private final MemoryStore memory = new MemoryStore();
    private final ConversationStore store = mock(ConversationStore.class, delegatesTo(memory));
    private final List<ConversationStore.Unsaid> lost = new ArrayList<>();
    private final PaperChannel paper = new PaperChannel();
    private Instant now = TinyPack.NOON;
    private final UpdateProcessor updateProcessor =
            TinyProcessor.of(TinyPack.pack(), store, new Sender(memory, List.of(paper)), () -> now);
    private final LostMessages unsaid = new LostMessages(store, updateProcessor, Language.ENGLISH);

    @BeforeEach
    void aStoreTellsWhatWasLost() {
        when(store.unsaid(anyInt())).thenAnswer(call -> List.copyOf(lost));
        doAnswer(call -> lost.removeAll(call.<List<?>>getArgument(0)))
                .when(store)
                .settleUnsaid(any());
    }

    @Test
    void theWaitingQuestionIsAskedAgainOnce() {
        type("tea");
        lost.add(new ConversationStore.Unsaid("paper/bot/1/0", ANA));
        lost.add(new ConversationStore.Unsaid("paper/bot/1/1", ANA));
        paper.sent.clear();
        assertThat(unsaid.run()).isEqualTo(1);
        assertThat(paper.sent).containsExactly("ana: (went-wrong) Which tea?");
        assertThat(unsaid.run()).isZero();
        assertThat(paper.sent).hasSize(1);
    }

    @Test
    void whoWasAskedBeforeACrashIsNotAskedOnceMore() {
        type("tea");
        lost.add(new ConversationStore.Unsaid("paper/bot/1/0", ANA));
        unsaid.run();
        paper.sent.clear();
        lost.add(new ConversationStore.Unsaid("paper/bot/1/0", ANA));
        unsaid.run();
        assertThat(paper.sent).isEmpty();
        assertThat(lost).isEmpty();
    }

    @Test
    void aConversationThatWasForgottenStaysForgotten() {
        type("forget me");
        lost.add(new ConversationStore.Unsaid("paper/bot/1/0", ANA));
        paper.sent.clear();
        unsaid.run();
        assertThat(paper.sent).isEmpty();
        assertThat(store.load(List.of(ANA))).isEmpty();
    }

    @Test
    void askingAgainIsNoSignOfThePerson() {
        type("tea");
        State before = state();
        now = now.plus(Duration.ofHours(9));
        lost.add(new ConversationStore.Unsaid("paper/bot/1/0", ANA));
        unsaid.run();
        assertThat(state().lastTurn()).isEqualTo(before.lastTurn());
        assertThat(state().budget()).isEqualTo(before.budget());
    }

    private void type(String text) {
        updateProcessor.receive(List.of(new Update(text, ANA, new Event.Typed(text), Language.ENGLISH)));
    }

    private State state() {
        return memory.load(List.of(ANA)).values().iterator().next().state();
    }
}
