package campaignbot.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A cry for help while nothing can be stored. */
class UnstoredHelpTest {

    private static final Person ANA = new Person("paper", "ana");
    private static final ConversationKey ALONE = new ConversationKey(new Address("paper", "bot", "ana", null), ANA);
    private static final ConversationKey IN_CLUB = new ConversationKey(new Address("paper", "bot", "club", null), ANA);

    private final Store store = new Store();
    private final List<String> said = new ArrayList<>();
    private SendOutcome outcome = new SendOutcome.Sent();
    private int helped;
    private final Reception reception = reception();

    @Test
    void theCardLeavesThoughTheCommitFailsAndNothingElseDoes() {
        takes("u1", ALONE, new Event.Typed("tea"));
        said.clear();
        store.isFull = true;
        fails("u2", ALONE, new Event.Typed("1"));
        assertThat(said).isEmpty();
        fails("u3", ALONE, new Event.Typed("fire"));
        assertThat(said).containsExactly("ana: This is help. What now?");
        assertThat(helped).isEqualTo(1);
        store.isFull = false;
        takes("u4", ALONE, new Event.Typed("1"));
        assertThat(said).last().isEqualTo("ana: Milk?");
    }

    @Test
    void theCardLeavesThoughNothingIsKnownOfThePerson() {
        store.isAway = true;
        fails("u1", ALONE, new Event.Typed("fire"));
        assertThat(said).containsExactly("ana: This is help. What now?");
    }

    @Test
    void theSameUpdateBringsItOnceUntilItIsStored() {
        store.isFull = true;
        fails("u1", ALONE, new Event.Typed("fire"));
        fails("u1", ALONE, new Event.Typed("fire"));
        assertThat(said).hasSize(1);
        fails("u2", ALONE, new Event.Typed("fire"));
        assertThat(said).hasSize(2);
        store.isFull = false;
        takes("u1", ALONE, new Event.Typed("fire"));
        assertThat(said).hasSize(3);
    }

    @Test
    void aCardThatThePlatformDidNotTakeYetIsTriedAgainWithTheUpdate() {
        store.isFull = true;
        outcome = new SendOutcome.Wait(Duration.ofSeconds(1), SendOutcome.Scope.CHAT);
        fails("u1", ALONE, new Event.Typed("fire"));
        outcome = new SendOutcome.Sent();
        fails("u1", ALONE, new Event.Typed("fire"));
        assertThat(said).hasSize(2);
    }

    @Test
    void inAGroupTheCardLeavesAsItWouldOtherwise() {
        store.isFull = true;
        fails("u1", IN_CLUB, new Event.Typed("fire"));
        assertThat(said).containsExactlyInAnyOrder("club: This is help. What now?", "ana: This is help. What now?");
    }

    private void takes(String id, ConversationKey conversation, Event event) {
        boolean group = conversation.equals(IN_CLUB);
        Origin origin = new Origin(group, null, null, null, group ? ALONE : null);
        reception.receive(List.of(new Update(id, conversation, event, Language.ENGLISH, origin)));
    }

    private void fails(String id, ConversationKey conversation, Event event) {
        assertThatThrownBy(() -> takes(id, conversation, event)).hasMessage("no room");
    }

    private Reception reception() {
        return new Reception(
                () -> TinyPack.engine(TinyPack.pack()),
                "tea 1",
                store,
                new MemoryHeldFacts(() -> TinyPack.NOON),
                new Sender(store.memory, List.of(new Paper())),
                List.of(),
                () -> TinyPack.NOON,
                RandomGenerator.of("L64X128MixRandom"),
                new Reception.Journal() {
                    @Override
                    public void turnFailed(State state, Stimulus stimulus, RuntimeException failure) {
                        throw failure;
                    }

                    @Override
                    public void helpedUnstored() {
                        helped++;
                    }

                    @Override
                    public void effectFailed(String effect, RuntimeException failure) {
                        throw failure;
                    }
                });
    }

    /** A store whose disk may be full, or that may be away. */
    private static final class Store implements ConversationStore {
        private final MemoryStore memory = new MemoryStore();
        private boolean isFull;
        private boolean isAway;

        @Override
        public Map<ConversationKey, Saved> load(Collection<ConversationKey> conversations) {
            fail(isAway);
            return memory.load(conversations);
        }

        @Override
        public List<Verdict> commit(List<Commit> batch) {
            fail(isFull || isAway);
            return memory.commit(batch);
        }

        private static void fail(boolean doesFail) {
            if (doesFail) {
                throw new IllegalStateException("no room");
            }
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
            return memory.unsaid(most);
        }

        @Override
        public void settleUnsaid(List<Unsaid> messages) {
            memory.settleUnsaid(messages);
        }
    }

    /** A platform on which one can read what was said where. */
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
            said.add(address.chat() + ": " + message.text().visible().replace("\n\n", " "));
            return outcome;
        }
    }
}
