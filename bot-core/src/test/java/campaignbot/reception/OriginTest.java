package campaignbot.reception;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.conversation.State;
import campaignbot.conversation.Stimulus;
import campaignbot.conversation.TinyPack;
import campaignbot.delivery.Outgoing;
import campaignbot.delivery.Sender;
import campaignbot.flow.Flow;
import campaignbot.flow.Pack;
import campaignbot.flow.Step;
import campaignbot.memory.MemoryHeldFacts;
import campaignbot.memory.MemoryStore;
import campaignbot.message.Choice;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.people.Person;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OriginTest {

    private static final ConversationKey ANA =
            new ConversationKey(new Address("paper", "bot", "ana", null), new Person("paper", "ana"));

    private final RecordingStore store = new RecordingStore();
    private final Reception reception = reception();
    private int updates;

    @Test
    void anAnswerInTheSlotOfThePressedQuestionTakesItsPlace() {
        takes(new Event.Typed("tea"), "typed-1", null);
        takes(press("Green tea"), null, "message-7");
        assertThat(store.last()).extracting(Outgoing::replaces).isEqualTo("message-7");
    }

    @Test
    void anAnswerOutsideItsSlotComesBelow() {
        takes(new Event.Typed("tea"), "typed-1", null);
        takes(press("Main menu"), null, "message-7");
        assertThat(store.last()).extracting(Outgoing::replaces).isNull();
    }

    @Test
    void aTypedAnswerReplacesNothing() {
        takes(new Event.Typed("tea"), "typed-1", null);
        takes(new Event.Typed("1"), "typed-2", null);
        assertThat(store.last()).extracting(Outgoing::replaces).isNull();
    }

    @Test
    void wordsThatToldNoPlaceStayInTheChat() {
        takes(new Event.Typed("tea"), "typed-1", null);
        assertThat(store.last()).extracting(Outgoing::erases).isNull();
    }

    @Test
    void aChangedMessageCountsWhileItsQuestionWaits() {
        takes(new Event.Typed("tea"), "typed-1", null);
        takes(new Event.Typed("grene tee"), "typed-2", null);
        takes(new Event.Edited("green tea"), "typed-2", null);
        assertThat(store.asked()).isEqualTo("milk");
    }

    @Test
    void aChangedMessageWhoseQuestionWasAnsweredIsPassedOver() {
        takes(new Event.Typed("tea"), "typed-1", null);
        takes(new Event.Typed("green tea"), "typed-2", null);
        int before = store.commits;
        takes(new Event.Edited("black tea"), "typed-2", null);
        assertThat(store.asked()).isEqualTo("milk");
        assertThat(store.commits).isEqualTo(before);
    }

    @Test
    void aChangedMessageThatNobodyRemembersIsPassedOver() {
        takes(new Event.Typed("tea"), "typed-1", null);
        takes(new Event.Edited("green tea"), "from-before-the-restart", null);
        assertThat(store.asked()).isEqualTo("kind");
    }

    private Event press(String label) {
        Choice.Press button = store.last().message().choices().stream()
                .filter(choice -> choice.label().equals(label))
                .map(Choice.Press.class::cast)
                .findFirst()
                .orElseThrow();
        return new Event.Pressed(button.flow(), button.step(), button.answer());
    }

    private void takes(Event event, @Nullable String message, @Nullable String pressedOn) {
        reception.receive(List.of(new Update(
                "update-" + updates++,
                ANA,
                event,
                Language.ENGLISH,
                new Origin(false, null, pressedOn, message, null))));
    }

    private Reception reception() {
        Pack pack = teaInOneSlot();
        return new Reception(
                () -> TinyPack.engine(pack),
                "tea 1",
                store,
                new MemoryHeldFacts(() -> TinyPack.NOON),
                new Sender(store.memory, List.of()),
                List.of(),
                () -> TinyPack.NOON,
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

    /** The tea pack, whose questions on tea share a slot. */
    private static Pack teaInOneSlot() {
        Pack pack = TinyPack.pack();
        Flow tea = Objects.requireNonNull(pack.flow("tea"));
        Map<String, Step> steps = new LinkedHashMap<>(tea.steps());
        steps.replaceAll((name, step) -> new Step(
                name,
                step.was(),
                step.run(),
                step.deeds(),
                step.say(),
                step.ask(),
                step.visit(),
                step.then(),
                step.visibility(),
                "tea"));
        Map<String, Flow> flows = new LinkedHashMap<>(pack.flows());
        flows.put("tea", tea.with(steps, tea.retired()));
        return pack.withFlows(pack.revision(), flows);
    }

    /** A store that shows what was committed to it. */
    private static final class RecordingStore implements ConversationStore {
        private final MemoryStore memory = new MemoryStore();
        private @Nullable Outgoing last;
        private int commits;

        Outgoing last() {
            return Objects.requireNonNull(last);
        }

        String asked() {
            State.Asked asked =
                    load(List.of(ANA)).values().iterator().next().state().asked();
            return asked == null ? "nothing" : asked.place().step();
        }

        @Override
        public Map<ConversationKey, Saved> load(Collection<ConversationKey> conversations) {
            return memory.load(conversations);
        }

        @Override
        public List<Verdict> commit(List<Commit> batch) {
            for (Commit commit : batch) {
                commits++;
                last = commit.outgoing().isEmpty() ? last : commit.outgoing().get(0);
            }
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
            return memory.unsaid(most);
        }

        @Override
        public void settleUnsaid(List<Unsaid> messages) {
            memory.settleUnsaid(messages);
        }
    }
}
