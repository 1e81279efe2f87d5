package org.campaignbot.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.flow.Value;
import org.campaignbot.memory.MemoryDeskCards;
import org.campaignbot.memory.MemoryDeskChats;
import org.campaignbot.memory.MemoryEffectResults;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Redemption;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.campaignbot.update.EffectResults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who joins the test group, and how they leave it; what they get is tested with the desk. */
class TestGroupTest {

    private static final ConversationKey ANA = chat("ana", "ana");
    private static final ConversationKey ANA_IN_GROUP = chat("group", "ana");
    private static final ConversationKey BEN = chat("ben", "ben");
    private static final ConversationKey FERN = chat("fern", "fern");
    private static final ConversationKey EVE = chat("eve", "eve");

    private final Organizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final MemoryEffectResults answers = new MemoryEffectResults();
    private final MemoryDeskChats chats = new MemoryDeskChats();
    private final EffectHandler handler = TestGroup.over(
            organizers,
            new OrganizerNotifier.Reach(
                    chats, new MemoryDeskCards(), answers, text -> Integer.toHexString(text.hashCode())),
            address -> address.chat().equals("group"));
    private int turn;

    private static ConversationKey chat(String chat, String person) {
        return new ConversationKey(new Address("mail", "bot", chat, null), new Person("mail", person));
    }

    @BeforeEach
    void signIn() {
        redeem(ANA, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR);
        String admin = organizers.all().get(0).id();
        redeem(BEN, new Grant.Invited(Role.ORGANIZER, "Maple"), admin);
        redeem(FERN, new Grant.Invited(Role.VIEWER, "Fern"), admin);
    }

    private void redeem(ConversationKey who, Grant grant, String by) {
        OneTimeCode code = OneTimeCode.random(new Random(who.hashCode()));
        assertThat(organizers.invite(code, grant, by, TinyPack.NOON)).isEmpty();
        assertThat(organizers.redeem(code, who, "update", TinyPack.NOON)).isInstanceOf(Redemption.Granted.class);
    }

    private void stops(ConversationKey who) {
        TestGroup.leaving(organizers, chats)
                .apply(who, new Effect(++turn, 0, TestGroup.LEAVE, TinyPack.NOON, Map.of()));
    }

    private void apply(ConversationKey who, String choice) {
        handler.apply(who, new Effect(++turn, 0, TestGroup.EFFECT, TinyPack.NOON, Map.of("choice", choice)));
    }

    private Event.Answered chooses(ConversationKey who, String choice) {
        apply(who, choice);
        List<EffectResults.Answer> told = answers.waiting(10);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).conversation()).isEqualTo(who);
        answers.done(List.of(told.get(0).id()));
        return told.get(0).event();
    }

    private static Event.Answered told(String flow, String how) {
        return new Event.Answered(flow, Map.of("tests_are", new Value.Text(how)));
    }

    private List<List<ConversationKey>> members() {
        return TestGroup.members(organizers, chats);
    }

    @Test
    void anOrganizerJoinsAndLeavesAndALookChangesNothing() {
        assertThat(chooses(ANA, "look")).isEqualTo(told("test-group-told", "out"));
        assertThat(chooses(ANA, "in")).isEqualTo(told("test-group-told", "in"));
        assertThat(chooses(ANA, "look")).isEqualTo(told("test-group-told", "in"));
        assertThat(chooses(BEN, "in")).isEqualTo(told("test-group-told", "in"));
        assertThat(members()).containsExactly(List.of(ANA), List.of(BEN));
        assertThat(chooses(ANA, "out")).isEqualTo(told("test-group-told", "out"));
        assertThat(members()).containsExactly(List.of(BEN));
    }

    @Test
    void whoeverIsNoOrganizerIsRefusedAndNothingIsKeptOfThem() {
        for (ConversationKey each : List.of(FERN, EVE)) {
            assertThat(chooses(each, "in")).isEqualTo(told("test-group-refused", "nobody"));
        }
        assertThat(chats.testGroup()).isEmpty();
        assertThat(chats.of(organizers.all().get(2).id())).isEmpty();
    }

    @Test
    void oneJoinsInAPrivateChatOnly() {
        assertThat(chooses(ANA_IN_GROUP, "in")).isEqualTo(told("test-group-refused", "group"));
        assertThat(chats.of(organizers.all().get(0).id())).isEmpty();
    }

    @Test
    void stopLeavesItWithoutAWord() {
        chooses(ANA, "in");
        stops(ANA);
        stops(EVE);
        assertThat(answers.waiting(10)).isEmpty();
        assertThat(members()).isEmpty();
    }

    @Test
    void whoHasNoRoleAnymoreIsNotInIt() {
        chooses(ANA, "in");
        chooses(BEN, "in");
        organizers.remove(organizers.all().get(1).id(), Organizers.OPERATOR, TinyPack.NOON);
        assertThat(members()).containsExactly(List.of(ANA));
    }
}
