package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignbot.conversation.Event;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Form;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Language;
import org.campaignbot.slack.api.SlackTrouble;
import org.campaignbot.slack.home.HomeContent;
import org.campaignbot.slack.home.HomeContent.Section;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.testkit.slack.Limits;
import org.campaignbot.testkit.slack.ShownView;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackHomeTest {

    private static final Form WHERE = new Form("Where you live", List.of(new Form.Field("place", "ZIP code", 60)));

    private Stage stage = Stage.http();
    private final AtomicInteger looks = new AtomicInteger();

    private void showing(String text) {
        stage.home = (own, locale) -> Optional.of(new HomeContent(List.of(new Section(
                locale.equals(Language.SPANISH) ? "Ahora" : "Now",
                RichText.of(text + " " + looks.incrementAndGet()),
                List.of(Stage.YES, new Choice.Press("Forget me", "forget", "ask", "yes")),
                WHERE))));
    }

    @AfterEach
    void end() {
        assertThat(stage.slack.violations()).isEmpty();
        stage.close();
    }

    private ShownView home(String containing) {
        stage.slack.await(
                () -> stage.ana
                        .home()
                        .filter(view -> view.text().contains(containing))
                        .isPresent(),
                Stage.SOON,
                "the tab does not show " + containing);
        return stage.ana.home().orElseThrow();
    }

    @Test
    void theTabIsPublishedForWhoeverOpensItInTheirLanguage() {
        showing("Look");
        stage.ana.opensHome();
        assertThat(home("Look 1").text()).contains("Ahora");
        assertThat(stage.ben.home()).isEmpty();
        assertThat(stage.taken).isEmpty();
    }

    @Test
    void aPressInItIsOneOfThePersonsOwnConversationAndShowsItAnew() {
        showing("Look");
        stage.ana.opensHome();
        home("Look 1");
        Update update = stage.taken(stage.ana.pressesHome("Forget me"));
        assertThat(update.event()).isEqualTo(new Event.Pressed("forget", "ask", "yes"));
        assertThat(update.conversation()).isEqualTo(SlackAddresses.own(Stage.TEAM, "U0ANA"));
        assertThat(update.origin().pressedOn()).isNull();
        home("Look 2");
    }

    @Test
    void aFormInItOpensAndShowsItAnewOnceItIsSent() {
        showing("Look");
        stage.ana.opensHome();
        home("Look 1");
        stage.ana.pressesHome("Rellenar un formulario").awaitTaken(Stage.SOON);
        Update update = stage.taken(stage.ana.form().fills("ZIP code", "10001").submits());
        assertThat(update.event()).isEqualTo(new Event.Submitted(Map.of("place", "10001")));
        home("Look 2");
    }

    @Test
    void whereAnotherPressWasQuickerWhatHoldsNowIsShownOnceMore() {
        showing("Look");
        stage.slack.faults().next(1).of("views.publish").error("hash_conflict");
        stage.ana.opensHome();
        home("Look 2");
    }

    @Test
    void theMessagesTabIsNoReasonToPublish() {
        showing("Look");
        stage.ana.opensMessages().awaitTaken(Stage.SOON);
        assertThat(looks).hasValue(0);
    }

    @Test
    void aTabThatIsOffIsToldToTheOperator() {
        stage.close();
        stage = Stage.http(org.campaignbot.testkit.slack.SlackSettings.DEFAULTS
                .withLimits(Limits.NONE)
                .withHome(false));
        showing("Look");
        stage.ana.opensHome();
        stage.operator.awaitTold(SlackTrouble.HOME_TAB_OFF);
    }
}
