package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.campaignbot.alert.desk.AlertEffectHandler;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.features.Features;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.message.Form;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.junit.jupiter.api.Test;

class AlertFormTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final ConversationKey ANA =
            new ConversationKey(new Address("slack", "T0ACME", "U0ANA", null), new Person("slack", "T0ACME/U0ANA"));

    private final Engine engine = new Engine(
            Shipped.CAMPAIGN.pack(),
            Features.vocabulary(() -> Shipped.DIRECTORY, true),
            (text, language) -> new Understanding.Nothing());
    private final Organizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final AlertForm form = new AlertForm(() -> engine, organizers, () -> NOON);

    @Test
    void anOrganizersCommandOpensTheFormOfADraftInTheirLanguage() {
        OneTimeCode code = OneTimeCode.random(new Random(5));
        organizers.invite(code, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, NOON);
        organizers.redeem(code, ANA, "u1", NOON);
        assertThat(form.of(ANA, "Alert", Language.ENGLISH)).hasValueSatisfying(opened -> {
            assertThat(opened.event()).isEqualTo(AlertEffectHandler.newAlert());
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
