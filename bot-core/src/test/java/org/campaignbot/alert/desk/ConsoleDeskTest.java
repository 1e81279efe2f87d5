package org.campaignbot.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Value;
import org.campaignbot.memory.MemoryDeskCards;
import org.campaignbot.memory.MemoryDeskChats;
import org.campaignbot.memory.MemoryEffectResults;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.message.Choice;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.EffectResults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleDeskTest {

    private static final ConversationKey ANA = chat("ana", "ana");
    private static final URI LINK = URI.create("https://bot.example.org/console/enter/s3cr3t");

    private final Organizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final MemoryEffectResults answers = new MemoryEffectResults();
    private final MemoryDeskChats chats = new MemoryDeskChats();
    private final List<Outgoing> sent = new ArrayList<>();
    private Optional<URI> link = Optional.of(LINK);
    private Optional<URI> inside = Optional.empty();
    private boolean isBusy;
    private final EffectHandler handler = ConsoleDesk.over(
            organizers,
            new OrganizerNotifier.Reach(
                    chats, new MemoryDeskCards(), answers, text -> Integer.toHexString(text.hashCode())),
            () -> TinyPack.engine(TinyPack.with(TinyPack.flow(
                    "console-link", List.of(), TinyPack.saying("head", "Your link:", new Target.Stay())))),
            conversation -> Optional.empty(),
            new ConsoleDesk.Ways(
                    organizer -> link,
                    address -> inside,
                    address -> address.chat().equals("team"),
                    (messages, inVain) -> {
                        sent.addAll(messages);
                        if (isBusy) {
                            inVain.run();
                        }
                    }));

    private static ConversationKey chat(String person, String chat) {
        return new ConversationKey(new Address("mail", "bot", chat, null), new Person("mail", person));
    }

    @BeforeEach
    void signIn() {
        OneTimeCode code = OneTimeCode.random(new Random(1));
        organizers.invite(code, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, TinyPack.NOON);
        organizers.redeem(code, ANA, "1", TinyPack.NOON);
    }

    private List<Object> ask(ConversationKey who) {
        handler.apply(who, new Effect(1, 0, ConsoleDesk.EFFECT, TinyPack.NOON, Map.of()));
        return answers.waiting(9).stream()
                .map(EffectResults.Answer::event)
                .map(event -> (Object) event.facts().getOrDefault("console_note", new Value.Text("")))
                .map(note -> (Object) ((Value.Text) note).text())
                .toList();
    }

    @Test
    void anOrganizerGetsTheLinkInAMessageAndNoAnswerHoldsIt() {
        assertThat(ask(ANA)).containsExactly("sent");
        assertThat(sent).singleElement().satisfies(each -> {
            assertThat(each.to()).isEqualTo(ANA.address());
            assertThat(each.message().text().visible()).contains("Your link:", LINK.toString());
        });
        assertThat(answers.waiting(9).toString()).doesNotContain("s3cr3t");
        assertThat(chats.of(organizers.all().get(0).id())).contains(ANA);
    }

    @Test
    void whereTheConsoleOpensInTheAppThereIsAButtonBelowTheLink() {
        ask(ANA);
        inside = Optional.of(URI.create("https://bot.example.org/console/inside"));
        ask(ANA);
        assertThat(sent.get(0).message().choices()).isEmpty();
        assertThat(sent.get(1).message().text()).isEqualTo(sent.get(0).message().text());
        assertThat(sent.get(1).message().choices())
                .containsExactly(new Choice.Open("console-link", LINK, inside.get()));
    }

    @Test
    void nobodyElseGetsOneAndNoGroupReadsOne() {
        assertThat(ask(chat("eve", "eve"))).containsExactly("nobody");
        answers.done(answers.waiting(9).stream().map(EffectResults.Answer::id).toList());
        assertThat(ask(chat("ana", "team"))).containsExactly("group");
        assertThat(sent).isEmpty();
    }

    @Test
    void whereThereIsNoConsoleThatIsSaid() {
        link = Optional.empty();
        assertThat(ask(ANA)).containsExactly("off");
        assertThat(sent).isEmpty();
    }

    @Test
    void aLinkThatCouldNotBeSentIsToldAsWell() {
        isBusy = true;
        assertThat(Set.copyOf(ask(ANA))).isEqualTo(Set.of("sent", "busy"));
    }
}
