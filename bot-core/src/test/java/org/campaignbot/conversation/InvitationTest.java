package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invitations to something that others have started, and the results of a turn's effects. */
class InvitationTest {

    private final TeaTalk talk = new TeaTalk();
    private final Pack pack = invites();

    @BeforeEach
    void invited() {
        talk.packBecomes(pack);
    }

    @Test
    void aLinkNamesWhatItInvitesTo() {
        assertThat(talk.take(new Event.Opened("round--k3X9"))).isEqualTo("Welcome to k3X9. Milk?");
    }

    @Test
    void aButtonThatInvitesIsNeverOld() {
        talk.opens();
        talk.types("tea");
        assertThat(talk.presses("round", Event.Pressed.INVITATION, "k3X9")).isEqualTo("Welcome to k3X9. Milk?");
        assertThat(talk.last().notes()).isEmpty();
    }

    @Test
    void whatIsNoIdInvitesToNothing() {
        talk.opens();
        for (String id : List.of("", "k3.9", "k".repeat(41))) {
            talk.presses("round", Event.Pressed.INVITATION, id);
            assertThat(talk.last().notes()).contains(Turn.Note.OLD_BUTTON);
            assertThat(talk.take(new Event.Opened("round--" + id))).doesNotContain("Welcome");
        }
        talk.presses("tea", Event.Pressed.INVITATION, "k3X9");
        assertThat(talk.last().notes()).contains(Turn.Note.OLD_BUTTON);
    }

    @Test
    void theWorldsAnswerIsToldByItsFlow() {
        talk.opens();
        assertThat(talk.take(new Event.Answered("round", Map.of("club", new Value.Text("k3X9")))))
                .isEqualTo("Welcome to k3X9. Milk?");
    }

    @Test
    void theWorldsAnswerIsToldToNobodyWhoIsGone() {
        assertThat(talk.take(new Event.Answered("round", Map.of("club", new Value.Text("k3X9")))))
                .isEmpty();
        talk.opens();
        talk.types("stop");
        assertThat(talk.take(new Event.Answered("round", Map.of("club", new Value.Text("k3X9")))))
                .isEmpty();
        assertThat(talk.take(new Event.Answered("no such flow", Map.of()))).isEmpty();
    }

    @Test
    void aGroupIsToldInTheWordsOfAFlow() {
        Engine engine = TinyPack.engine(pack);
        assertThat(engine.words("round", Map.of("club", new Value.Text("k3X9")), Language.ENGLISH, TinyPack.NOON)
                        .visible())
                .isEqualTo("Welcome to k3X9.");
        assertThatThrownBy(() -> engine.words("nowhere", Map.of(), Language.ENGLISH, TinyPack.NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Pack invites() {
        Flow plain = TinyPack.flow(
                "round", List.of(), TinyPack.saying("hello", "Welcome to {club}.", new Target.ToFlow("cup")));
        Flow cup = TinyPack.flow(
                "cup", List.of(), TinyPack.asking("ask", "Milk?", TinyPack.answer("yes", "Yes", new Target.Menu())));
        Flow round = new Flow(
                "round", plain.title(), List.of(), Map.of(), Map.of(), null, plain.steps(), Map.of(), "club", false);
        return TinyPack.with(round, cup);
    }
}
