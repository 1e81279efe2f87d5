package org.campaignbot.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.message.Choice;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.sending.Sender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class OriginTest {

    private static final ConversationKey ANA =
            new ConversationKey(new Address("paper", "bot", "ana", null), new Person("paper", "ana"));

    private final MemoryStore memory = new MemoryStore();
    private final ConversationStore store = mock(ConversationStore.class, delegatesTo(memory));
    private final UpdateProcessor updateProcessor =
            TinyProcessor.of(teaInOneSlot(), store, new Sender(memory, List.of()), () -> TinyPack.NOON);
    private int updates;

    @Test
    void anAnswerInTheSlotOfThePressedQuestionTakesItsPlace() {
        takes(new Event.Typed("tea"), "typed-1", null);
        takes(press("Green tea"), null, "message-7");
        assertThat(last()).extracting(Outgoing::replaces).isEqualTo("message-7");
    }

    @Test
    void anAnswerOutsideItsSlotComesBelow() {
        takes(new Event.Typed("tea"), "typed-1", null);
        takes(press("Main menu"), null, "message-7");
        assertThat(last()).extracting(Outgoing::replaces).isNull();
    }

    @Test
    void aTypedAnswerReplacesNothing() {
        takes(new Event.Typed("tea"), "typed-1", null);
        takes(new Event.Typed("1"), "typed-2", null);
        assertThat(last()).extracting(Outgoing::replaces).isNull();
    }

    @Test
    void wordsThatToldNoPlaceStayInTheChat() {
        takes(new Event.Typed("tea"), "typed-1", null);
        assertThat(last()).extracting(Outgoing::erases).isNull();
    }

    @Test
    void aChangedMessageCountsWhileItsQuestionWaits() {
        takes(new Event.Typed("tea"), "typed-1", null);
        takes(new Event.Typed("grene tee"), "typed-2", null);
        takes(new Event.Edited("green tea"), "typed-2", null);
        assertThat(asked()).isEqualTo("milk");
    }

    @Test
    void aChangedMessageWhoseQuestionWasAnsweredIsPassedOver() {
        takes(new Event.Typed("tea"), "typed-1", null);
        takes(new Event.Typed("green tea"), "typed-2", null);
        clearInvocations(store);
        takes(new Event.Edited("black tea"), "typed-2", null);
        assertThat(asked()).isEqualTo("milk");
        verify(store, never()).commit(argThat(batch -> !batch.isEmpty()));
    }

    @Test
    void aChangedMessageThatNobodyRemembersIsPassedOver() {
        takes(new Event.Typed("tea"), "typed-1", null);
        takes(new Event.Edited("green tea"), "from-before-the-restart", null);
        assertThat(asked()).isEqualTo("kind");
    }

    /** The last committed message. */
    private Outgoing last() {
        ArgumentCaptor<List<ConversationStore.Commit>> batches = ArgumentCaptor.captor();
        verify(store, atLeastOnce()).commit(batches.capture());
        List<Outgoing> messages = batches.getAllValues().stream()
                .flatMap(List::stream)
                .flatMap(commit -> commit.outgoing().stream().limit(1))
                .toList();
        return messages.get(messages.size() - 1);
    }

    private String asked() {
        State.Asked asked =
                memory.load(List.of(ANA)).values().iterator().next().state().asked();
        return asked == null ? "nothing" : asked.place().step();
    }

    private Event press(String label) {
        Choice.Press button = last().message().choices().stream()
                .filter(choice -> choice.label().equals(label))
                .map(Choice.Press.class::cast)
                .findFirst()
                .orElseThrow();
        return new Event.Pressed(button.flow(), button.step(), button.answer());
    }

    private void takes(Event event, @Nullable String message, @Nullable String pressedOn) {
        updateProcessor.receive(List.of(new Update(
                "update-" + updates++,
                ANA,
                event,
                Language.ENGLISH,
                new Origin(false, null, pressedOn, message, null))));
    }

    /** The tea pack, whose tea questions share a slot. */
    private static Pack teaInOneSlot() {
        Pack pack = TinyPack.pack();
        Flow tea = Objects.requireNonNull(pack.flow("tea"));
        Map<String, Step> steps = new LinkedHashMap<>(tea.steps());
        steps.replaceAll((name, step) -> new Step(
                name,
                step.was(),
                step.run(),
                step.operations(),
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
}
