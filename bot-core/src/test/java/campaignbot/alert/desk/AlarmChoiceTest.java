package campaignbot.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Effect;
import campaignbot.conversation.EffectHandler;
import campaignbot.conversation.Event;
import campaignbot.conversation.TinyPack;
import campaignbot.memory.MemoryAnswers;
import campaignbot.memory.MemoryDeskCards;
import campaignbot.memory.MemoryDeskChats;
import campaignbot.memory.MemoryOrganizers;
import campaignbot.organizers.Grant;
import campaignbot.organizers.OneTimeCode;
import campaignbot.organizers.Organizers;
import campaignbot.organizers.Redemption;
import campaignbot.organizers.Role;
import campaignbot.people.Address;
import campaignbot.people.Person;
import campaignbot.people.PersonHash;
import campaignbot.reception.Answers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmChoiceTest {

    private static final ConversationKey ANA = chat("ana");
    private static final ConversationKey BEN = chat("ben");
    private static final ConversationKey EVE = chat("eve");

    private final Organizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final MemoryAnswers answers = new MemoryAnswers();
    private final MemoryDeskChats chats = new MemoryDeskChats();
    private final AlertDeskHandler.Reach reach = new AlertDeskHandler.Reach(
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
        List<Answers.Answer> told = answers.waiting(10);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).conversation()).isEqualTo(who);
        answers.done(List.of(told.get(0).id()));
        return told.get(0).event();
    }

    @Test
    void anAdminTurnsThemOnAndOffAndALookChangesNothing() {
        assertThat(chooses(ANA, "look")).isEqualTo(new Event.Answered("alarms-told", Map.of("alarms_are", "off")));
        assertThat(news.wantingAlarms()).isEmpty();
        assertThat(chooses(ANA, "on").facts()).containsEntry("alarms_are", "on");
        assertThat(chooses(ANA, "look").facts()).containsEntry("alarms_are", "on");
        assertThat(news.wantingAlarms()).containsExactly(ANA);
        assertThat(chooses(ANA, "off").facts()).containsEntry("alarms_are", "off");
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
