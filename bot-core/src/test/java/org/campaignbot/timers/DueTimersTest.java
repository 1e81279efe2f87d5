package org.campaignbot.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.memory.MemoryTimers;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.PaperChannel;
import org.campaignbot.sending.Sender;
import org.campaignbot.update.TinyProcessor;
import org.campaignbot.update.Update;
import org.campaignbot.update.UpdateProcessor;
import org.junit.jupiter.api.Test;

class DueTimersTest {

    private static final ConversationKey ANA =
            new ConversationKey(new Address("paper", "bot", "ana", null), new Person("paper", "ana"));

    private final PaperChannel paper = new PaperChannel();
    private final Runnable[] beforeWrite = {() -> {}};
    private final MemoryTimers timers = new MemoryTimers();
    private final Map<String, EffectHandler> handlers =
            TimerHandler.over(timers).stream().collect(Collectors.toMap(EffectHandler::name, each -> each));
    private Instant now = TinyPack.NOON;
    private final UpdateProcessor updateProcessor = processor();

    @Test
    void whatIsDueIsSaidOnceAndDone() {
        writes();
        sets("tea", 1, TinyPack.NOON.plusSeconds(60));
        assertThat(due(timers).run()).isZero();
        now = now.plusSeconds(60);
        assertThat(due(timers).run()).isEqualTo(1);
        now = now.plus(Duration.ofHours(1));
        assertThat(due(timers).run()).isZero();
        assertThat(paper.sent).containsExactly("ana: What now?", "ana: Remember tea?");
    }

    @Test
    void aCrashBetweenTheCommitAndTheEndOfTheTimerRemindsNobodyTwice() {
        writes();
        sets("tea", 1, TinyPack.NOON);
        Timers crashing = mock(Timers.class, delegatesTo(timers));
        doThrow(new Crash()).when(crashing).done(any());
        assertThatThrownBy(() -> due(crashing).run()).isInstanceOf(Crash.class);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(due(timers).run()).isEqualTo(1);
        assertThat(paper.sent).containsExactly("ana: What now?", "ana: Remember tea?");
        now = now.plus(Duration.ofMinutes(2));
        assertThat(due(timers).run()).isZero();
    }

    @Test
    void aStoreThatFailsLosesNoReminder() {
        writes();
        sets("tea", 1, TinyPack.NOON);
        beforeWrite[0] = () -> {
            throw new Crash();
        };
        assertThatThrownBy(() -> due(timers).run()).isInstanceOf(Crash.class);
        beforeWrite[0] = () -> {};
        now = now.plus(Duration.ofMinutes(2));
        due(timers).run();
        assertThat(paper.sent).containsExactly("ana: What now?", "ana: Remember tea?");
    }

    @Test
    void aReminderThatWasCancelledOrForgottenDoesNotCome() {
        writes();
        sets("tea", 1, TinyPack.NOON);
        apply(new Effect(2, 0, TimerHandler.UNREMIND, now, Map.of("flow", "tea")));
        sets("tea", 3, TinyPack.NOON);
        sets("name", 4, TinyPack.NOON);
        apply(new Effect(5, 0, TimerHandler.UNREMIND, now, Map.of()));
        sets("tea", 6, TinyPack.NOON);
        apply(new Effect(7, 0, "forget", now, Map.of()));
        now = now.plusSeconds(60);
        assertThat(due(timers).run()).isZero();
    }

    private void writes() {
        updateProcessor.receive(List.of(new Update("1", ANA, new Event.Typed("hello"), Language.ENGLISH)));
    }

    private void sets(String flow, long turn, Instant at) {
        Map<String, String> arguments = Map.of("flow", flow, "at", at.toString(), "zone", "America/Denver");
        apply(new Effect(turn, 0, TimerHandler.REMIND, now, arguments));
    }

    private void apply(Effect effect) {
        EffectHandler handler = Objects.requireNonNull(handlers.get(effect.name()));
        handler.apply(ANA, effect);
        handler.apply(ANA, effect);
    }

    private DueTimers due(Timers from) {
        return new DueTimers(from, updateProcessor, conversation -> "hash", Language.ENGLISH, () -> now);
    }

    private UpdateProcessor processor() {
        MemoryStore store = new MemoryStore(() -> beforeWrite[0].run());
        return TinyProcessor.of(TinyPack.pack(), store, new Sender(store, List.of(paper)), () -> now);
    }

    private static final class Crash extends RuntimeException {}
}
