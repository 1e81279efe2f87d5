package org.campaignbot.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.campaignbot.testkit.fake.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class InteractionsTest extends FakeSlackCase {

    private final Talk anaInGeneral = acme.talk(ANA, GENERAL);
    private final Talk benInGeneral = acme.talk(BEN, GENERAL);

    @Test
    void aCommandIsAFormAndItsAnswerIsForOneAlone() throws Exception {
        server.answers(request -> AppServer.Reply.json("{\"text\":\"for you\"}"));
        anaInGeneral.command("/bill", "help me & <you>").awaitTaken(SOON);
        AppServer.Taken taken = server.next(SOON);
        assertThat(taken.type()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(taken.text("command")).isEqualTo("/bill");
        assertThat(taken.text("text")).isEqualTo("help me &amp; &lt;you&gt;");
        assertThat(taken.text("channel_id")).isEqualTo(GENERAL.id());
        assertThat(taken.text("user_id")).isEqualTo(ANA.id());
        assertThat(anaInGeneral.lastShown().text()).isEqualTo("for you");
        assertThat(anaInGeneral.lastShown().ephemeral()).isTrue();
        assertThat(benInGeneral.shown()).isEmpty();
    }

    @Test
    void aCommandMayBeAnsweredForAll() {
        server.answers(request -> AppServer.Reply.json("{\"response_type\":\"in_channel\",\"text\":\"for all\"}"));
        anaInGeneral.command("/bill", "").awaitTaken(SOON);
        assertThat(benInGeneral.lastShown().text()).isEqualTo("for all");
    }

    @Test
    void aCommandThatIsNotTakenIsNotSentAgainAndThePersonIsTold() throws Exception {
        server.answers(request -> AppServer.Reply.status(500));
        assertThat(ana.command("/bill", "").awaitGivenUp(SOON).attempts()).hasSize(1);
        assertThat(ana.notices()).containsExactly("/bill failed with the error \"dispatch_failed\"");
        assertThat(ben.notices()).isEmpty();
    }

    @Test
    void aCommandDoesNotWorkInAThread() {
        assertThatThrownBy(() -> anaInGeneral.inThread("1.2").command("/bill", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWrongAnswerToACommandIsNoted() {
        server.answers(request -> AppServer.Reply.json("{\"text\":\"<!everyone>\"}"));
        ana.command("/bill", "").awaitTaken(SOON);
        server.answers(request -> AppServer.Reply.json("{\"blocks\":[{\"type\":\"nonsense\"}]}"));
        ana.command("/bill", "").awaitTaken(SOON);
        server.answers(request -> AppServer.Reply.json("{\"text\":"));
        ana.command("/bill", "").awaitTaken(SOON);
        assertThat(slack.violations()).hasSize(3);
    }

    @Test
    void aPressTellsWhatWasPressedWhereAndByWhom() throws Exception {
        acme.invitesBot(ANA, GENERAL);
        server.next(SOON);
        app.asks(GENERAL.id(), "Which?", "Call", "Write");
        benInGeneral.presses("Write").awaitTaken(SOON);
        AppServer.Taken taken = server.next(SOON);
        assertThat(taken.text("type")).isEqualTo("block_actions");
        assertThat(taken.json().path("user").path("id").asString("")).isEqualTo(BEN.id());
        assertThat(taken.json().path("channel").path("id").asString("")).isEqualTo(GENERAL.id());
        assertThat(taken.json().path("message").path("ts").asString("")).isNotEmpty();
        ObjectNode action = (ObjectNode) taken.json().path("actions").path(0);
        assertThat(action.path("action_id").asString("")).isEqualTo("act-Write");
        assertThat(action.path("value").asString("")).isEqualTo("v-Write");
        assertThat(action.path("block_id").asString("")).isEqualTo("row");
    }

    @Test
    void nobodyPressesWhatIsNotShownToThem() throws Exception {
        acme.invitesBot(ANA, GENERAL);
        ObjectNode message = BareApp.withButtons(GENERAL.id(), "psst", "Call").put("user", ANA.id());
        assertThat(app.call("chat.postEphemeral", message).isOk()).isTrue();
        assertThatThrownBy(() -> benInGeneral.presses("Call")).hasMessageContaining("nothing shows [Call]");
        String ts = anaInGeneral.lastShown().ts();
        assertThatThrownBy(() -> benInGeneral.presses(ts, "Call")).hasMessageContaining("not shown to them");
        anaInGeneral.presses("Call").awaitTaken(SOON);
    }

    @Test
    void anEphemeralMessageDoesNotComeWithItsPressAndIsReplacedByItsAddress() throws Exception {
        server.answers(request -> request.text("command").isEmpty()
                ? AppServer.Reply.OK
                : AppServer.Reply.json("{\"blocks\":" + BareApp.blocks("Which?", "Call") + "}"));
        anaInGeneral.command("/bill", "").awaitTaken(SOON);
        server.next(SOON);
        anaInGeneral.presses("Call").awaitTaken(SOON);
        AppServer.Taken press = server.next(SOON);
        assertThat(press.json().has("message")).isFalse();
        assertThat(press.json().path("container").path("is_ephemeral").asBoolean(false))
                .isTrue();
        app.respond(
                press.text("response_url"),
                Json.object().put("replace_original", true).put("text", "Done"));
        assertThat(anaInGeneral.lastShown().text()).isEqualTo("Done");
        assertThat(anaInGeneral.shown()).hasSize(1);
        app.respond(press.text("response_url"), Json.object().put("delete_original", true));
        assertThat(anaInGeneral.shown()).isEmpty();
        assertThat(slack.violations()).isEmpty();
    }

    @Test
    void aResponseUrlWorksFiveTimesWithinHalfAnHourAndWithoutMembership() throws Exception {
        ana.command("/bill", "").awaitTaken(SOON);
        String url = server.next(SOON).text("response_url");
        ObjectNode message = Json.object().put("text", "hi");
        for (int used = 0; used < 5; used++) {
            assertThat(app.respond(url, message).isOk()).isTrue();
        }
        assertThat(app.respond(url, message).error()).isEqualTo("used_url");
        anaInGeneral.command("/bill", "").awaitTaken(SOON);
        String other = server.next(SOON).text("response_url");
        assertThat(app.respond(other, message).isOk()).isTrue();
        assertThat(anaInGeneral.lastShown().ephemeral()).isTrue();
        clock.advance(Duration.ofMinutes(31));
        BareApp.Reply late = app.respond(other, message);
        assertThat(late.status()).isEqualTo(404);
        assertThat(late.error()).isEqualTo("expired_url");
    }

    @Test
    void choosingAnOptionIsAPressToo() throws Exception {
        String option = "{\"text\":{\"type\":\"plain_text\",\"text\":\"Weekly\"},\"value\":\"w\"}";
        app.withBlocks(
                ANA.id(),
                "[{\"type\":\"actions\",\"elements\":[{\"type\":\"static_select\",\"action_id\":\"often\","
                        + "\"options\":[" + option + "]}]}]");
        server.next(SOON);
        ana.presses("Weekly").awaitTaken(SOON);
        assertThat(server.next(SOON)
                        .json()
                        .path("actions")
                        .path(0)
                        .path("selected_option")
                        .path("value")
                        .asString(""))
                .isEqualTo("w");
    }
}
