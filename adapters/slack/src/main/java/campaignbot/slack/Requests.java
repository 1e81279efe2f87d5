package campaignbot.slack;

import campaignbot.platform.Counters;
import campaignbot.slack.Reaction.Kind;
import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a genuine request, whichever way it came, and passes it to its reader.
 *
 * <p>Events come as JSON, commands as a form, and interactions as JSON in a form; over Socket Mode all of them are JSON.
 */
final class Requests {

    private static final int MOST_FIELDS = 100;

    private final EventReading events;
    private final ActionReading actions;
    private final Deliveries deliveries;
    private final Counters<Counted> counters;
    private final Repeats repeats = new Repeats();

    Requests(EventReading events, ActionReading actions, Deliveries deliveries, Counters<Counted> counters) {
        this.events = events;
        this.actions = actions;
        this.deliveries = deliveries;
        this.counters = counters;
    }

    /** Answers an HTTP request whose signature was verified. */
    SlackReply http(String body) {
        try {
            if (body.startsWith("{")) {
                return json(Json.object(body));
            }
            JsonObject form = form(body);
            if (form.has("payload")) {
                return interaction(Json.object(Json.text(form, "payload")));
            } else if (form.has("command")) {
                return deliveries.take(actions.command(form));
            }
            // Slack sometimes checks whether the certificate is valid.
            return passed(form.has("ssl_check") ? Counted.UPDATE_SERVICE : Counted.UPDATE_UNKNOWN_KIND);
        } catch (RuntimeException failure) {
            return putOff();
        }
    }

    /** Answers a Socket Mode envelope. */
    SlackReply socket(JsonObject envelope) {
        JsonObject payload = Json.in(envelope, "payload");
        String envelopeId = Json.text(envelope, "envelope_id");
        try {
            Reaction kind = Reaction.of(Kind.ENVELOPE, Json.text(envelope, "type"));
            if (kind == null) {
                return passed(Counted.UPDATE_UNKNOWN_KIND);
            }
            return switch (kind) {
                case ENVELOPE_EVENT -> json(payload);
                case ENVELOPE_COMMAND -> repeats.once(envelopeId, () -> deliveries.take(actions.command(payload)));
                case ENVELOPE_INTERACTION -> repeats.once(envelopeId, () -> interaction(payload));
                default -> passed(Counted.UPDATE_UNKNOWN_KIND);
            };
        } catch (RuntimeException failure) {
            return putOff();
        }
    }

    private SlackReply json(@Nullable JsonObject payload) {
        if (payload == null) {
            return passed(Counted.UPDATE_MALFORMED);
        }
        String type = Json.text(payload, "type");
        if (Reaction.BODY_VERIFICATION.is(type)) {
            return SlackReply.text(Json.text(payload, "challenge"));
        } else if (Reaction.of(Kind.BODY, type) == null) {
            return passed(Counted.UPDATE_MALFORMED);
        }
        String id = Json.text(payload, "event_id");
        return repeats.once(
                id.isEmpty() ? "" : Json.text(payload, "team_id") + "/" + id,
                () -> deliveries.take(events.read(payload)));
    }

    private SlackReply interaction(@Nullable JsonObject payload) {
        if (payload == null) {
            return passed(Counted.UPDATE_MALFORMED);
        }
        Reaction kind = Reaction.of(Kind.INTERACTION, Json.text(payload, "type"));
        if (kind == Reaction.INTERACTION_PRESS) {
            return deliveries.take(actions.press(payload));
        }
        return kind == Reaction.INTERACTION_FORM
                ? deliveries.take(actions.form(payload))
                : passed(Counted.UPDATE_UNKNOWN_KIND);
    }

    private SlackReply passed(Counted why) {
        counters.add(why);
        return SlackReply.OK;
    }

    /** Something failed, such as the database: Slack redelivers it, or tells the person that it didn't work. */
    private SlackReply putOff() {
        counters.add(Counted.REQUEST_PUT_OFF);
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
