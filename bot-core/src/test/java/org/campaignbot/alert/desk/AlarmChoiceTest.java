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

class AlarmChoiceTest {

    private static final ConversationKey ANA = chat("ana");
    private static final ConversationKey BEN = chat("ben");
    private static final ConversationKey EVE = chat("eve");

    private final Organizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final MemoryEffectResults answers = new MemoryEffectResults();
    private final MemoryDeskChats chats = new MemoryDeskChats();
    private final OrganizerNotifier.Reach reach = new OrganizerNotifier.Reach(
            chats, new MemoryDeskCards(), answers, text -> Integer.toHexString(text.hashCode()));
    private int changes;
    private final AdminNews news = new AdminNews(organizers, reach);
    private final EffectHandler handler = AlarmChoice.over(organizers, reach, () -> changes++);
    private int turn;

    private static ConversationKey chat(String name) {
        return new ConversationKey(new Address("mail", "bot", name, null), new Person("mail", name));
    }

    @BeforeEach
    void signIn() {
        redeem(ANA, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR);
        redeem(
                BEN,
                new Grant.Invited(Role.ORGANIZER, "Maple"),
                organizers.all().get(0).id());
    }

    private void redeem(ConversationKey who, Grant grant, String by) {
        OneTimeCode code = OneTimeCode.random(new Random(who.hashCode()));
        assertThat(organizers.invite(code, grant, by, TinyPack.NOON)).isEmpty();
        assertThat(organizers.redeem(code, who, "update", TinyPack.NOON)).isInstanceOf(Redemption.Granted.class);
    }

    private Event.Answered chooses(ConversationKey who, String choice) {
        handler.apply(who, new Effect(++turn, 0, AlarmChoice.EFFECT, TinyPack.NOON, Map.of("choice", choice)));
        List<EffectResults.Answer> told = answers.waiting(10);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).conversation()).isEqualTo(who);
        answers.done(List.of(told.get(0).id()));
        return told.get(0).event();
    }

    @Test
    void anAdminTurnsThemOnAndOffAndALookChangesNothing() {
        assertThat(chooses(ANA, "look"))
                .isEqualTo(new Event.Answered("alarms-told", Map.of("alarms_are", new Value.Text("off"))));
        assertThat(news.wantingAlarms()).isEmpty();
        assertThat(chooses(ANA, "on").facts()).containsEntry("alarms_are", new Value.Text("on"));
        assertThat(chooses(ANA, "look").facts()).containsEntry("alarms_are", new Value.Text("on"));
        assertThat(news.wantingAlarms()).containsExactly(ANA);
        assertThat(chooses(ANA, "off").facts()).containsEntry("alarms_are", new Value.Text("off"));
        assertThat(news.wantingAlarms()).isEmpty();
        assertThat(changes).isEqualTo(2);
    }

    @Test
    void whoeverIsNoAdminIsRefusedAndNothingIsKeptOfThem() {
        for (ConversationKey each : List.of(BEN, EVE)) {
            assertThat(chooses(each, "on")).isEqualTo(new Event.Answered("alarms-refused", Map.of()));
        }
        assertThat(organizers.all()).noneMatch(each -> chats.wantsAlarms(each.id()));
        assertThat(chats.of(organizers.all().get(1).id())).isEmpty();
        assertThat(changes).isZero();
    }
}
