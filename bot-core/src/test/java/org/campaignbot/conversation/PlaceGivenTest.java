package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.campaignbot.flow.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaceGivenTest {

    private final TeaTalk talk = new TeaTalk();

    @BeforeEach
    void isAskedForAPlace() {
        talk.packBecomes(TinyPack.with(TinyPack.flow(
                "town",
                List.of("town"),
                TinyPack.askingForAPlace("where", new Target.ToStep("found"), new Target.ToStep("unknown")),
                TinyPack.saying("found", "Found.", new Target.Menu()),
                TinyPack.saying("unknown", "Unknown.", new Target.ToStep("where")))));
        talk.types("town");
    }

    @Test
    void aPlaceThatWasTypedIsNoted() {
        assertThat(talk.types("Dayton")).startsWith("Found.");
        assertThat(talk.last().notes()).containsExactly(Turn.Note.PLACE_GIVEN);
    }

    @Test
    void aPositionIsNoted() {
        assertThat(talk.take(new Event.Located(40, -80))).startsWith("Found.");
        assertThat(talk.last().notes()).containsExactly(Turn.Note.PLACE_GIVEN);
    }

    @Test
    void wordsThatAreNoKnownPlaceMayTellAnAddressAndAreNotedToo() {
        assertThat(talk.types("elm street 12")).startsWith("Unknown.");
        assertThat(talk.last().notes()).containsExactly(Turn.Note.PLACE_GIVEN);
    }

    @Test
    void nothingIsNotedOfWordsThatMeanSomethingElse() {
        talk.types("help");
        assertThat(talk.last().notes()).isEmpty();
        talk.types("menu");
        talk.presses("My name");
        talk.types("Ann");
        assertThat(talk.last().notes()).isEmpty();
    }

    @Test
    void whoWantsTheirMessagesToStayKeepsThem() {
        State state = talk.state();
        talk.saves(RepairFacts.ERASE, "no");
        assertThat(talk.state().saved()).isEqualTo(Map.of(RepairFacts.ERASE, "no"));
        assertThat(talk.state().asked()).isEqualTo(state.asked());
        talk.types("Dayton");
        assertThat(talk.last().notes()).isEmpty();
    }
}
