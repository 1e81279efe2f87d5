package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.campaignbot.conversation.Event;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.blocks.Forms;
import org.campaignbot.slack.blocks.PressValue;
import org.campaignbot.slack.receive.SlackReply;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that Slack could deliver but no person of the fake causes. */
class OddRequestsTest {

    private static final String WHO =
            "\"user\":{\"id\":\"U0ANA\"},\"team\":{\"id\":\"T0ACME\"},\"trigger_id\":\"1.2.3\"";

    private final Stage stage = Stage.http();
    private final SlackHttp http = stage.bot.http(stage::intake);
    private int events;

    @AfterEach
    void end() {
        stage.close();
    }

    private SlackReply post(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String time = Long.toString(stage.clock.instant().getEpochSecond());
        String signature = Signatures.of(org.campaignbot.testkit.slack.SlackSettings.SIGNING_SECRET, time, body);
        return http.accept(
                "POST",
                SlackHttp.EVENTS,
                null,
                name -> name.equals(SlackHttp.SIGNATURE_HEADER) ? signature : time,
                body);
    }

    private SlackReply interaction(String json) {
        return post("payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8));
    }

    private SlackReply event(String event) {
        return post("{\"type\":\"event_callback\",\"team_id\":\"T0ACME\",\"event_id\":\"Ev" + ++events + "\",\"event\":"
                + event + "}");
    }

    private SlackReply message(String fields) {
        return event("{\"type\":\"message\",\"channel_type\":\"im\",\"channel\":\"D0ANA\"," + fields + "}");
    }

    private Update only() {
        assertThat(stage.taken).hasSize(1);
        return stage.taken.get(0);
    }

    @Test
    void aPictureWithoutWordsIsUnreadableAndWithWordsIsWords() {
        message("\"subtype\":\"file_share\",\"user\":\"U0ANA\",\"text\":\"\",\"files\":[{\"id\":\"F1\"}]");
        assertThat(only().event()).isEqualTo(new Event.Unreadable());
        stage.taken.clear();
        message("\"subtype\":\"file_share\",\"user\":\"U0ANA\",\"text\":\"10001\",\"files\":[{\"id\":\"F1\"}]");
        assertThat(only().event()).isEqualTo(new Event.Typed("10001"));
    }

    @Test
    void botsAndSlackItselfAreNotAnswered() {
        message("\"user\":\"U0ANA\",\"bot_id\":\"B1\",\"text\":\"Hello\"");
        message("\"user\":\"USLACKBOT\",\"text\":\"Hello\"");
        message("\"user\":\"" + stage.acme.botUser() + "\",\"text\":\"Hello\"");
        message("\"subtype\":\"message_deleted\",\"user\":\"U0ANA\"");
        assertThat(stage.taken).isEmpty();
        assertThat(stage.count(SlackCount.UPDATE_OF_BOT)).isEqualTo(3);
    }

    @Test
    void aPreviewThatSlackAddsIsNoEdit() {
        message("\"subtype\":\"message_changed\",\"message\":{\"user\":\"U0ANA\",\"text\":\"a\"},"
                + "\"previous_message\":{\"user\":\"U0ANA\",\"text\":\"a\"}");
        assertThat(stage.taken).isEmpty();
    }

    @Test
    void theWorkspaceIsTheOneThatTheEventIsMeantFor() {
        post("{\"type\":\"event_callback\",\"team_id\":\"T0OTHER\",\"event_id\":\"Ev1\","
                + "\"authorizations\":[{\"team_id\":\"T0ACME\"}],\"event\":{\"type\":\"app_mention\","
                + "\"channel\":\"C0SHARED\",\"user\":\"U0EVE\",\"thread_ts\":\"1.2\",\"text\":\"hello\"}}");
        assertThat(only().conversation().address().account()).isEqualTo("T0ACME");
        assertThat(only().conversation().address().thread()).isEqualTo("1.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_left", "group_left"})
    void whatEndsWithARemovalFromAChannelIsTheChannelsAsAWhole(String event) {
        post("{\"type\":\"event_callback\",\"team_id\":\"T0ACME\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"" + event
                + "\",\"channel\":\"C0GENERAL\",\"actor_id\":\"U0ANA\"}}");
        assertThat(only().event()).isEqualTo(new Event.Left());
        assertThat(only().conversation()).isEqualTo(SlackAddresses.everyone("T0ACME", "C0GENERAL", null));
    }

    @Test
    void aPressOnACardIsInTheChannelAndOneBelowItInTheThread() {
        String press = "{\"type\":\"block_actions\"," + WHO + ",\"channel\":{\"id\":\"C0GENERAL\"},\"container\":{"
                + "\"type\":\"message\",\"message_ts\":\"%s\",\"channel_id\":\"C0GENERAL\",\"thread_ts\":\"1.1\","
                + "\"is_ephemeral\":false},\"actions\":[{\"action_id\":\"press-0\",\"value\":\"party/join/p1\"}]}";
        interaction(press.formatted("1.1"));
        interaction(press.formatted("1.2"));
        assertThat(stage.taken)
                .extracting(update -> update.conversation().address().thread())
                .containsExactly(null, "1.1");
        assertThat(stage.taken)
                .extracting(update -> update.origin().pressedOn())
                .containsExactly("1.1", "1.2");
        assertThat(stage.taken.get(0).event()).isEqualTo(new Event.Pressed("party", "join", "p1"));
    }

    @Test
    void aButtonThatNobodyKnowsIsAPressAllTheSameAndAPageIsNone() {
        String press = "{\"type\":\"block_actions\"," + WHO + ",\"channel\":{\"id\":\"D0ANA\"},"
                + "\"actions\":[{\"action_id\":\"%s\",\"value\":\"%s\"}]}";
        interaction(press.formatted("of another app", "x"));
        assertThat(only().event()).isEqualTo(PressValue.UNKNOWN);
        interaction(press.formatted("open-1", ""));
        interaction(press.formatted(Forms.NAME, "no form"));
        assertThat(stage.taken).hasSize(1);
        assertThat(stage.count(SlackCount.PAGE_OPENED)).isEqualTo(1);
    }

    @Test
    void aFieldThatHoldsMoreThanItMayIsSentBackWithWords() {
        SlackReply reply = interaction("{\"type\":\"view_submission\"," + WHO + ",\"view\":{\"id\":\"V1\","
                + "\"callback_id\":\"form\",\"private_metadata\":\"{\\\"l\\\":\\\"es\\\",\\\"t\\\":\\\"T\\\",\\\"f\\\":"
                + "[{\\\"n\\\":\\\"place\\\",\\\"l\\\":\\\"L\\\",\\\"m\\\":3}]}\",\"state\":{\"values\":{"
                + "\"field-place\":{\"input\":{\"type\":\"plain_text_input\",\"value\":\"10001\"}}}}}}");
        assertThat(reply.body())
                .isEqualTo("{\"response_action\":\"errors\",\"errors\":{\"field-place\":\"Es demasiado largo.\"}}");
        assertThat(stage.taken).isEmpty();
    }

    @Test
    void aCheckOfTheCertificateIsAnswered() {
        assertThat(post("ssl_check=1&token=x").status()).isEqualTo(200);
    }

    @Test
    void whateverIsBrokenIsAcknowledgedAndNobodysUpdate() {
        List<String> broken = List.of(
                "",
                "{",
                "{}",
                "[]",
                "null",
                "payload=",
                "payload=%7B%7D",
                "payload=%",
                "command=%2Fcampaign",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"team_id\":[],\"event\":7}",
                "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"team_id\":\"T0ACME\",\"event\":{\"type\":\"message\"}}",
                "{\"type\":\"app_rate_limited\",\"team_id\":\"T0ACME\"}");
        for (String each : broken) {
            assertThat(post(each).status()).as(each).isEqualTo(200);
        }
        List<String> interactions = List.of(
                "{\"type\":\"shortcut\"," + WHO + "}",
                "{\"type\":\"block_actions\"," + WHO + ",\"actions\":[]}",
                "{\"type\":\"block_actions\"," + WHO + ",\"actions\":[7]}",
                "{\"type\":\"view_submission\"," + WHO + "}",
                "{\"type\":\"view_closed\"," + WHO + "}");
        for (String each : interactions) {
            assertThat(interaction(each).status()).as(each).isEqualTo(200);
        }
        assertThat(stage.taken).isEmpty();
    }

    @Test
    void aReplayedBodyIsTakenOnce() {
        message("\"user\":\"U0ANA\",\"text\":\"Hello\"");
        events = 0;
        message("\"user\":\"U0ANA\",\"text\":\"Hello\"");
        assertThat(stage.taken).extracting(Update::id).containsExactly("Ev1");
    }

    @Test
    void ofAFormNoMoreThanAHundredFieldsAreRead() {
        StringBuilder form = new StringBuilder("user_id=U0ANA&team_id=T0ACME&trigger_id=1.2&text=hello");
        for (int i = 0; i < 15_000; i++) {
            // Names with the same hash: they differ in Aa and BB.
            form.append('&');
            for (int bit = 0; bit < 15; bit++) {
                form.append((i >> bit) % 2 == 0 ? "Aa" : "BB");
            }
            form.append("=1");
        }
        assertThat(post(form + "&command=%2Fcampaign").status()).isEqualTo(200);
        assertThat(stage.taken).isEmpty();
        assertThat(post("command=%2Fcampaign&" + form).status()).isEqualTo(200);
        assertThat(only().event()).isEqualTo(new Event.Typed("hello"));
    }
}
