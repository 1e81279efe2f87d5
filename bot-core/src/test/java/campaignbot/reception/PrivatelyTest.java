package campaignbot.reception;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.conversation.State;
import campaignbot.conversation.Stimulus;
import campaignbot.conversation.TinyPack;
import campaignbot.delivery.Channel;
import campaignbot.delivery.SendOutcome;
import campaignbot.delivery.Sender;
import campaignbot.flow.Flow;
import campaignbot.flow.Pack;
import campaignbot.flow.Target;
import campaignbot.memory.MemoryHeldFacts;
import campaignbot.memory.MemoryStore;
import campaignbot.message.Message;
import campaignbot.message.Surface;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.people.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said in a group of a platform where the bot may write to a person by itself. */
class PrivatelyTest {

    private static final Person ANA = new Person("paper", "ana");
    private static final ConversationKey ALONE = new ConversationKey(new Address("paper", "bot", "ana", null), ANA);
    private static final ConversationKey IN_CLUB = new ConversationKey(new Address("paper", "bot", "club", null), ANA);

    private final MemoryStore store = new MemoryStore();
    private final Paper paper = new Paper();
    private final Reception reception = reception();
    private int updates;

    @Test
    void whatIsBetweenTwoIsAnsweredInTheirOwnChatAndTheGroupIsOnlyToldSo() {
        takes(IN_CLUB, new Event.Typed("tea"));
        assertThat(paper.said).containsExactly("club: (answered-in-private)", "ana: Which tea?");
        assertThat(store.load(List.of(IN_CLUB))).isEmpty();
        takes(ALONE, new Event.Typed("1"));
        assertThat(paper.said).contains("ana: Milk?");
    }

    @Test
    void aCryForHelpIsAnsweredWhereItCameFromAndInTheirOwnChat() {
        takes(IN_CLUB, new Event.Typed("fire"));
        assertThat(paper.said).hasSize(2);
        assertThat(paper.said.get(0)).startsWith("club: This is help.");
        assertThat(paper.said.get(1)).startsWith("ana: This is help.");
        assertThat(paper.said.get(0)).doesNotContain("(answered-in-private)");
    }

    @Test
    void whatAGroupDoesTogetherStaysInTheGroup() {
        takes(IN_CLUB, new Event.Typed("sing"));
        assertThat(paper.said).containsExactly("club: La la la.");
    }

    @Test
    void twoOfAPersonAtOnceAreBothAnswered() {
        reception.receive(List.of(update(ALONE, new Event.Typed("tea")), update(IN_CLUB, new Event.Typed("1"))));
        assertThat(paper.said).containsExactly("ana: Which tea?", "club: (answered-in-private)", "ana: Milk?");
    }

    private void takes(ConversationKey conversation, Event event) {
        reception.receive(List.of(update(conversation, event)));
    }

    private Update update(ConversationKey conversation, Event event) {
        boolean group = conversation.equals(IN_CLUB);
        Origin origin = new Origin(group, null, null, null, group ? ALONE : null);
        return new Update("update-" + updates++, conversation, event, Language.ENGLISH, origin);
    }

    private Reception reception() {
        Pack tiny = TinyPack.pack();
        Flow sing = TinyPack.flow("sing", List.of("sing"), TinyPack.saying("la", "La la la.", new Target.Stay()));
        Map<String, Flow> flows = new LinkedHashMap<>(tiny.flows());
        flows.put(
                "sing",
                new Flow(
                        "sing",
                        sing.title(),
                        List.of(),
                        sing.heard(),
                        Map.of(),
                        null,
                        sing.steps(),
                        Map.of(),
                        null,
                        true));
        Pack pack = tiny.withFlows(tiny.revision(), flows);
        return new Reception(
                () -> TinyPack.engine(pack),
                "tea 1",
                store,
                new MemoryHeldFacts(() -> TinyPack.NOON),
                new Sender(store, List.of(paper)),
                List.of(),
                () -> TinyPack.NOON,
                RandomGenerator.of("L64X128MixRandom"),
                new Reception.Journal() {
                    @Override
                    public void turnFailed(State state, Stimulus stimulus, RuntimeException failure) {
                        throw failure;
                    }

                    @Override
                    public void effectFailed(String effect, RuntimeException failure) {
                        throw failure;
                    }
                });
    }

    /** A platform on which one can read what was said where, urgent words marked. */
    private static final class Paper implements Channel {
        private final List<String> said = new ArrayList<>();

        @Override
        public String name() {
            return "paper";
        }

        @Override
        public Surface surface(Address address) {
            return Surface.PLAIN_TEXT;
        }

        @Override
        public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
            String text = message.text().visible();
            said.add(address.chat() + ": "
                    + Objects.requireNonNull(text.lines().findFirst().orElse("")));
            return new SendOutcome.Sent();
        }
    }
}
