package org.campaignbot.slack.receive;

import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.campaignbot.platform.Counts;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.receive.SlackTrigger.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a genuine request, whichever way it came, and passes it to its reader.
 *
 * <p>Events come as JSON, commands as a form, and interactions as JSON in a form; over Socket Mode all of them are JSON.
 */
public final class SlackDispatcher {

    private static final int MOST_FIELDS = 100;

    private final EventReading events;
    private final ActionReading actions;
    private final SlackDelivery slackDelivery;
    private final Counts counts;
    private final Repeats repeats = new Repeats();

    public SlackDispatcher(EventReading events, ActionReading actions, SlackDelivery slackDelivery, Counts counts) {
        this.events = events;
        this.actions = actions;
        this.slackDelivery = slackDelivery;
        this.counts = counts;
    }

    /** Answers an HTTP request whose signature was verified. */
    public SlackReply http(String body) {
        try {
            if (body.startsWith("{")) {
                return json(SlackJson.object(body));
            }
            JsonObject form = form(body);
            if (form.has("payload")) {
                return interaction(SlackJson.object(SlackJson.text(form, "payload")));
            } else if (form.has("command")) {
                return slackDelivery.take(actions.command(form));
            }
            // Slack sometimes checks whether the certificate is valid.
            return passed(form.has("ssl_check") ? SlackCount.UPDATE_SERVICE : SlackCount.UPDATE_UNKNOWN_KIND);
        } catch (RuntimeException failure) {
            return putOff();
        }
    }

    /** Answers a Socket Mode envelope. */
    public SlackReply socket(JsonObject envelope) {
        JsonObject payload = SlackJson.in(envelope, "payload");
        String envelopeId = SlackJson.text(envelope, "envelope_id");
        try {
            SlackTrigger kind = SlackTrigger.of(Kind.ENVELOPE, SlackJson.text(envelope, "type"));
            if (kind == null) {
                return passed(SlackCount.UPDATE_UNKNOWN_KIND);
            }
            return switch (kind) {
                case ENVELOPE_EVENT -> json(payload);
                case ENVELOPE_COMMAND -> repeats.once(envelopeId, () -> slackDelivery.take(actions.command(payload)));
                case ENVELOPE_INTERACTION -> repeats.once(envelopeId, () -> interaction(payload));
                default -> passed(SlackCount.UPDATE_UNKNOWN_KIND);
            };
        } catch (RuntimeException failure) {
            return putOff();
        }
    }

    private SlackReply json(@Nullable JsonObject payload) {
        if (payload == null) {
            return passed(SlackCount.UPDATE_MALFORMED);
        }
        String type = SlackJson.text(payload, "type");
        if (SlackTrigger.BODY_VERIFICATION.is(type)) {
            return SlackReply.text(SlackJson.text(payload, "challenge"));
        } else if (SlackTrigger.of(Kind.BODY, type) == null) {
            return passed(SlackCount.UPDATE_MALFORMED);
        }
        String id = SlackJson.text(payload, "event_id");
        return repeats.once(
                id.isEmpty() ? "" : SlackJson.text(payload, "team_id") + "/" + id,
                () -> slackDelivery.take(events.read(payload)));
    }

    private SlackReply interaction(@Nullable JsonObject payload) {
        if (payload == null) {
            return passed(SlackCount.UPDATE_MALFORMED);
        }
        SlackTrigger kind = SlackTrigger.of(Kind.INTERACTION, SlackJson.text(payload, "type"));
        if (kind == SlackTrigger.INTERACTION_PRESS) {
            return slackDelivery.take(actions.press(payload));
        }
        return kind == SlackTrigger.INTERACTION_FORM
                ? slackDelivery.take(actions.form(payload))
                : passed(SlackCount.UPDATE_UNKNOWN_KIND);
    }

    private SlackReply passed(SlackCount why) {
        counts.add(why);
        return SlackReply.OK;
    }

    /** Something failed, such as the database: Slack redelivers it, or tells the person that it didn't work. */
    private SlackReply putOff() {
        counts.add(SlackCount.REQUEST_PUT_OFF);
        return SlackReply.status(503);
    }

    /** The form's fields in Socket Mode's shape: the first hundred; Slack's forms have about fifteen. */
    private static JsonObject form(String body) {
        JsonObject form = new JsonObject();
        for (String field : body.split("&", MOST_FIELDS + 1)) {
            if (form.size() == MOST_FIELDS) {
                break;
            }
            int sign = field.indexOf('=');
            if (sign > 0) {
                form.addProperty(decoded(field.substring(0, sign)), decoded(field.substring(sign + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
