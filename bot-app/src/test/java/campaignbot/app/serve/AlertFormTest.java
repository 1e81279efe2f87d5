package campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.alert.desk.AlertDeskHandler;
import campaignbot.app.installation.Shipped;
import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Engine;
import campaignbot.conversation.Understanding;
import campaignbot.features.Features;
import campaignbot.memory.MemoryOrganizers;
import campaignbot.message.Form;
import campaignbot.organizers.Grant;
import campaignbot.organizers.OneTimeCode;
import campaignbot.organizers.Organizers;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.people.Person;
import campaignbot.people.PersonHash;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlertFormTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final ConversationKey ANA =
            new ConversationKey(new Address("slack", "T0ACME", "U0ANA", null), new Person("slack", "T0ACME/U0ANA"));

    private final Engine engine = new Engine(
            Shipped.CAMPAIGN.pack(),
            Features.vocabulary(() -> Shipped.DIRECTORY),
            (text, language) -> new Understanding.Nothing());
    private final Organizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final AlertForm form = new AlertForm(() -> engine, organizers, () -> NOON);

    @Test
    void anOrganizersCommandOpensTheFormOfADraftInTheirLanguage() {
        OneTimeCode code = OneTimeCode.random(new Random(5));
        organizers.invite(code, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, NOON);
        organizers.redeem(code, ANA, "u1", NOON);
        assertThat(form.of(ANA, "Alert", Language.ENGLISH)).hasValueSatisfying(opened -> {
            assertThat(opened.event()).isEqualTo(AlertDeskHandler.newAlert());
            assertThat(opened.form().fields())
                    .extracting(Form.Field::name)
                    .containsExactly(
                            "desk_action",
                            "desk_topic",
                            "desk_english",
                            "desk_spanish",
                            "desk_audience",
                            "desk_start",
                            "desk_end");
        });
        assertThat(form.of(ANA, "alert", new Language("es")))
                .hasValueSatisfying(opened -> assertThat(opened.form().title()).isEqualTo("Una alerta de acción"));
        assertThat(form.of(ANA, "alerts", Language.ENGLISH)).isEmpty();
    }

    @Test
    void forAnybodyElseItIsAWord() {
        assertThat(form.of(ANA, "alert", Language.ENGLISH)).isEmpty();
    }
}
