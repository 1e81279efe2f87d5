package org.campaignbot.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.campaignbot.testkit.fake.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ViewsTest extends FakeSlackCase {

    private String trigger() throws Exception {
        ana.command("/bill", "").awaitTaken(SOON);
        return server.next(SOON).text("trigger_id");
    }

    private static ObjectNode modal(String title) {
        ObjectNode view = Json.object().put("type", "modal").put("callback_id", "signup");
        view.putObject("title").put("type", "plain_text").put("text", title);
        view.putObject("submit").put("type", "plain_text").put("text", "Send");
        ArrayNode blocks = BareApp.blocks("Tell us", "More");
        ObjectNode input = blocks.addObject().put("type", "input").put("block_id", "zip");
        input.putObject("label").put("type", "plain_text").put("text", "ZIP code");
        input.putObject("element").put("type", "plain_text_input").put("action_id", "value");
        view.set("blocks", blocks);
        return view;
    }

    private BareApp.Reply begin(String method, String trigger, ObjectNode view) throws Exception {
        ObjectNode parameters = Json.object().put("trigger_id", trigger);
        parameters.set("view", view);
        return app.call(method, parameters);
    }

    private ShownView shown() {
        return ana.modal().orElseThrow();
    }

    @Test
    void aTriggerOpensOneModalWithinThreeSeconds() throws Exception {
        String trigger = trigger();
        assertThat(begin("views.open", trigger, modal("Sign up")).isOk()).isTrue();
        assertThat(shown().title()).isEqualTo("Sign up");
        assertThat(ben.modal()).isEmpty();
        assertThat(begin("views.open", trigger, modal("Sign up")).error()).isEqualTo("exchanged_trigger_id");
        assertThat(begin("views.open", "1.2.abc", modal("Sign up")).error()).isEqualTo("invalid_trigger_id");
        String late = trigger();
        clock.advance(Duration.ofSeconds(4));
        assertThat(begin("views.open", late, modal("Sign up")).error()).isEqualTo("expired_trigger_id");
    }

    @Test
    void aModalHasWhatItMustHaveAndNoMore() throws Exception {
        ObjectNode noSubmit = modal("Sign up");
        noSubmit.remove("submit");
        assertThat(problem(noSubmit)).contains("submit");
        assertThat(problem(modal("A title of more than 24 characters"))).contains("less than 25", "/view/title/text");
        assertThat(problem(modal("Sign up").put("private_metadata", "x".repeat(3001))))
                .contains("less than 3001");
        assertThat(problem(modal("Sign up").put("callback_id", "x".repeat(256))))
                .contains("less than 256");
        assertThat(problem(Json.object().put("type", "home"))).contains("must be an object of type modal");
        ObjectNode many = modal("Sign up");
        ArrayNode blocks = many.putArray("blocks");
        for (int added = 0; added < 101; added++) {
            blocks.addObject().put("type", "divider");
        }
        assertThat(problem(many)).contains("no more than 100");
        ObjectNode large = modal("Sign up").put("huge", "x".repeat(250 * 1024));
        assertThat(begin("views.open", trigger(), large).error()).isEqualTo("view_too_large");
    }

    private String problem(ObjectNode view) throws Exception {
        BareApp.Reply reply = begin("views.open", trigger(), view);
        assertThat(reply.error()).isEqualTo("invalid_arguments");
        return String.join("\n", reply.problems());
    }

    @Test
    void aViewMayComeAsJsonInAForm() throws Exception {
        String form = "trigger_id=" + trigger() + "&view="
                + Parameters.encoded(modal("Sign up").toString());
        assertThat(app.form("views.open", form).isOk()).isTrue();
    }

    @Test
    void threeViewsLieOverEachOther() throws Exception {
        begin("views.open", trigger(), modal("One"));
        assertThat(begin("views.push", trigger(), modal("Two")).isOk()).isTrue();
        assertThat(begin("views.push", trigger(), modal("Three")).isOk()).isTrue();
        assertThat(begin("views.push", trigger(), modal("Four")).error()).isEqualTo("push_limit_reached");
        assertThat(shown().title()).isEqualTo("Three");
        ana.form().closes();
        assertThat(shown().title()).isEqualTo("Two");
    }

    @Test
    void anUpdateKeepsWhatWasTypedAndKnowsItsHash() throws Exception {
        JsonNode view = begin("views.open", trigger(), modal("One")).body().path("view");
        ana.form().fills("ZIP code", "33101");
        ObjectNode update = Json.object().put("view_id", view.path("id").asString(""));
        update.put("hash", view.path("hash").asString("")).set("view", modal("Two"));
        assertThat(app.call("views.update", update).isOk()).isTrue();
        assertThat(app.call("views.update", update).error()).isEqualTo("hash_conflict");
        assertThat(shown().raw()
                        .path("state")
                        .path("values")
                        .path("zip")
                        .path("value")
                        .path("value")
                        .asString(""))
                .isEqualTo("33101");
        assertThat(app.call("views.update", update.put("view_id", "V0NONE")).error())
                .isEqualTo("not_found");
    }

    @Test
    void aSubmissionIsAnsweredByErrorsAnUpdateAPushOrAnEnd() throws Exception {
        begin("views.open", trigger(), modal("One"));
        server.answers(request ->
                AppServer.Reply.json("{\"response_action\":\"errors\",\"errors\":{\"zip\":\"Five digits, please\"}}"));
        ana.form().fills("zip", "no").submits().awaitTaken(SOON);
        AppServer.Taken taken = server.next(SOON);
        assertThat(taken.text("type")).isEqualTo("view_submission");
        assertThat(taken.json()
                        .path("view")
                        .path("state")
                        .path("values")
                        .path("zip")
                        .path("value")
                        .path("value")
                        .asString(""))
                .isEqualTo("no");
        assertThat(shown().errors()).isEqualTo(Map.of("zip", "Five digits, please"));
        server.answers(
                request -> AppServer.Reply.json("{\"response_action\":\"update\",\"view\":" + modal("Two") + "}"));
        ana.form().submits().awaitTaken(SOON);
        assertThat(shown().title()).isEqualTo("Two");
        assertThat(shown().errors()).isEmpty();
        server.answers(
                request -> AppServer.Reply.json("{\"response_action\":\"push\",\"view\":" + modal("Three") + "}"));
        ana.form().submits().awaitTaken(SOON);
        assertThat(shown().title()).isEqualTo("Three");
        server.answers(request -> AppServer.Reply.OK);
        ana.form().fills("zip", "33101").submits().awaitTaken(SOON);
        assertThat(shown().title()).isEqualTo("Two");
        server.answers(request -> AppServer.Reply.json("{\"response_action\":\"clear\"}"));
        ana.form().submits().awaitTaken(SOON);
        assertThat(ana.modal()).isEmpty();
        assertThat(slack.violations()).isEmpty();
    }

    @Test
    void aWrongAnswerToASubmissionLeavesTheModalAndIsNoted() throws Exception {
        begin("views.open", trigger(), modal("One"));
        server.answers(
                request -> AppServer.Reply.json("{\"response_action\":\"errors\",\"errors\":{\"street\":\"Which?\"}}"));
        ana.form().fills("zip", "33101").submits().awaitTaken(SOON);
        server.answers(
                request -> AppServer.Reply.json("{\"response_action\":\"update\",\"view\":{\"type\":\"modal\"}}"));
        ana.form().submits().awaitTaken(SOON);
        server.answers(request -> AppServer.Reply.json("{\"text\":\"thanks\"}"));
        ana.form().submits().awaitTaken(SOON);
        assertThat(shown().title()).isEqualTo("One");
        assertThat(slack.violations()).hasSize(3);
        assertThat(ana.notices()).hasSize(3);
    }

    @Test
    void whatMustBeFilledInIs() throws Exception {
        begin("views.open", trigger(), modal("One"));
        assertThatThrownBy(() -> ana.form().submits()).hasMessageContaining("[ZIP code] must be filled in");
        assertThatThrownBy(() -> ben.form()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPressInAModalHasNoResponseUrl() throws Exception {
        begin("views.open", trigger(), modal("One"));
        ana.presses("More").awaitTaken(SOON);
        AppServer.Taken press = server.next(SOON);
        assertThat(press.json().has("response_url")).isFalse();
        assertThat(press.json().path("container").path("type").asString("")).isEqualTo("view");
        assertThat(press.json().path("view").path("callback_id").asString("")).isEqualTo("signup");
    }

    @Test
    void closingIsToldWhereTheViewAsksForIt() throws Exception {
        begin("views.open", trigger(), modal("One"));
        assertThat(ana.form().closes().state()).isEqualTo(Delivery.State.NOT_SENT);
        begin("views.open", trigger(), modal("One").put("notify_on_close", true));
        ana.form().closes().awaitTaken(SOON);
        assertThat(server.next(SOON).text("type")).isEqualTo("view_closed");
    }

    @Test
    void aHomeTabIsPublishedForOnePerson() throws Exception {
        ObjectNode home = Json.object().put("type", "home");
        home.set("blocks", BareApp.blocks("Welcome", "Call"));
        ObjectNode parameters = Json.object().put("user_id", ANA.id());
        parameters.set("view", home);
        JsonNode view = app.call("views.publish", parameters).body().path("view");
        assertThat(ana.home().orElseThrow().text()).isEqualTo("Welcome");
        assertThat(ben.home()).isEmpty();
        assertThat(app.call("views.publish", parameters.deepCopy().put("hash", "0.0"))
                        .error())
                .isEqualTo("hash_conflict");
        parameters.put("hash", view.path("hash").asString(""));
        assertThat(app.call("views.publish", parameters).isOk()).isTrue();
        ana.pressesHome("Call").awaitTaken(SOON);
        assertThat(server.next(SOON).json().path("view").path("type").asString(""))
                .isEqualTo("home");
        ana.opensHome().awaitTaken(SOON);
        assertThat(server.next(SOON).event().path("view").path("id").asString(""))
                .isEqualTo(view.path("id").asString("none"));
        assertThat(app.call("views.publish", parameters.deepCopy().put("user_id", "U0NOBODY"))
                        .error())
                .isEqualTo("invalid_arguments");
    }

    private static ObjectNode withInput(ObjectNode view, ObjectNode element) {
        ObjectNode input = view.putArray("blocks").addObject().put("type", "input");
        input.putObject("label").put("type", "plain_text").put("text", "Yours");
        input.set("element", element);
        return view;
    }

    private static ObjectNode element(String type) {
        return Json.object().put("type", type);
    }

    @Test
    void someInputsStandInModalsAlone() throws Exception {
        ObjectNode number = element("number_input");
        assertThat(problem(withInput(modal("Sign up"), number))).contains("is_decimal_allowed");
        number.put("is_decimal_allowed", false);
        for (ObjectNode each : List.of(number, element("email_text_input"), element("url_text_input"))) {
            assertThat(begin("views.open", trigger(), withInput(modal("Sign up"), each))
                            .isOk())
                    .isTrue();
            assertThat(homeProblem(each))
                    .contains("unsupported type: " + each.path("type").asString(""));
        }
        assertThat(homeProblem(element("datetimepicker"))).contains("unsupported type: datetimepicker");
    }

    private String homeProblem(ObjectNode element) throws Exception {
        ObjectNode parameters = Json.object().put("user_id", ANA.id());
        parameters.set("view", withInput(element("home"), element));
        return String.join("\n", app.call("views.publish", parameters).problems());
    }

    @Test
    void aHomeTabThatIsOffTakesNoView() throws Exception {
        try (FakeSlack off = FakeSlack.start(settings().withHome(false))) {
            Workspace workspace = off.workspace("T0ACME");
            workspace.talk(ANA);
            ObjectNode parameters = Json.object().put("user_id", ANA.id());
            parameters.putObject("view").put("type", "home").putArray("blocks");
            assertThat(new BareApp(off, workspace.botToken())
                            .call("views.publish", parameters)
                            .error())
                    .isEqualTo("not_enabled");
        }
    }

    @Test
    void theAppsOwnIdOfAViewIsUnique() throws Exception {
        begin("views.open", trigger(), modal("One").put("external_id", "mine"));
        assertThat(begin("views.push", trigger(), modal("Two").put("external_id", "mine"))
                        .error())
                .isEqualTo("duplicate_external_id");
        ObjectNode update = Json.object().put("external_id", "mine");
        update.set("view", modal("Three").put("external_id", "mine"));
        assertThat(app.call("views.update", update).isOk()).isTrue();
        assertThat(shown().title()).isEqualTo("Three");
    }
}
