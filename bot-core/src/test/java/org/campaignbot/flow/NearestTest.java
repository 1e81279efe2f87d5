package org.campaignbot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KNOWN = List.of("ready", "thanks", "say");

    @Test
    void aSlipOfTheHandFindsTheNameThatWasMeant() {
        assertThat(Nearest.to("redy", KNOWN)).contains("ready");
        assertThat(Nearest.to("sya", KNOWN)).contains("say");
        assertThat(Nearest.to("Thanks", KNOWN)).contains("thanks");
    }

    @Test
    void anotherWordFindsNothing() {
        assertThat(Nearest.to("nowhere", KNOWN)).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), KNOWN)).isEmpty();
    }

    @Test
    void aMendNamesTheNearestOrAllThereIs() {
        assertThat(Nearest.fix("redy", KNOWN)).isEqualTo("did you mean \"ready\"?");
        assertThat(Nearest.fix("nowhere", KNOWN)).isEqualTo("there is ready, say, thanks");
        assertThat(Nearest.fix("nowhere", List.of())).isEqualTo("there is none");
    }
}
