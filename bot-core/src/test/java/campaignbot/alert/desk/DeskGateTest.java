package campaignbot.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.conversation.TinyPack;
import campaignbot.memory.MemoryBlocks;
import campaignbot.memory.MemoryDeskChats;
import campaignbot.memory.MemoryOrganizers;
import campaignbot.organizers.CodeNews;
import campaignbot.organizers.Grant;
import campaignbot.organizers.OneTimeCode;
import campaignbot.organizers.Organizers;
import campaignbot.organizers.OrganizersGate;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.people.Person;
import campaignbot.people.PersonHash;
import campaignbot.reception.Update;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeskGateTest {

    private static final ConversationKey ANA =
            new ConversationKey(new Address("paper", "bot", "ana", null), new Person("paper", "ana"));

    private final PersonHash hash = new PersonHash(new byte[32]);
    private final Organizers organizers = new MemoryOrganizers(hash);
    private final MemoryDeskChats chats = new MemoryDeskChats();
    private final DeskGate gate = new DeskGate(
            new OrganizersGate(organizers, new MemoryBlocks(hash), CodeNews.SILENT, () -> TinyPack.NOON),
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
        assertThat(passed).isEqualTo(new Event.Invited("alert-desk", "k3x9", Map.of("desk_page", "show")));
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
