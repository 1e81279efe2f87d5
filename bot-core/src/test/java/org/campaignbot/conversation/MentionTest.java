package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MentionTest {

    private final TeaTalk talk = new TeaTalk();

    @BeforeEach
    void aFlowTakesANameAnywhere() {
        Step said = TinyPack.saying("said", "You are {name}.", new Target.ToNamed(RepairFacts.DUE));
        talk.packBecomes(TinyPack.with(new Flow(
                "named",
                TinyPack.wording("Named"),
                List.of(),
                Map.of(),
                Map.of(),
                new Flow.Takes("name", "name", RepairFacts.DUE),
                Map.of("said", said),
                Map.of(),
                null,
                false)));
    }

    @Test
    void theFirstMessageMayMentionIt() {
        assertThat(talk.types("please call me Ann")).contains("You are Ann.");
    }

    @Test
    void whereNoActionNeedsItTheMenuComesNext() {
        talk.opens();
        String menu = talk.types("menu");
        assertThat(talk.types("call me Ann")).startsWith("You are Ann.").endsWith(menu);
    }

    @Test
    void anExactCommandAndAnAnswerComeFirst() {
        talk.opens();
        assertThat(talk.types("help")).startsWith("This is help.");
        talk.presses("My name");
        assertThat(talk.types("Please call me Ann")).startsWith("Hello Please call me Ann.");
    }

    @Test
    void otherWordsMentionNothing() {
        talk.opens();
        assertThat(talk.types("qwerty")).doesNotContain("You are");
    }
}
