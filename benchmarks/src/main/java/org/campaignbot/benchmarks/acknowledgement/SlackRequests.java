package org.campaignbot.benchmarks.acknowledgement;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.campaignbot.benchmarks.wire.HttpMessage;

/** Requests as Slack writes and signs them, each with a unique id; used only in the driver's thread. */
final class SlackRequests {

    /** The bot's path for them. */
    static final String PATH = "/slack/events";

    static final String TEAM = "T0LOADRUN";
    static final String BOT_USER = "U0LOADBOT";

    private static final String APP = "A0LOADRUN";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final RequestSignature signature;
    private final InstantSource clock;
    private long next = 1_000_000;

    SlackRequests(String signingSecret, InstantSource clock) {
        this.signature = new RequestSignature(signingSecret);
        this.clock = clock;
    }

    /** A direct message. */
    byte[] message(int user, String words) {
        Instant now = clock.instant();
        String event = "{\"type\":\"message\",\"user\":\"" + userId(user) + "\",\"ts\":\"" + ts(now)
                + "\",\"client_msg_id\":\"" + next() + "\",\"text\":\"" + words + "\",\"team\":\"" + TEAM
                + "\",\"channel\":\"" + directId(user) + "\",\"event_ts\":\"" + ts(now)
                + "\",\"channel_type\":\"im\"}";
        return signed(
                "application/json",
                "{\"token\":\"not-read\",\"team_id\":\"" + TEAM + "\",\"api_app_id\":\"" + APP + "\",\"event\":" + event
                        + ",\"type\":\"event_callback\",\"event_id\":\"Ev" + next() + "\",\"event_time\":"
                        + now.getEpochSecond() + ",\"authorizations\":[{\"enterprise_id\":null,\"team_id\":\"" + TEAM
                        + "\",\"user_id\":\"" + BOT_USER
                        + "\",\"is_bot\":true,\"is_enterprise_install\":false}],\"is_ext_shared_channel\":false,"
                        + "\"event_context\":\"4-load\"}");
    }

    /** The slash command, used in the direct message with the bot. */
    byte[] command(int user, String words) {
        return signed(
                FORM,
                "token=not-read&team_id=" + TEAM + "&team_domain=load&channel_id=" + directId(user)
                        + "&channel_name=directmessage&user_id=" + userId(user) + "&user_name=person&command="
                        + encoded("/campaign") + "&text=" + encoded(words) + "&api_app_id=" + APP
                        + "&is_enterprise_install=false&response_url="
                        + encoded("https://hooks.slack.com/commands/" + TEAM + "/" + next()) + "&trigger_id="
                        + trigger());
    }

    /** A press on a button of a direct message. */
    byte[] press(int user, SlackButton button) {
        Instant now = clock.instant();
        String action = "{\"type\":\"button\",\"action_id\":\"" + button.actionId() + "\",\"block_id\":\"choices-0\","
                + "\"text\":{\"type\":\"plain_text\",\"text\":\"" + button.label() + "\",\"emoji\":false},\"value\":\""
                + button.value() + "\",\"action_ts\":\"" + ts(now) + "\"}";
        String message = "{\"type\":\"message\",\"user\":\"" + BOT_USER + "\",\"ts\":\"" + ts(now)
                + "\",\"bot_id\":\"B0LOADBOT\",\"app_id\":\"" + APP + "\",\"text\":\"What was said.\",\"team\":\""
                + TEAM
                + "\"}";
        String payload = "{\"type\":\"block_actions\",\"user\":{\"id\":\"" + userId(user)
                + "\",\"username\":\"person\",\"name\":\"person\",\"team_id\":\"" + TEAM + "\"},\"api_app_id\":\"" + APP
                + "\",\"token\":\"not-read\",\"container\":{\"type\":\"message\",\"message_ts\":\"" + ts(now)
                + "\",\"channel_id\":\"" + directId(user) + "\",\"is_ephemeral\":false},\"trigger_id\":\"" + trigger()
                + "\",\"team\":{\"id\":\"" + TEAM + "\",\"domain\":\"load\"},\"enterprise\":null,"
                + "\"is_enterprise_install\":false,\"channel\":{\"id\":\"" + directId(user)
                + "\",\"name\":\"directmessage\"},\"message\":" + message + ",\"state\":{\"values\":{}},"
                + "\"response_url\":\"https://hooks.slack.com/actions/" + TEAM + "/" + next() + "\",\"actions\":["
                + action + "]}";
        return signed(FORM, "payload=" + encoded(payload));
    }

    /** Slack's request when an address is entered, to check that it answers. */
    byte[] challenge() {
        return signed(
                "application/json", "{\"token\":\"not-read\",\"challenge\":\"load\",\"type\":\"url_verification\"}");
    }

    static String userId(int user) {
        return "U0LOAD" + (1000 + user);
    }

    static String directId(int user) {
        return "D0LOAD" + (1000 + user);
    }

    private String trigger() {
        return next() + "." + next() + ".0123456789abcdef0123456789abcdef";
    }

    private long next() {
        return ++next;
    }

    private static String ts(Instant now) {
        return now.getEpochSecond() + ".000100";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private byte[] signed(String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return HttpMessage.post(PATH, signature.headers(bytes, clock.instant()), type, bytes);
    }
}
