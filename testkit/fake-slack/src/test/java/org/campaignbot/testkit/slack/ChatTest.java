package org.campaignbot.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.campaignbot.testkit.fake.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ChatTest extends FakeSlackCase {

    private final Talk anaInGeneral = acme.talk(ANA, GENERAL);

    @Test
    void aTokenMustBeThereAndRightAndLive() throws Exception {
        assertThat(new BareApp(slack, "").says(ana.channel(), "hi").error()).isEqualTo("not_authed");
        assertThat(new BareApp(slack, "xoxb-nothing").says(ana.channel(), "hi").error())
                .isEqualTo("invalid_auth");
        assertThat(app.form("chat.postMessage", "channel=" + ana.channel() + "&text=hi")
                        .isOk())
                .isTrue();
        String inForm = "token=" + acme.botToken() + "&channel=" + ana.channel() + "&text=hi";
        assertThat(new BareApp(slack, "").form("chat.postMessage", inForm).isOk())
                .isTrue();
        ObjectNode inJson = BareApp.message(ana.channel(), "hi").put("token", acme.botToken());
        assertThat(new BareApp(slack, "").call("chat.postMessage", inJson).error())
                .isEqualTo("not_authed");
        assertThat(app.call("auth.revoke", Json.object()).body().path("revoked").asBoolean(false))
                .isTrue();
        assertThat(app.says(ana.channel(), "hi").error()).isEqualTo("token_revoked");
    }

    @Test
    void aMethodNeedsItsScopeAndMustExist() throws Exception {
        BareApp narrow = new BareApp(slack, acme.installs(Set.of("commands")));
        BareApp.Reply reply = narrow.says(ana.channel(), "hi");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.error()).isEqualTo("missing_scope");
        assertThat(reply.body().path("needed").asString("")).isEqualTo("chat:write");
    }

    @Test
    void aCallOfAMethodThatDoesNotExistIsRefusedLoggedAndNoted() throws Exception {
        assertThat(app.call("chat.postMesage", BareApp.message(ANA.id(), "hi")).error())
                .isEqualTo("unknown_method");
        assertThat(slack.violations()).containsExactly("chat.postMesage: unknown_method");
        assertThat(slack.log().calls()).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("chat.postMesage");
            assertThat(call.error()).isEqualTo("unknown_method");
            assertThat(call.accepted()).isFalse();
        });
    }

    @Test
    void aPersonsIdOpensTheirDirectMessages() throws Exception {
        BareApp.Reply reply = app.says(ANA.id(), "hi");
        assertThat(reply.body().path("channel").asString("")).isEqualTo(ana.channel());
        assertThat(ana.lastShown().text()).isEqualTo("hi");
        assertThat(ben.shown()).isEmpty();
        assertThat(app.says("U0NOBODY", "hi").error()).isEqualTo("channel_not_found");
    }

    @Test
    void aChannelMustBeKnownJoinedOpenAndWritable() throws Exception {
        assertThat(app.says("C0NOWHERE", "hi").error()).isEqualTo("channel_not_found");
        assertThat(app.says(GENERAL.id(), "hi").error()).isEqualTo("not_in_channel");
        acme.talk(ANA, SECRET);
        assertThat(app.says(SECRET.id(), "hi").error()).isEqualTo("channel_not_found");
        acme.invitesBot(ANA, GENERAL);
        assertThat(app.says(GENERAL.id(), "hi").isOk()).isTrue();
        assertThat(app.says("#general", "hello").isOk()).isTrue();
        acme.makesReadOnly(GENERAL);
        assertThat(app.says(GENERAL.id(), "hi").error()).isEqualTo("restricted_action_read_only_channel");
        acme.archives(GENERAL);
        assertThat(app.says(GENERAL.id(), "hi").error()).isEqualTo("is_archived");
        assertThat(anaInGeneral.shownByBot()).hasSize(2);
    }

    @Test
    void aBotThatWasKickedIsOutside() throws Exception {
        acme.invitesBot(ANA, GENERAL);
        acme.kicksBot(GENERAL);
        assertThat(app.says(GENERAL.id(), "hi").error()).isEqualTo("not_in_channel");
        BareApp open = new BareApp(slack, acme.installs(Set.of("chat:write", "chat:write.public")));
        assertThat(open.says(GENERAL.id(), "hi").isOk()).isTrue();
    }

    @Test
    void aMessageSaysSomethingAndNotTooMuch() throws Exception {
        assertThat(app.says(ANA.id(), "").error()).isEqualTo("no_text");
        assertThat(app.says(ANA.id(), "x".repeat(40_001)).error()).isEqualTo("msg_too_long");
        assertThat(slack.violations()).isEmpty();
        assertThat(app.says(ANA.id(), "x".repeat(4_001)).isOk()).isTrue();
        assertThat(slack.violations()).singleElement().asString().contains("which Slack splits");
        String ts = app.says(ANA.id(), "short").ts();
        assertThat(app.call(
                                "chat.update",
                                BareApp.message(ana.channel(), "x".repeat(4_001))
                                        .put("ts", ts))
                        .error())
                .isEqualTo("msg_too_long");
    }

    @Test
    void onlyItsOwnMessagesCanBeChangedAndOnlyWhileTheyAreThere() throws Exception {
        String ts = app.says(ANA.id(), "one").ts();
        assertThat(app.call("chat.update", BareApp.message(ana.channel(), "two").put("ts", ts))
                        .isOk())
                .isTrue();
        assertThat(ana.lastShown().text()).isEqualTo("two");
        assertThat(ana.lastShown().edited()).isTrue();
        ana.says("mine");
        String theirs = ana.shown().get(1).ts();
        assertThat(app.call("chat.update", BareApp.message(ana.channel(), "x").put("ts", theirs))
                        .error())
                .isEqualTo("cant_update_message");
        assertThat(app.call("chat.delete", BareApp.message(ana.channel(), "").put("ts", theirs))
                        .error())
                .isEqualTo("cant_delete_message");
        assertThat(app.call("chat.update", BareApp.message(ANA.id(), "x").put("ts", ts))
                        .error())
                .as("a person's id is no conversation here")
                .isEqualTo("channel_not_found");
        assertThat(app.form("chat.delete", "channel=" + ana.channel() + "&ts=" + ts)
                        .isOk())
                .isTrue();
        assertThat(app.call("chat.update", BareApp.message(ana.channel(), "x").put("ts", ts))
                        .error())
                .isEqualTo("message_not_found");
        assertThat(ana.shownByBot()).isEmpty();
    }

    @Test
    void blocksStayUntilAChangeSaysOtherwise() throws Exception {
        String ts = app.asks(ANA.id(), "Which?", "Call").ts();
        app.call("chat.update", BareApp.message(ana.channel(), "Done").put("ts", ts));
        assertThat(ana.lastShown().labels()).containsExactly("Call");
        assertThat(slack.violations()).singleElement().asString().contains("it keeps them");
        ObjectNode change = BareApp.message(ana.channel(), "Done").put("ts", ts);
        change.putArray("blocks");
        app.call("chat.update", change);
        assertThat(ana.lastShown().text()).isEqualTo("Done");
        assertThat(ana.lastShown().labels()).isEmpty();
    }

    @Test
    void anEphemeralMessageIsSeenByOneMemberAndCannotBeChanged() throws Exception {
        Talk benInGeneral = acme.talk(BEN, GENERAL);
        acme.invitesBot(ANA, GENERAL);
        BareApp.Reply reply = app.call(
                "chat.postEphemeral", BareApp.message(GENERAL.id(), "psst").put("user", ANA.id()));
        assertThat(anaInGeneral.lastShown().ephemeral()).isTrue();
        assertThat(benInGeneral.shown()).isEmpty();
        anaInGeneral.reloads();
        assertThat(anaInGeneral.shown()).isEmpty();
        String ts = reply.body().path("message_ts").asString("");
        assertThat(app.call("chat.update", BareApp.message(GENERAL.id(), "x").put("ts", ts))
                        .error())
                .isEqualTo("message_not_found");
        acme.leaves(BEN, GENERAL);
        assertThat(app.call(
                                "chat.postEphemeral",
                                BareApp.message(GENERAL.id(), "psst").put("user", BEN.id()))
                        .error())
                .isEqualTo("user_not_in_channel");
    }

    @Test
    void controlSequencesAreReadAndWhatCallsEverybodyIsNoted() throws Exception {
        app.says(ANA.id(), "<https://example.org/a?b=1&amp;c=2|Here> by <@U0BEN> &lt;ok&gt; A &amp; B");
        assertThat(ana.lastShown().text()).isEqualTo("Here by @U0BEN <ok> A & B");
        assertThat(slack.violations()).isEmpty();
        app.says(
                ANA.id(),
                "<!date^1392734382^{date_short} {time}|18 Feb> <mailto:a@example.org|mail> <tel:+12022243121|call>");
        assertThat(ana.lastShown().text()).isEqualTo("18 Feb mail call");
        assertThat(slack.violations()).isEmpty();
        app.says(ANA.id(), "<!channel> hear");
        app.says(ANA.id(), "1 < 2");
        app.says(ANA.id(), "A & B");
        app.says(ANA.id(), "<script>");
        assertThat(slack.violations()).hasSize(4);
        assertThat(slack.violations().get(0)).contains("calls everybody");
    }

    @Test
    void parametersThatNoPageListsAreNoted() throws Exception {
        app.call("chat.postMessage", BareApp.message(ANA.id(), "hi").put("chat_id", 5));
        assertThat(slack.violations()).containsExactly("chat.postMessage: unknown parameter chat_id");
    }

    @Test
    void theLogTellsWhatWasSaidToWhom() throws Exception {
        app.says(ANA.id(), "hi");
        assertThat(slack.log().awaitMessages(ana.channel(), 1, SOON).get(0).text())
                .isEqualTo("hi");
        assertThat(slack.log().count("chat.postMessage")).isEqualTo(1);
        assertThat(slack.log().calls().get(0).raw()).doesNotContain("xoxb");
    }
}
