package org.campaignbot.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Target;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.PaperChannel;
import org.campaignbot.sending.Sender;
import org.junit.jupiter.api.Test;

/** What the bot says in a group on a platform where it may message people first. */
class PrivatelyTest {

    private static final Person ANA = new Person("paper", "ana");
    private static final ConversationKey ALONE = new ConversationKey(new Address("paper", "bot", "ana", null), ANA);
    private static final ConversationKey IN_CLUB = new ConversationKey(new Address("paper", "bot", "club", null), ANA);

    private final MemoryStore store = new MemoryStore();
    private final PaperChannel paper = new PaperChannel();
    private final UpdateProcessor updateProcessor = processor();
    private int updates;

    @Test
    void whatIsBetweenTwoIsAnsweredInTheirOwnChatAndTheGroupIsOnlyToldSo() {
        takes(IN_CLUB, new Event.Typed("tea"));
        assertThat(paper.sent).containsExactly("club: (answered-in-private)", "ana: Which tea?");
        assertThat(store.load(List.of(IN_CLUB))).isEmpty();
        takes(ALONE, new Event.Typed("1"));
        assertThat(paper.sent).contains("ana: Milk?");
    }

    @Test
    void aCryForHelpIsAnsweredWhereItCameFromAndInTheirOwnChat() {
        takes(IN_CLUB, new Event.Typed("fire"));
        assertThat(paper.sent).hasSize(2);
        assertThat(paper.sent.get(0)).startsWith("club: This is help.");
        assertThat(paper.sent.get(1)).startsWith("ana: This is help.");
        assertThat(paper.sent.get(0)).doesNotContain("(answered-in-private)");
    }

    @Test
    void whatAGroupDoesTogetherStaysInTheGroup() {
        takes(IN_CLUB, new Event.Typed("sing"));
        assertThat(paper.sent).containsExactly("club: La la la.");
    }

    @Test
    void twoOfAPersonAtOnceAreBothAnswered() {
        updateProcessor.receive(List.of(update(ALONE, new Event.Typed("tea")), update(IN_CLUB, new Event.Typed("1"))));
        assertThat(paper.sent).containsExactly("ana: Which tea?", "club: (answered-in-private)", "ana: Milk?");
    }

    private void takes(ConversationKey conversation, Event event) {
        updateProcessor.receive(List.of(update(conversation, event)));
    }

    private Update update(ConversationKey conversation, Event event) {
        boolean group = conversation.equals(IN_CLUB);
        Origin origin = new Origin(group, null, null, null, group ? ALONE : null);
        return new Update("update-" + updates++, conversation, event, Language.ENGLISH, origin);
    }

    private UpdateProcessor processor() {
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
        return TinyProcessor.of(pack, store, new Sender(store, List.of(paper)), () -> TinyPack.NOON);
    }
}
