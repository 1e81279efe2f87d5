package campaignbot.reception;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.conversation.State;
import campaignbot.conversation.Stimulus;
import campaignbot.conversation.TinyPack;
import campaignbot.delivery.Channel;
import campaignbot.delivery.SendOutcome;
import campaignbot.delivery.Sender;
import campaignbot.memory.MemoryHeldFacts;
import campaignbot.memory.MemoryStore;
import campaignbot.message.Message;
import campaignbot.message.Surface;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person is told after a restart took an answer that was made of their own words. */
class UnsaidMessagesTest {

    private static final ConversationKey ANA =
            new ConversationKey(new Address("paper", "bot", "ana", null), new Person("paper", "ana"));

    private final LosingStore store = new LosingStore();
    private final List<String> said = new ArrayList<>();
    private Instant now = TinyPack.NOON;
    private final Reception reception = reception();
    private final UnsaidMessages unsaid = new UnsaidMessages(store, reception, Language.ENGLISH);

    @Test
    void theWaitingQuestionIsAskedAgainOnce() {
        type("tea");
        store.lost.add(new ConversationStore.Unsaid("paper/bot/1/0", ANA));
        store.lost.add(new ConversationStore.Unsaid("paper/bot/1/1", ANA));
        said.clear();
        assertThat(unsaid.run()).isEqualTo(1);
        assertThat(said).containsExactly("(went-wrong) Which tea?");
        assertThat(unsaid.run()).isZero();
        assertThat(said).hasSize(1);
    }

    @Test
    void whoWasAskedBeforeACrashIsNotAskedOnceMore() {
        type("tea");
        store.lost.add(new ConversationStore.Unsaid("paper/bot/1/0", ANA));
        unsaid.run();
        said.clear();
        store.lost.add(new ConversationStore.Unsaid("paper/bot/1/0", ANA));
        unsaid.run();
        assertThat(said).isEmpty();
        assertThat(store.lost).isEmpty();
    }

    @Test
    void aConversationThatWasForgottenStaysForgotten() {
        type("forget me");
        store.lost.add(new ConversationStore.Unsaid("paper/bot/1/0", ANA));
        said.clear();
        unsaid.run();
        assertThat(said).isEmpty();
        assertThat(store.load(List.of(ANA))).isEmpty();
    }

    @Test
    void askingAgainIsNoSignOfThePerson() {
        type("tea");
        State before = store.state();
        now = now.plus(Duration.ofHours(9));
        store.lost.add(new ConversationStore.Unsaid("paper/bot/1/0", ANA));
        unsaid.run();
        assertThat(store.state().lastTurn()).isEqualTo(before.lastTurn());
        assertThat(store.state().budget()).isEqualTo(before.budget());
    }

    private void type(String text) {
        reception.receive(List.of(new Update(text, ANA, new Event.Typed(text), Language.ENGLISH)));
    }

    private Reception reception() {
        return new Reception(
                () -> TinyPack.engine(TinyPack.pack()),
                "tea 1",
                store,
                new MemoryHeldFacts(() -> now),
                new Sender(store.memory, List.of(new Paper())),
                List.of(),
                () -> now,
                RandomGenerator.of("L64X128MixRandom"),
                new Reception.Journal() {
                    @Override
                    public void turnFailed(State state, Stimulus stimulus, RuntimeException failure) {
                        throw failure;
                    }

                    @Override
                    public void effectFailed(String effect, RuntimeException failure) {
                        throw failure;
                    }
                });
    }

    /** A store that says of some messages that they are lost. */
    private static final class LosingStore implements ConversationStore {
        private final MemoryStore memory = new MemoryStore();
        private final List<Unsaid> lost = new ArrayList<>();

        State state() {
            return load(List.of(ANA)).values().iterator().next().state();
        }

        @Override
        public Map<ConversationKey, Saved> load(Collection<ConversationKey> conversations) {
            return memory.load(conversations);
        }

        @Override
        public List<Verdict> commit(List<Commit> batch) {
            return memory.commit(batch);
        }

        @Override
        public List<PendingEffect> pendingEffects(int most) {
            return memory.pendingEffects(most);
        }

        @Override
        public void settleEffects(List<PendingEffect> effects) {
            memory.settleEffects(effects);
        }

        @Override
        public List<Unsaid> unsaid(int most) {
            return lost.stream().limit(most).toList();
        }

        @Override
        public void settleUnsaid(List<Unsaid> messages) {
            lost.removeAll(messages);
        }
    }

    /** A platform that notes what it is told. */
    private final class Paper implements Channel {
        @Override
        public String name() {
            return "paper";
        }

        @Override
        public Surface surface(Address address) {
            return Surface.TIGHTEST;
        }

        @Override
        public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
            said.add(message.text().visible().replace("\n\n", " "));
            return new SendOutcome.Sent();
        }
    }
}
