package org.campaignbot.alert.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.Drafts;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.junit.jupiter.api.Test;

class AlertMessagesTest {

    private static final AlertReader CLUB = new AlertReader.Group(new Person("paper", "sunflower"), null);
    private static final Alert ALERT = Drafts.alert("k3x9", Alert.Stage.SENDING);

    private int readings;
    private Engine engine = engine("{alert_kind}.", "Type stop.");
    private final Map<String, Alert> others = new HashMap<>();
    private final AlertMessages messages = new AlertMessages(
            () -> engine,
            words -> {
                readings++;
                return RichText.of(words);
            },
            id -> Optional.ofNullable(others.get(id)),
            () -> TinyPack.NOON);

    @Test
    void theOrganizersWordsStandBetweenWhoSpeaksAndHowToEndIt() {
        assertThat(said(ALERT, Language.ENGLISH, AlertReader.ALONE))
                .isEqualTo("new.\n\nPlease call *today*.\n\nType stop.");
        assertThat(said(ALERT, Drafts.SPANISH, AlertReader.ALONE)).contains("Llame hoy.");
    }

    @Test
    void whoeverReadsALanguageItDoesNotHaveGetsTheBaseLanguage() {
        assertThat(said(ALERT, new Language("fr"), AlertReader.ALONE)).contains("Please call");
    }

    @Test
    void theButtonOpensTheActionOfThisAlert() {
        assertThat(message(ALERT, AlertReader.ALONE).choices())
                .containsExactly(new Choice.Press("Call them", "alert", "invitation", "k3x9"));
    }

    @Test
    void aMessageIsMadeOnceForAllReadersOfAKindAndLanguage() {
        Message first = message(ALERT, AlertReader.ALONE);
        Alert later = Drafts.alert("k3x9", Alert.Stage.DONE);
        assertThat(message(later, new AlertReader.Alone())).isSameAs(first);
        assertThat(readings).isEqualTo(1);
        message(ALERT, CLUB);
        messages.of(ALERT, Drafts.SPANISH, AlertReader.ALONE);
        assertThat(readings).isEqualTo(3);
    }

    @Test
    void aChangeOfThePackOrOfTheDraftMakesItAnew() {
        message(ALERT, AlertReader.ALONE);
        engine = engine("Now from {alert_kind}.", "Type stop.");
        assertThat(said(ALERT, Language.ENGLISH, AlertReader.ALONE)).startsWith("Now from new.");
    }

    @Test
    void aCorrectionSaysWhatItCorrects() {
        engine = engine("{alert_kind} of {alert_on}.", "Type stop.");
        others.put("old1", Drafts.alert("old1", Alert.Kind.NEW, null, Alert.Stage.DONE, TinyPack.NOON));
        Alert correction = Drafts.alert("new1", Alert.Kind.CORRECTION, "old1", Alert.Stage.SENDING, null);
        assertThat(said(correction, Language.ENGLISH, AlertReader.ALONE))
                .startsWith("correction of November 24, 2026.");
        Alert followUp = Drafts.alert("new2", Alert.Kind.FOLLOW_UP, "old1", Alert.Stage.SENDING, null);
        assertThat(said(followUp, Language.ENGLISH, AlertReader.ALONE)).startsWith("follow-up of November 24");
    }

    @Test
    void aGroupIsToldWhoSignedItUpAndEndsItWithOnePress() {
        assertThat(said(ALERT, Language.ENGLISH, CLUB)).endsWith("Set by group-alerts-set-by");
        assertThat(message(ALERT, CLUB).choices())
                .containsExactly(
                        new Choice.Press("Call them", "alert", "invitation", "k3x9"),
                        new Choice.Press("group-alerts-off", "group-alerts-off", "entry", "entry"));
        assertThat(message(ALERT, new AlertReader.Group(null, "https://example.org/?start="))
                        .choices()
                        .get(0))
                .isEqualTo(new Choice.Open("Call them", URI.create("https://example.org/?start=alert--k3x9")));
    }

    @Test
    void anActionThatIsGoneHasNoButton() {
        Draft draft = Drafts.draft();
        Draft gone = new Draft(
                "action-sing",
                draft.topic(),
                draft.words(),
                draft.audience(),
                null,
                Drafts.EXPIRES.plus(Duration.ofDays(1)));
        Alert alert = new Alert(
                "k3x9",
                Alert.Kind.NEW,
                null,
                gone,
                Alert.Stage.SENDING,
                "ana",
                "ana",
                null,
                null,
                null,
                null,
                null,
                TinyPack.NOON,
                1);
        assertThat(message(alert, AlertReader.ALONE).choices()).isEmpty();
    }

    @Test
    void aYearLaterItAsksWithTwoButtons() {
        Message still = messages.stillWanted(Language.ENGLISH);
        assertThat(still.text().visible()).isEqualTo("Still?");
        assertThat(still.choices())
                .containsExactly(
                        new Choice.Press("alerts-keep", "alerts-keep", "entry", "entry"),
                        new Choice.Press("alerts-leave", "alerts-leave", "entry", "entry"));
    }

    @Test
    void anAlertWithoutAWordIsAFault() {
        Alert mute = new Alert(
                "k3x9",
                Alert.Kind.NEW,
                null,
                new Draft("action-call", "all", Map.of(), Audience.EVERYBODY, null, Drafts.EXPIRES),
                Alert.Stage.SENDING,
                "ana",
                "ana",
                null,
                null,
                null,
                null,
                null,
                TinyPack.NOON,
                1);
        assertThatThrownBy(() -> message(mute, AlertReader.ALONE)).isInstanceOf(IllegalStateException.class);
    }

    private Message message(Alert alert, AlertReader reader) {
        return messages.of(alert, Language.ENGLISH, reader);
    }

    private String said(Alert alert, Language language, AlertReader reader) {
        return messages.of(alert, language, reader).text().visible();
    }

    private static Engine engine(String head, String foot) {
        Pack pack = TinyPack.with(
                says("alert-head", head),
                says("alert-foot", foot),
                says("group-alerts-off", "Ended."),
                says("group-alerts-set-by", "Set by"),
                says("alerts-still", "Still?"),
                says("alerts-keep", "Kept."),
                says("alerts-leave", "Left."));
        Map<String, Value> records = new HashMap<>(pack.records());
        records.put(
                "action-call",
                new Value.Row(Map.of(
                        "kind", new Value.Text("action"),
                        "title", new Value.Text("Call them"),
                        "status", new Value.Text("open"),
                        "flow", new Value.Text("tea"))));
        return TinyPack.engine(pack.withRecords("2", records));
    }

    private static Flow says(String name, String words) {
        return TinyPack.flow(name, List.of(), TinyPack.saying("say", words, new Target.Stay()));
    }
}
