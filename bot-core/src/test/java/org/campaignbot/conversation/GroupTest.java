package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Target;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupTest {

    private static final String LINKS = "https://example.org/bot?start=";

    private final TeaTalk talk = new TeaTalk();

    @BeforeEach
    void startsInAGroup() {
        Flow help = TinyPack.flow(
                "help",
                List.of("help"),
                TinyPack.seen(TinyPack.saying("help", "Call 911.", new Target.Stay()), Visibility.ONLY_YOU, null));
        talk.packBecomes(TinyPack.with(help));
        talk.isHeldInAGroup(LINKS);
        talk.opens();
    }

    @Test
    void whatIsPublicIsAnswered() {
        assertThat(talk.types("tea")).isEqualTo("Which tea?");
        assertThat(talk.types("1")).isEqualTo("Milk?");
        assertThat(talk.types("2")).isEqualTo("Brewing. What now?");
        assertThat(talk.last().effects()).hasSize(1);
    }

    @Test
    void aQuestionForWordsOfTheirOwnIsLeftToAPrivateChatAndChangesNothing() {
        State before = talk.state();

        assertThat(talk.presses("My name")).isEqualTo("(in-private)");

        assertThat(talk.state().asked()).isEqualTo(before.asked());
        assertThat(talk.state().trail()).isEqualTo(before.trail());
        assertThat(talk.last().notes()).containsExactly(Turn.Note.KEPT_PRIVATE);
        assertThat(talk.last().messages().get(0).choices())
                .containsExactly(new Choice.Open("in-private", URI.create(LINKS + "name")));
        assertThat(talk.types("1")).isEqualTo("Which tea?");
    }

    @Test
    void whatIsForOnePersonAloneIsNeitherSaidNorDone() {
        talk.packBecomes(TinyPack.with(TinyPack.flow(
                "note",
                List.of("note"),
                TinyPack.seen(TinyPack.saying("say", "Yours alone.", new Target.Menu()), Visibility.ONLY_YOU, null))));

        assertThat(talk.types("note")).isEqualTo("(in-private)");
        assertThat(talk.last().messages()).hasSize(1);
        assertThat(talk.last().path()).containsExactly("in-private/say");
    }

    @Test
    void aListThatMayTellOfThePersonIsLeftToAPrivateChatAndOneOfThePacksOwnWordsIsNot() {
        assertThat(talk.types("pick")).isEqualTo("(in-private)");
        assertThat(talk.types("something white")).isEqualTo("Which one?");
        assertThat(talk.presses("Milk in it")).isEqualTo("Milk?");
    }

    @Test
    void aCryForHelpLooksLikeAnythingElseThatIsPersonal() {
        String personal = talk.presses("My name");

        assertThat(talk.types("fire at the Smiths' house")).isEqualTo(personal);

        assertThat(talk.last().notes()).contains(Turn.Note.URGENT);
        assertThat(talk.last().messages().get(0).choices())
                .containsExactly(new Choice.Open("in-private", URI.create(LINKS + "help")));
        assertThat(talk.last().messages().toString()).doesNotContain("Smith");
    }

    @Test
    void aCryForHelpBeatsTheBudgetThereToo() {
        IntStream.range(0, Engine.TURNS_A_MINUTE).forEach(any -> talk.types("7"));
        assertThat(talk.types("7")).isEmpty();
        assertThat(talk.types("fire")).isEqualTo("(in-private)");
    }

    @Test
    void withoutLinksTheWordsStandAlone() {
        talk.isHeldInAGroup(null);
        assertThat(talk.presses("My name")).isEqualTo("(in-private)");
        assertThat(talk.last().messages().get(0).choices()).isEmpty();
    }

    @Test
    void stopIsAnsweredThere() {
        assertThat(talk.types("/stop")).isEqualTo("(stop)");
        assertThat(talk.last().notes()).containsExactly(Turn.Note.STOPPED);
    }
}
