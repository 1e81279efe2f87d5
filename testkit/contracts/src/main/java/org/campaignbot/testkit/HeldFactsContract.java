package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.State;
import org.campaignbot.flow.Value;
import org.campaignbot.update.HeldFacts;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link HeldFacts}. */
public abstract class HeldFactsContract {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");

    private final SettableClock clock = new SettableClock(Fixtures.NOON);

    /** A store without held facts, where facts expire by this clock. */
    protected abstract HeldFacts empty(InstantSource clock);

    @Test
    void factsAreHeldForTheConversationThatGaveThem() {
        HeldFacts facts = empty(clock);
        facts.hold(ANA, place());
        assertThat(facts.of(ANA)).isEqualTo(place());
        assertThat(facts.of(Fixtures.conversationOf("ben"))).isEmpty();
    }

    @Test
    void factsAreGoneAfterHalfAnHour() {
        HeldFacts facts = empty(clock);
        facts.hold(ANA, place());
        clock.advance(Duration.ofMinutes(29));
        assertThat(facts.of(ANA)).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(facts.of(ANA)).isEmpty();
    }

    @Test
    void whatIsOverIsFreedThoughNobodyAsksForIt() {
        HeldFacts facts = empty(clock);
        Map<String, State.Held> held = place();
        Freed freed = new Freed(held.get("place"));
        facts.hold(ANA, held);
        held = Map.of();
        clock.advance(Duration.ofMinutes(31));
        facts.dropExpired();
        assertThat(freed.isFree()).isTrue();
        assertThat(held).isEmpty();
    }

    @Test
    void aTurnThatHoldsNothingDropsWhatWasHeld() {
        HeldFacts facts = empty(clock);
        facts.hold(ANA, place());
        facts.hold(ANA, Map.of());
        assertThat(facts.of(ANA)).isEmpty();
    }

    private Map<String, State.Held> place() {
        return Map.of(
                "place",
                new State.Held(
                        new Value.Text("10001", true), Fixtures.NOON.plus(Duration.ofMinutes(State.HOLD_MINUTES))));
    }
}
