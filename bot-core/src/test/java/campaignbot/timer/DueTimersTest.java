package campaignbot.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Effect;
import campaignbot.conversation.EffectHandler;
import campaignbot.conversation.Event;
import campaignbot.conversation.State;
import campaignbot.conversation.Stimulus;
import campaignbot.conversation.TinyPack;
import campaignbot.delivery.Channel;
import campaignbot.delivery.SendOutcome;
import campaignbot.delivery.Sender;
import campaignbot.memory.MemoryHeldFacts;
import campaignbot.memory.MemoryStore;
import campaignbot.memory.MemoryTimers;
import campaignbot.message.Message;
import campaignbot.message.Surface;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.people.Person;
import campaignbot.reception.Reception;
import campaignbot.reception.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DueTimersTest {

    private static final ConversationKey ANA =
            new ConversationKey(new Address("paper", "bot", "ana", null), new Person("paper", "ana"));

    private final List<String> said = new ArrayList<>();
    private final Runnable[] beforeWrite = {() -> {}};
    private final MemoryTimers timers = new MemoryTimers();
    private final Map<String, EffectHandler> handlers =
            TimerHandler.over(timers).stream().collect(Collectors.toMap(EffectHandler::name, each -> each));
    private Instant now = TinyPack.NOON;
    private final Reception reception = reception();

    @Test
    void whatIsDueIsSaidOnceAndDone() {
        writes();
        sets("tea", 1, TinyPack.NOON.plusSeconds(60));
        assertThat(due(timers).run()).isZero();
        now = now.plusSeconds(60);
        assertThat(due(timers).run()).isEqualTo(1);
        now = now.plus(Duration.ofHours(1));
        assertThat(due(timers).run()).isZero();
        assertThat(said).containsExactly("What now?", "Remember tea?");
    }

    @Test
    void aCrashBetweenTheCommitAndTheEndOfTheTimerRemindsNobodyTwice() {
        writes();
        sets("tea", 1, TinyPack.NOON);
        Timers crashing = new Crashing(timers);
        assertThatThrownBy(() -> due(crashing).run()).isInstanceOf(Crash.class);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(due(timers).run()).isEqualTo(1);
        assertThat(said).containsExactly("What now?", "Remember tea?");
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
        assertThat(said).containsExactly("What now?", "Remember tea?");
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
        reception.receive(List.of(new Update("1", ANA, new Event.Typed("hello"), Language.ENGLISH)));
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
        return new DueTimers(from, reception, conversation -> "hash", Language.ENGLISH, () -> now);
    }

    private Reception reception() {
        MemoryStore store = new MemoryStore(() -> beforeWrite[0].run());
        return new Reception(
                () -> TinyPack.engine(TinyPack.pack()),
                "tea 1",
                store,
                new MemoryHeldFacts(() -> now),
                new Sender(store, List.of(new Paper())),
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
            said.add(message.text().visible());
            return new SendOutcome.Sent();
        }
    }

    /** Timers whose process ends just before a timer is done. */
    private record Crashing(Timers timers) implements Timers {
        @Override
        public void set(Timer timer) {
            timers.set(timer);
        }

        @Override
        public List<Timer> claim(Instant now, Instant leaseEnds, int most) {
            return timers.claim(now, leaseEnds, most);
        }

        @Override
        public void done(Collection<Timer.Id> done) {
            throw new Crash();
        }

        @Override
        public void cancel(ConversationKey conversation, String flow) {
            timers.cancel(conversation, flow);
        }

        @Override
        public void cancelAll(ConversationKey conversation) {
            timers.cancelAll(conversation);
        }
    }

    private static final class Crash extends RuntimeException {}
}
