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
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.VermontSenator;
import org.campaignbot.flow.Value;
import org.campaignbot.memory.MemoryDeskCards;
import org.campaignbot.memory.MemoryDeskChats;
import org.campaignbot.memory.MemoryEffectResults;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.memory.MemorySettings;
import org.campaignbot.memory.MemoryWrongNumbers;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Redemption;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.Version;
import org.campaignbot.update.EffectResults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NumberDeskTest {

    private static final String WRONG = "202-555-0100";
    private static final ConversationKey ANA = chat("ana");
    private static final ConversationKey BEN = chat("ben");
    private static final ConversationKey EVE = chat("eve");

    private final Organizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final MemoryEffectResults answers = new MemoryEffectResults();
    private final OrganizerNotifier.Reach reach = new OrganizerNotifier.Reach(
            new MemoryDeskChats(), new MemoryDeskCards(), answers, text -> Integer.toHexString(text.hashCode()));
    private final MemoryWrongNumbers numbers = new MemoryWrongNumbers();
    private final MemorySettings memory = new MemorySettings();
    private boolean isLate;
    private final Settings settings = new Settings() {
        @Override
        public Version current() {
            return memory.current();
        }

        @Override
        public boolean change(Version seen, Change change) {
            return !isLate && memory.change(seen, change);
        }

        @Override
        public List<Edit> history() {
            return memory.history();
        }
    };
    private final Directory directory = VermontSenator.withPhone(WRONG).build();
    private final EffectHandler handler = NumberDesk.over(organizers, reach, numbers, settings, () -> directory);
    private int turn;

    private static ConversationKey chat(String name) {
        return new ConversationKey(new Address("mail", "bot", name, null), new Person("mail", name));
    }

    @BeforeEach
    void signIn() {
        redeem(ANA, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR);
        redeem(
                BEN,
                new Grant.Invited(Role.VIEWER, "Maple"),
                organizers.all().get(0).id());
        report("a");
        report("b");
        report("c");
    }

    private void report(String person) {
        numbers.report(person, WRONG, TinyPack.NOON);
    }

    private void redeem(ConversationKey who, Grant grant, String by) {
        OneTimeCode code = OneTimeCode.random(new Random(who.hashCode()));
        assertThat(organizers.invite(code, grant, by, TinyPack.NOON)).isEmpty();
        assertThat(organizers.redeem(code, who, "update", TinyPack.NOON)).isInstanceOf(Redemption.Granted.class);
    }

    private Event.Answered does(ConversationKey who, String act, String number) {
        Map<String, String> arguments = Map.of("act", act, "number", number);
        handler.apply(who, new Effect(++turn, 0, NumberDesk.EFFECT, TinyPack.NOON, arguments));
        EffectResults.Answer told = answers.waiting(10).get(0);
        assertThat(told.conversation()).isEqualTo(who);
        answers.done(List.of(told.id()));
        return told.event();
    }

    private String note(String act, String number) {
        Event.Answered answer = does(ANA, act, number);
        assertThat(answer.flow()).isEqualTo("wrong-numbers-done");
        assertThat(answer.facts()).containsEntry("numbers_which", new Value.Text(number));
        return answer.facts().get("numbers_note") instanceof Value.Text note ? note.text() : "";
    }

    private int listed() {
        Event.Answered answer = does(ANA, "look", "none");
        assertThat(answer.flow()).isEqualTo("wrong-numbers-list");
        return answer.facts().get("numbers_listed") instanceof Value.Rows rows
                ? rows.rows().size()
                : -1;
    }

    @Test
    void aNumberThatThreePeopleReportedIsHiddenAtAPressAndShownAgain() {
        numbers.report("a", "202-555-0177", TinyPack.NOON);
        assertThat(listed()).isEqualTo(1);
        assertThat(note("hide", WRONG)).isEqualTo("hidden");
        assertThat(listed()).isZero();
        assertThat(Corrections.in(memory.current())).containsOnlyKeys("number-" + WRONG);
        assertThat(memory.history()).extracting(Edit::who).containsOnly("Sunflower");
        assertThat(note("show", WRONG)).isEqualTo("shown");
        assertThat(Corrections.in(memory.current())).isEmpty();
    }

    @Test
    void aNumberThatTheTablesNoLongerHaveLeavesTheList() {
        for (String person : List.of("a", "b", "c")) {
            numbers.report(person, "202-555-0177", TinyPack.NOON);
        }
        assertThat(note("hide", "202-555-0177")).isEqualTo("gone");
        assertThat(note("show", "202-555-0177")).isEqualTo("gone");
        assertThat(note("show", WRONG)).isEqualTo("shown");
        assertThat(listed()).isEqualTo(1);
        assertThat(memory.current()).isEqualTo(Version.FIRST);
    }

    @Test
    void aPressThatLostItsNumberBringsTheListAgain() {
        assertThat(does(ANA, "hide", "none").flow()).isEqualTo("wrong-numbers-list");
        assertThat(does(ANA, "show", "none").flow()).isEqualTo("wrong-numbers-list");
    }

    @Test
    void whoeverWasSlowerThanAnotherOrganizerIsTold() {
        isLate = true;
        assertThat(note("hide", WRONG)).isEqualTo("again");
        assertThat(listed()).isEqualTo(1);
    }

    @Test
    void viewersAndOthersAreRefusedAndNothingChanges() {
        for (ConversationKey each : List.of(BEN, EVE)) {
            assertThat(does(each, "hide", WRONG)).isEqualTo(new Event.Answered("wrong-numbers-refused", Map.of()));
        }
        assertThat(memory.current()).isEqualTo(Version.FIRST);
    }
}
