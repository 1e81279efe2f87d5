package org.campaignbot.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.memory.MemoryHeldFacts;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.PaperChannel;
import org.campaignbot.sending.Sender;
import org.junit.jupiter.api.Test;

class UpdateProcessorTest {

    private final PaperChannel paper = new PaperChannel();
    private final List<String> failures = new ArrayList<>();
    private final List<String> commits = new ArrayList<>();
    private final List<Effect> counted = new ArrayList<>();
    private final Runnable[] beforeWrite = {() -> {}};
    private final MemoryStore store = new MemoryStore(() -> beforeWrite[0].run());
    private boolean countingFails;
    private boolean firstFails;
    private long first;
    private final HeldFacts held = mock(HeldFacts.class, delegatesTo(new MemoryHeldFacts(() -> TinyPack.NOON)));
    private final UpdateProcessor updateProcessor = processor();

    @Test
    void tenMessagesSentAtOnceAreAnsweredInOrder() {
        List<Update> updates = new ArrayList<>();
        for (String text : List.of("hello", "tea", "1", "2", "help", "back", "tea", "2", "1", "help")) {
            updates.add(typed("ana", updates.size(), text));
        }
        updateProcessor.receive(updates);
        assertThat(paper.of("ana"))
                .containsExactly(
                        "What now?",
                        "Which tea?",
                        "Milk?",
                        "Brewing. What now?",
                        "This is help. What now?",
                        "Milk?",
                        "Which tea?",
                        "Milk?",
                        "Brewing. What now?",
                        "This is help. What now?");
    }

    @Test
    void aRepeatedUpdateIsAnsweredOnce() {
        updateProcessor.receive(List.of(typed("ana", 1, "hello")));
        updateProcessor.receive(List.of(typed("ana", 1, "hello")));
        assertThat(paper.of("ana")).containsExactly("What now?");
    }

