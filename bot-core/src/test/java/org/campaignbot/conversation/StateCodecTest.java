package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StateCodecTest {

    @Property
    void whatIsWrittenIsReadBack(@ForAll String flow, @ForAll String step, @ForAll String fact, @ForAll long turn) {
        State.Place place = new State.Place(flow, step, List.of(new State.Mark("m" + step, "m" + flow)));
        Shape shape = new Shape(3, List.of(new Shape.Offer(flow, fact), new Shape.Offer("o" + step, fact)));
        State state = new State(
                turn,
                Instant.ofEpochMilli(turn % 1_000_000_000_000L),
                new State.Asked(place, shape),
                List.of(place, new State.Place("p" + step, fact, List.of())),
                Map.of("fact", fact, "other", step),
                Map.of(),
                new Budget(Instant.ofEpochMilli(7), 3));
        assertThat(StateCodec.read(StateCodec.write(state))).isEqualTo(state);
    }

    @Test
    void aLineOfANewerVersionIsPassedOver() {
        String newer = StateCodec.write(State.fresh()) + "mood\tsunny\n";
        assertThat(StateCodec.read(newer)).isEqualTo(State.fresh());
    }

    @Test
    void whatIsNoStateIsRefused() {
        assertThatThrownBy(() -> StateCodec.read("{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StateCodec.read("state 1\nturn\tmany\t0\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("turn");
    }
}
