package org.campaignbot.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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

class TurnoverDeskTest {

    private static final ConversationKey ANA = chat("ana");
    private static final ConversationKey OLE = chat("ole");
    private static final ConversationKey VIC = chat("vic");
    private static final LocalDate JANUARY_3 = LocalDate.of(2027, 1, 3);

    private final Organizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final MemoryEffectResults answers = new MemoryEffectResults();
    private final MemoryDeskChats chats = new MemoryDeskChats();
    private final OrganizerNotifier.Reach reach = new OrganizerNotifier.Reach(
            chats, new MemoryDeskCards(), answers, text -> Integer.toHexString(text.hashCode()));
    private final TurnoverDesk desk = new TurnoverDesk(new AdminNews(organizers, reach));
    private int used;
    private final EffectHandler handler = TurnoverDesk.over(organizers, reach, () -> {
        used++;
        return TurnoverDesk.Outcome.USED;
    });

    private static ConversationKey chat(String name) {
        return new ConversationKey(new Address("mail", "bot", name, null), new Person("mail", name));
    }

    @BeforeEach
    void signIn() {
        redeem(ANA, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR);
        String admin = organizers.all().get(0).id();
        redeem(OLE, new Grant.Invited(Role.ORGANIZER, "Oak"), admin);
        redeem(VIC, new Grant.Invited(Role.VIEWER, "Vine"), admin);
    }

    private void redeem(ConversationKey who, Grant grant, String by) {
        OneTimeCode code = OneTimeCode.random(new Random(who.hashCode()));
        assertThat(organizers.invite(code, grant, by, TinyPack.NOON)).isEmpty();
        assertThat(organizers.redeem(code, who, "update", TinyPack.NOON)).isInstanceOf(Redemption.Granted.class);
        chats.note(organizers.of(who.person()).orElseThrow().id(), who);
    }

    private List<EffectResults.Answer> told(int daysBefore) {
        answers.done(answers.waiting(99).stream().map(EffectResults.Answer::id).toList());
        desk.remind(JANUARY_3.minusDays(daysBefore));
        return answers.waiting(99);
    }

    @Test
    void organizersAreRemindedThirtySevenAndOneDaysAhead() {
        for (int days : new int[] {730, 31, 24, 23, 8, 0}) {
            assertThat(told(days)).as(days + " days before").isEmpty();
        }
        Map<Integer, String> stages = Map.of(30, "month", 25, "month", 7, "week", 2, "week", 1, "day");
        stages.forEach((days, stage) -> assertThat(told(days))
                .as(days + " days before")
                .hasSize(2)
                .allSatisfy(each -> {
                    assertThat(each.conversation()).isIn(ANA, OLE);
                    assertThat(each.event())
                            .isEqualTo(new Event.Answered(
                                    "turnover-ahead",
                                    Map.of(
                                            "turnover", new Value.Text(stage),
                                            "turnover_begins", new Value.Day(JANUARY_3),
                                            "turnover_days", new Value.Count(days))));
                }));
    }

    @Test
    void aReminderHasTheSameIdWheneverItIsTold() {
        List<String> first = told(30).stream().map(EffectResults.Answer::id).toList();
        assertThat(told(27)).extracting(EffectResults.Answer::id).isEqualTo(first);
        assertThat(told(7)).extracting(EffectResults.Answer::id).doesNotContainAnyElementsOf(first);
    }

    @Test
    void namesAreOfferedOnceForEachDayOfTheSource() {
        desk.offer(LocalDate.of(2027, 1, 4), 67);
        desk.offer(LocalDate.of(2027, 1, 4), 67);
        assertThat(answers.waiting(99)).hasSize(2).allSatisfy(each -> {
            assertThat(each.event().flow()).isEqualTo("turnover-names");
            assertThat(each.event().facts()).containsEntry("names_without", new Value.Count(67));
        });
        desk.offer(LocalDate.of(2027, 1, 5), 40);
        assertThat(answers.waiting(99)).hasSize(4);
    }

    @Test
    void organizersMayUseThemAndNobodyElse() {
        assertThat(presses(OLE))
                .isEqualTo(new Event.Answered("turnover-names-done", Map.of("names_note", new Value.Text("used"))));
        assertThat(used).isEqualTo(1);
        assertThat(presses(VIC).flow()).isEqualTo("turnover-names-refused");
        assertThat(presses(chat("eve")).flow()).isEqualTo("turnover-names-refused");
        assertThat(used).isEqualTo(1);
    }

    private Event.Answered presses(ConversationKey who) {
        answers.done(answers.waiting(99).stream().map(EffectResults.Answer::id).toList());
        handler.apply(who, new Effect(1, 0, TurnoverDesk.EFFECT, TinyPack.NOON, Map.of("act", "use")));
        assertThat(answers.waiting(9)).hasSize(1);
        assertThat(answers.waiting(9).get(0).conversation()).isEqualTo(who);
        return answers.waiting(9).get(0).event();
    }
}
