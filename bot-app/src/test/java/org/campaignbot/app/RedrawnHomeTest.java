package org.campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.conversation.Budget;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.junit.jupiter.api.Test;

/** A person whose district was found on an older map than the shipped tables have. */
class RedrawnHomeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    private static Turn says(String words, String home) {
        State state = new State(1, NOW, null, List.of(), Map.of("home", home), Map.of(), Budget.UNUSED);
        return Wait.take(Shipped.CAMPAIGN.engine(), state, new Event.Typed(words), NOW);
    }

    @Test
    void isToldWhyTheyAreAskedAgain() {
        assertThat(says("my lawmakers", "NY-12@118").messages().toString())
                .contains("The House map changed")
                .contains("What's your ZIP code");
        assertThat(says("my lawmakers", "NY-12@119").messages().toString()).doesNotContain("map changed");
    }

    @Test
    void isNotAskedWhereTheirSenatorsAreWanted() {
        assertThat(says("call", "NY-12@118").messages().toString())
                .doesNotContain("map changed", "What's your ZIP code");
    }

    @Test
    void seesWhatIsKept() {
        assertThat(says("my data", "NY-12@118").messages().toString()).contains("NY-12");
    }
}