    @Test
    void conversationsOfManyThreadsKeepTheirOwnOrder() throws Exception {
        ExecutorService platforms = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> chats = new ArrayList<>();
            for (int chat = 0; chat < 16; chat++) {
                String name = "person" + chat;
                chats.add(() -> {
                    int id = 0;
                    for (String text : List.of("hello", "tea", "1", "1")) {
                        updateProcessor.receive(List.of(typed(name, id++, text)));
                    }
                    return null;
                });
            }
            for (var done : platforms.invokeAll(chats)) {
                done.get();
            }
        } finally {
            platforms.shutdownNow();
        }
        IntStream.range(0, 16)
                .forEach(chat -> assertThat(paper.of("person" + chat))
                        .containsExactly("What now?", "Which tea?", "Milk?", "Brewing. What now?"));
        assertThat(counted).hasSize(16);
    }

    @Test
    void aTurnThatFailsSaysSoAndLeavesTheConversationWhereItWas() {
        updateProcessor.receive(List.of(typed("ana", 1, "hello"), typed("ana", 2, "tea"), typed("ana", 3, "circle")));
        assertThat(paper.of("ana")).endsWith("(went-wrong) Which tea?");
        assertThat(failures).containsExactly("Typed at tea/kind: more than 50 steps in one turn, at circle/round");
        updateProcessor.receive(List.of(typed("ana", 4, "1")));
        assertThat(paper.of("ana")).endsWith("Milk?");
    }

    @Test
    void anEffectThatFailsIsTriedAgainAndHindersNothing() {
        countingFails = true;
        updateProcessor.receive(List.of(typed("ana", 1, "tea"), typed("ana", 2, "1"), typed("ana", 3, "1")));
        assertThat(paper.of("ana")).endsWith("Brewing. What now?");
        assertThat(counted).isEmpty();
        countingFails = false;
        updateProcessor.receive(List.of(typed("ben", 4, "hello")));
        assertThat(counted).hasSize(1);
    }

    @Test
    void whatCannotBeHeldKeepsNoAnswerBack() {
        doThrow(new IllegalStateException("the database is away")).when(held).hold(any(), any());
        updateProcessor.receive(List.of(typed("ana", 1, "hello")));
        assertThat(paper.of("ana")).containsExactly("What now?");
        updateProcessor.receive(List.of(typed("ana", 1, "hello")));
        assertThat(paper.of("ana")).hasSize(1);
    }

    @Test
    void whatWasCommittedBeforeACrashIsSentAfterIt() {
        paper.setAway(true);
        updateProcessor.receive(List.of(typed("ana", 1, "hello"), typed("ana", 2, "tea")));
        assertThat(paper.of("ana")).isEmpty();
        paper.setAway(false);
        processor().resume();
        assertThat(paper.of("ana")).containsExactly("What now?", "Which tea?");
    }

    @Test
    void aLaterEffectOfAConversationWaitsForOneThatFailed() {
        firstFails = true;
        updateProcessor.receive(List.of(typed("ana", 1, "tea"), typed("ana", 2, "1"), typed("ana", 3, "1")));
        updateProcessor.receive(List.of(typed("ana", 4, "tea"), typed("ana", 5, "1"), typed("ana", 6, "1")));
        assertThat(counted).isEmpty();
        firstFails = false;
        updateProcessor.resume();
        assertThat(counted).extracting(Effect::turn).isSorted().hasSize(2);
    }

    @Test
    void whenTheStoreFailsNothingHasHappenedAndTheUpdateMayComeAgain() {
        beforeWrite[0] = () -> {
            throw new IllegalStateException("the disk is full");
        };
        List<Update> update = List.of(typed("ana", 1, "hello"));
        assertThatThrownBy(() -> updateProcessor.receive(update)).hasMessage("the disk is full");
        assertThat(paper.of("ana")).isEmpty();
        beforeWrite[0] = () -> {};
        updateProcessor.receive(update);
        assertThat(paper.of("ana")).containsExactly("What now?");
    }

    @Test
    void urgentHelpLeavesBeforeAllElse() {
        updateProcessor.receive(List.of(typed("ana", 1, "hello"), typed("ben", 2, "fire")));
        assertThat(paper.sent)
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("ben", "ana");
    }

    @Test
    void forgettingTakesTheConversationOutOfTheStore() {
        ConversationKey ana = conversation("ana");
        updateProcessor.receive(List.of(typed("ana", 1, "hello")));
        assertThat(store.load(List.of(ana))).isNotEmpty();
        updateProcessor.receive(List.of(typed("ana", 2, "forget me")));
        assertThat(store.load(List.of(ana))).isEmpty();
    }

    @Test
    void aHeldFactLastsBetweenTurnsAndIsNotInTheStore() {
        updateProcessor.receive(List.of(typed("ana", 1, "hello"), typed("ana", 2, "2"), typed("ana", 3, "Zzyzx")));
        assertThat(paper.of("ana")).endsWith("Hello Zzyzx. What now?");
        assertThat(store.load(List.of(conversation("ana"))).toString()).doesNotContain("Zzyzx");
    }

    @Test
    void commitsAreToldToTheJournalApartFromThoseThatFailed() {
        beforeWrite[0] = () -> {
            throw new IllegalStateException("the store is away");
        };
        assertThatThrownBy(() -> updateProcessor.receive(List.of(typed("ana", 1, "hello"))))
                .hasMessage("the store is away");
        beforeWrite[0] = () -> {};
        updateProcessor.receive(List.of(typed("ana", 1, "hello"), typed("ben", 1, "hello")));
        assertThat(commits).containsExactly("failed", "done");
    }

    private UpdateProcessor processor() {
        return new UpdateProcessor(
                () -> TinyPack.engine(TinyPack.pack()),
                "tea 1",
                store,
                held,
                new Sender(store, List.of(paper)),
                List.of(new Counting()),
                () -> TinyPack.NOON,
                RandomGenerator.of("L64X128MixRandom"),
                new UpdateJournal() {
                    @Override
                    public void committed(Duration took) {
                        commits.add("done");
                    }

                    @Override
                    public void notCommitted() {
                        commits.add("failed");
                    }

                    @Override
                    public void turnFailed(State state, TurnInput turnInput, RuntimeException failure) {
                        State.Asked asked = state.asked();
                        failures.add(turnInput.event().getClass().getSimpleName() + " at "
                                + (asked == null
                                        ? "no question"
                                        : asked.place().flow() + "/"
                                                + asked.place().step())
                                + ": " + failure.getMessage());
                    }

                    @Override
                    public void effectFailed(String effect, RuntimeException failure) {
                        failures.add(effect + ": " + failure.getMessage());
                    }
                });
    }

    private static Update typed(String name, int id, String text) {
        return new Update(name + id, conversation(name), new Event.Typed(text), Language.ENGLISH);
    }

    private static ConversationKey conversation(String name) {
        return new ConversationKey(new Address("paper", "bot", name, null), new Person("paper", name));
    }

    /** Counts, or fails to. */
    private final class Counting implements EffectHandler {
        @Override
        public String name() {
            return "count";
        }

        @Override
        public void apply(ConversationKey conversation, Effect effect) {
            first = first == 0 ? effect.turn() : first;
            if (countingFails || (firstFails && effect.turn() == first)) {
                throw new IllegalStateException("the tally is away");
            }
            counted.add(effect);
        }
    }
}
