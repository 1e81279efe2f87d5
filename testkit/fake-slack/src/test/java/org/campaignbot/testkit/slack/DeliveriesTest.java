package org.campaignbot.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveriesTest extends FakeSlackCase {

    @Test
    void aDirectMessageIsAnEvent() throws Exception {
        Delivery delivery = ana.says("hello").awaitTaken(SOON);
        AppServer.Taken taken = server.next(SOON);
        assertThat(taken.text("type")).isEqualTo("event_callback");
        assertThat(taken.text("event_id")).isEqualTo(delivery.id());
        assertThat(taken.text("team_id")).isEqualTo("T0ACME");
        assertThat(taken.text("api_app_id")).isEqualTo(SlackSettings.APP_ID);
        assertThat(taken.json().path("authorizations").path(0).path("is_bot").asBoolean(false))
                .isTrue();
        assertThat(taken.event().path("channel_type").asString("")).isEqualTo("im");
        assertThat(taken.event().path("user").asString("")).isEqualTo(ANA.id());
        assertThat(taken.retryNum()).isEmpty();
    }

    @Test
    void theAppIsToldOfItsOwnDirectMessages() throws Exception {
        app.says(ANA.id(), "hi");
        assertThat(server.next(SOON).event().path("bot_id").asString("")).isEqualTo("B0BOTT0ACME");
    }

    @Test
    void inAChannelOnlyMentionsReachIt() throws Exception {
        Talk anaInGeneral = acme.talk(ANA, GENERAL);
        assertThat(anaInGeneral.mentions("help").state()).isEqualTo(Delivery.State.NOT_SENT);
        acme.invitesBot(ANA, GENERAL).awaitTaken(SOON);
        assertThat(server.next(SOON).event().path("type").asString("")).isEqualTo("member_joined_channel");
        assertThat(anaInGeneral.says("hello all").state()).isEqualTo(Delivery.State.NOT_SENT);
        anaInGeneral.mentions("help").awaitTaken(SOON);
        AppServer.Taken taken = server.next(SOON);
        assertThat(taken.event().path("type").asString("")).isEqualTo("app_mention");
        assertThat(taken.event().path("text").asString("")).isEqualTo("<@" + acme.botUser() + "> help");
    }

    @Test
    void anEventNeedsItsScope() {
        acme.installs(Set.of("chat:write"));
        assertThat(ana.says("hello").state()).isEqualTo(Delivery.State.NOT_SENT);
    }

    @Test
    void anEventThatIsRefusedComesThreeTimesMore() throws Exception {
        server.answers(request -> AppServer.Reply.status(500));
        Delivery delivery = ana.says("hello").awaitGivenUp(SOON);
        assertThat(delivery.attempts()).extracting(Delivery.Attempt::number).containsExactly(0, 1, 2, 3);
        assertThat(server.next(SOON).retryNum()).isEmpty();
        for (String number : new String[] {"1", "2", "3"}) {
            AppServer.Taken again = server.next(SOON);
            assertThat(again.retryNum()).isEqualTo(number);
            assertThat(again.retryReason()).isEqualTo("http_error");
            assertThat(again.text("event_id")).isEqualTo(delivery.id());
        }
        assertThat(server.isQuiet()).isTrue();
    }

    @Test
    void theAppCanAskNotToBeSentAnEventAgain() {
        server.answers(request -> new AppServer.Reply(500, "text/plain", "", true));
        assertThat(ana.says("hello").awaitGivenUp(SOON).attempts()).hasSize(1);
    }

    @Test
    void anAppThatIsDownFailsToConnect() {
        server.close();
        Delivery delivery = ana.says("hello").awaitGivenUp(SOON);
        assertThat(delivery.attempts()).extracting(Delivery.Attempt::failure).containsOnly("connection_failed");
    }

    @Test
    void uninstallingEndsTheTokenAndIsTold() throws Exception {
        acme.uninstalls().forEach(each -> each.awaitTaken(SOON));
        assertThat(List.of(
                        server.next(SOON).event().path("type").asString(""),
                        server.next(SOON).event().path("type").asString("")))
                .containsExactlyInAnyOrder("app_uninstalled", "tokens_revoked");
        assertThat(app.says(ANA.id(), "hi").error()).isEqualTo("account_inactive");
        assertThat(ana.says("hello").state()).isEqualTo(Delivery.State.NOT_SENT);
    }

    @Test
    void openingATabIsAnEvent() throws Exception {
        ana.opensHome().awaitTaken(SOON);
        AppServer.Taken home = server.next(SOON);
        assertThat(home.event().path("type").asString("")).isEqualTo("app_home_opened");
        assertThat(home.event().path("tab").asString("")).isEqualTo("home");
        ana.opensMessages().awaitTaken(SOON);
        assertThat(server.next(SOON).event().path("tab").asString("")).isEqualTo("messages");
    }

    @Test
    void editingIsAnEventOfAnotherSubtype() throws Exception {
        ana.says("helo");
        assertThat(server.next(SOON).event().has("subtype")).isFalse();
        ana.edits(ana.shown().get(0).ts(), "hello").awaitTaken(SOON);
        assertThat(server.next(SOON).event().path("subtype").asString("")).isEqualTo("message_changed");
    }

    @Test
    void theSameEventMayComeTwice() throws Exception {
        ana.says("hello").awaitTaken(SOON);
        AppServer.Taken first = server.next(SOON);
        slack.eventAsItIs(first.body()).awaitTaken(SOON);
        assertThat(server.next(SOON).text("event_id")).isEqualTo(first.text("event_id"));
    }
}
