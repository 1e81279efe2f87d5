package org.campaignbot.content.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceCount;
import org.campaignbot.alert.check.AlertCheck;
import org.campaignbot.content.ShippedCampaign;
import org.campaignbot.content.text.OrganizerText;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Language;
import org.campaignbot.settings.Version;
import org.campaignbot.subscriptions.Subscription;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check says of words in the shipped campaign, with the lawmakers of the shipped tables and no list that anybody typed. */
class AlertWordsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final String AIM = "So this call is about the budget votes that come next. ";
    private static final String AIM_IN_SPANISH =
            "Así que esta llamada trata de las próximas votaciones del presupuesto. ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vote for Sen. Katie Britt. | error election-call",
                "Vote out Tommy Tuberville! | error election-call",
                "Vote Cassidy out. | error election-call",
                "Let's elect Representative Strong. | error election-call",
                "Re-elect Ocasio-Cortez. | error election-call",
                "We must defeat Collins in Maine. | error election-call",
                "Voting for Van Hollen matters. | error election-call",
                "VOTE FOR SCHUMER. | error election-call",
                "Vote against Rep. Mike Rogers. | error election-call",
                "Vote por la senadora Gillibrand. | error election-call",
                "Voten contra Marco Rubio y voten por Ted Cruz. | error election-call",
                "Reelijan a Ben Ray Luján. | error election-call",
                "Reelijan a Ben Ray Lujan. | error election-call",
                "Hay que derrotar a Tuberville. | error election-call",
                "Elect Green this fall. | warning election-near",
                "Britt is in trouble, so elect somebody who listens. | warning election-near",
                "Remember Sen. Collins when you vote for her opponent. | warning election-near",
                "Collins y su reelección dependen de usted. | warning election-near",
                "Sen. Britt is a liar. | warning insult",
                "Tell that coward Tuberville to listen. | warning insult",
                "Your senator is a spineless clown. | warning insult",
                "La senadora Collins es una mentirosa. | warning insult",
                "Stop H.R. 1 now. | error passed-bill",
                "Vote no on HR 1. | error passed-bill",
                "Tell them to vote no on the big bill. | error passed-bill",
                "Block the One Big Beautiful Bill. | error passed-bill",
                "Reject S. 2 today. | error passed-bill",
                "The Secure America Act must not pass. | error passed-bill",
                "Pidan que voten no a la H.R. 1. | error passed-bill",
                "Hay que frenar el gran proyecto de ley. | error passed-bill",
                "CALL YOUR SENATORS NOW. | warning capitals",
                "LLAME YA MISMO. | warning capitals",
                "Call today!!! | warning exclamations",
                "¡¡Llame hoy!! | warning exclamations",
                "Hello @everyone, please call. | warning mass-mention",
                "@here: call. | warning mass-mention",
                "[amnestyusa.org](https://evil.test/x) | error misleading-link",
                "[https://amnesty.org](https://evil.test) | error misleading-link",
                "[here](https://amnesty.org@evil.test/x) | error name-before-host",
                "Call \u202Ewon. | error hidden-letter",
                "Ca\u200Bll. | error hidden-letter",
                "Call&#8238; now. | error hidden-letter",
                "[here](https://bit.ly/x) | warning short-link",
                "[here](https://evil.test/x) | warning unnamed-host"
            })
    void wordsThatMisleadOrElectOrInsultAreFound(String words, String found) {
        assertThat(found(words)).contains(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Senate votes on the budget this week. Please call both of your senators and ask them to vote no on money for mass detention.",
                "Thank you! The senators who voted for the amendment heard from you.",
                "Ask them to explain their vote for the bill.",
                "Sen. Katie Britt sits on the committee that votes next. Ask her to vote no on any budget that funds detention.",
                "Rep. Dale Strong voted for the budget in June. Ask him to vote differently this time.",
                "Senator Young has not said how he will vote. A short call helps.",
                "Tell Sen. Collins to vote for the amendment that limits detention.",
                "Chuck Grassley chairs the committee. If you live in Iowa, please call today.",
                "Vote no on more money for ICE: that is all you need to say.",
                "The vote is on Tuesday. Offices listen most in the morning.",
                "Please defeat this amendment. Sen. Warner decides soon.",
                "Ask Sen. Murkowski to defeat the Cotton amendment.",
                "Vote for young people's health care. Call now.",
                "Vote for the Sanders amendment, please.",
                "Ask your elected officials to keep families together.",
                "The senator-elect takes office in January. Until then call Sen. Husted.",
                "The 2025 budget bill (H.R. 1) is law. This call is about the next votes.",
                "H.R. 1 became law on July 4, 2025. Ask Congress to repeal parts of H.R. 1.",
                "Ask them to vote no on H.R. 12, which is new.",
                "Many of you opposed the One Big Beautiful Bill. It is law now; the next votes decide how its money is used.",
                "Policies like this are cruel. Ask Congress for a fair budget.",
                "ICE and DHS get most of the money. The CBO has counted it.",
                "Call today! It takes three minutes.",
                "Your call counts. Voicemail counts, too!",
                "Read AIUSA's page first: [the campaign page](https://www.amnestyusa.org/campaigns/x).",
                "The Senate is back on Monday. [How to visit an office](https://www.senate.gov/visit) tells more.",
                "Justice needs your voice. Call the Capitol and ask for your senator.",
                "Families in Green Bay and Brown County need you. Call Sen. Baldwin.",
                "Write to press@example.org or ask @amnestyusa.",
                "Thank Sen. Durbin: his office says that calls changed his mind.",
                "El Senado vota esta semana. Llame a sus dos senadores y pida que voten no al dinero para la detención masiva.",
                "Gracias. Quienes votaron por la enmienda oyeron su voz.",
                "La senadora Gillibrand todavía no dice cómo votará. Una llamada corta ayuda.",
                "Pida a la senadora Collins que vote por la enmienda.",
                "Pida al senador Cruz que vote en contra de más dinero para ICE.",
                "El proyecto de 2025 (H.R. 1) ya es ley. Esta llamada trata de las próximas votaciones.",
                "Elija una hora y llame: basta un minuto.",
                "La votación es el martes. Llame por la mañana.",
                "¡Gracias! Su llamada cuenta, y el buzón de voz también.",
                "El representante García escucha a quien llama. Cuéntele por qué le importa.",
                "Pedimos justicia para las familias. Llame hoy.",
                "El presupuesto debe pagar escuelas, no cárceles. Dígalo a su senador."
            })
    void ordinaryWordsOfAlertsAreLeftAlone(String words) {
        assertThat(found(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Call 202-555-0142 now.                | error unknown-number
            Call the Capitol at 202-224-3121.     | error plain-number
            Llame al 1-202-555-0142.              | error unknown-number
            Llame al Capitolio: (202) 224-3121.   | error plain-number
            """)
    void aPhoneNumberIsFoundOnceWithWhatToDo(String words, String finding) {
        assertThat(found(words)).containsExactly(finding);
    }

    private static List<String> found(String words) {
        Draft draft = new Draft(
                "action-call",
                Subscription.ALL,
                Map.of(Language.ENGLISH, AIM + words, Language.SPANISH, AIM_IN_SPANISH + words),
                Audience.EVERYBODY,
                null,
                NOON.plusSeconds(86_400));
        Actor by = new Actor("1", "Sunflower", Role.ORGANIZER);
        Alert alert = ((AlertTransition.Taken) AlertStateMachine.draft("k3x9", Alert.Kind.NEW, null, draft, by, NOON))
                .alert();
        return new AlertCheck(
                        ShippedCampaign.PACK,
                        ShippedCampaign.DIRECTORY,
                        new Version(1, new TreeMap<>()),
                        (name, text) -> OrganizerText.read(name, text).words(),
                        (any, language) -> Message.of(RichText.of("")),
                        Map.of(),
                        NOON)
                        .findings(
                                new AlertCheck.Subject(
                                        alert,
                                        new AudienceCount(50, 50, Map.of(), Map.of(), Map.of()),
                                        OptionalLong.empty(),
                                        List.of()),
                                NOON)
                        .stream()
                        .map(each -> each.severity().word() + " " + each.kind().word())
                        .distinct()
                        .toList();
    }
}
