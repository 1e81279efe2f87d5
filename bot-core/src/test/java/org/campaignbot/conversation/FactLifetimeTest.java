package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Template;
import org.junit.jupiter.api.Test;

class FactLifetimeTest {

    private final TeaTalk talk = new TeaTalk();

    @Test
    void aNameIsHeldInMemoryAndNeverWritten() {
        talk.opens();
        talk.types("2");
        talk.types("Zzyzx Invented");
        assertThat(talk.state().held()).containsKey("name");
        assertThat(StateCodec.write(talk.state())).doesNotContain("Zzyzx");
    }

    @Test
    void aHeldFactIsGoneAfterHalfAnHour() {
        talk.opens();
        talk.types("2");
        talk.types("Zzyzx Invented");
        talk.passes(Duration.ofMinutes(State.HOLD_MINUTES));
        talk.types("help");
        assertThat(talk.state().held()).isEmpty();
    }

    @Test
    void whereAListIsGoneTheStepTellsWhyAndNothingElseIsSaid() {
        for (String answer : List.of("1", "2", "red cup", "3")) {
            talk.types("shelf");
            talk.passes(Duration.ofMinutes(State.HOLD_MINUTES));
            assertThat(talk.types(answer)).as(answer).isEqualTo("The shelf is empty now. What now?");
        }
        talk.types("shelf");
        talk.passes(Duration.ofMinutes(State.HOLD_MINUTES));
        assertThat(talk.presses("shelf", "take", "red")).isEqualTo("The shelf is empty now. What now?");
    }

    @Test
    void aSavedFactWithALimitGoesWhenThePersonStaysAway() {
        talk.opens();
        talk.saves("sugar", "two");
        talk.passes(Duration.ofHours(24));
        talk.types("help");
        assertThat(talk.state().saved()).containsEntry("sugar", "two");
        talk.passes(Duration.ofHours(24).plusSeconds(1));
        talk.types("help");
        assertThat(talk.state().saved()).doesNotContainKey("sugar");
    }

    @Test
    void forgettingLeavesAStateThatKnowsNothing() {
        talk.opens();
        talk.saves("sugar", "two");
        assertThat(talk.types("forget me")).isEqualTo("Forgotten.");
        assertThat(talk.state().isBlank()).isTrue();
        assertThat(talk.last().effects()).extracting(Effect::name).containsExactly("forget");
    }

    @Test
    void theNumberOfATurnGrowsAcrossForgetting() {
        talk.opens();
        talk.types("forget me");
        long before = talk.state().turn();
        talk.passes(Duration.ofMillis(5));
        talk.restarts();
        assertThat(new FlowRun(TinyPack.pack(), TinyPack.vocabulary(), State.fresh(), inputAfter(5))
                        .turn()
                        .next()
                        .turn())
                .isGreaterThan(before);
    }

    @Test
    void theSameStateAndInputGiveTheSameTurn() {
        Engine engine = TinyPack.engine(TinyPack.pack());
        assertThat(engine.take(State.fresh(), inputAfter(0))).isEqualTo(engine.take(State.fresh(), inputAfter(0)));
    }

    @Test
    void aSavedFactCannotBeSetToWhatThePersonTyped() {
        talk.opens();
        talk.types("2");
        talk.types("Zzyzx Invented");
        FlowRun flowRun = new FlowRun(TinyPack.pack(), TinyPack.vocabulary(), talk.state(), inputAfter(5));
        Template name = new Template(List.of(new Template.BlockPattern(
                Template.Kind.PARAGRAPH, List.of(List.of(new Template.Insert("name", null))))));

        assertThatThrownBy(() -> flowRun.act(List.of(new Operation(Operation.SET, Map.of("sugar", name)))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(flowRun.turn().next().saved()).doesNotContainKey("sugar");
    }

    private static TurnInput inputAfter(long millis) {
        return new TurnInput(
                new Event.Opened(""),
                TinyPack.NOON.plusMillis(millis),
                1,
                org.campaignbot.people.Language.ENGLISH,
                "tea 1");
    }
}
