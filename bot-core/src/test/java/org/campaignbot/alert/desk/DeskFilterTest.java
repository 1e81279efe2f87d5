package org.campaignbot.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.flow.Value;
import org.campaignbot.memory.MemoryBlocks;
import org.campaignbot.memory.MemoryDeskChats;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.organizers.CodeNews;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.OrganizerFilter;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.Test;

class DeskFilterTest {

    private static final ConversationKey ANA =
            new ConversationKey(new Address("paper", "bot", "ana", null), new Person("paper", "ana"));

    private final PersonHash hash = new PersonHash(new byte[32]);
    private final Organizers organizers = new MemoryOrganizers(hash);
    private final MemoryDeskChats chats = new MemoryDeskChats();
    private final DeskFilter gate = new DeskFilter(
            new OrganizerFilter(organizers, new MemoryBlocks(hash), CodeNews.SILENT, () -> TinyPack.NOON),
            organizers,
            chats);

    @Test
    void whoeverTakesARoleIsReachedInThatChatFromThenOn() {
        OneTimeCode code = OneTimeCode.random(new Random(1));
        organizers.invite(code, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, TinyPack.NOON);
        pass(new Event.Typed(code.text()));
        assertThat(chats.of(organizers.all().get(0).id())).containsExactly(ANA);
    }

    @Test
    void aCodeThatGivesNothingNotesNobody() {
        pass(new Event.Typed(OneTimeCode.random(new Random(2)).text()));
        pass(new Event.Typed("hello"));
        assertThat(organizers.all()).isEmpty();
        assertThat(chats.of("")).isEmpty();
    }

    @Test
    void theButtonOfAnAlertAtTheDeskLooksItUp() {
        Event passed = pass(new Event.Pressed("alert-desk", Event.Pressed.INVITATION, "k3x9"));
        assertThat(passed).isEqualTo(new Event.Invited("alert-desk", "k3x9", Value.texts(Map.of("desk_page", "show"))));
    }

    @Test
    void otherButtonsAreLeftAsTheyAre() {
        Event press = new Event.Pressed("alert-desk", "sending", "pause");
        assertThat(pass(press)).isEqualTo(press);
    }

    private Event pass(Event event) {
        return gate.pass(new Update("u1", ANA, event, Language.ENGLISH)).event();
    }
}
