package org.campaignbot.slack.receive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
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

    /**
     * Answers a request that Slack redelivers as before, without calling Slack a second time.
     *
     * <p>Events keep their {@code event_id}, Socket Mode envelopes their {@code envelope_id}. The memory ends with the process: the
     * store detects repeated updates anyway, and this only avoids asking or showing something again.
     */
    static final class Repeats {

        private static final int REMEMBERED = 20_000;

        /** If an app asks for it, Slack redelivers an event up to an hour later. */
        private static final Duration LIFE = Duration.ofHours(2);

        /** Answers by id; empty while the first request is in progress. */
        private final Cache<String, Optional<SlackReply>> answers = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(LIFE)
                .build();

        /**
         * Answers a request.
         *
         * @param id what it shares with its repeats; empty if nothing
         * @param taken handles it and answers; if it puts the request off or throws, the next repeat tries again
         * @return 503 while the same request is still in progress elsewhere
         */
        SlackReply once(String id, Supplier<SlackReply> taken) {
            if (id.isEmpty()) {
                return taken.get();
            }
            Optional<SlackReply> before = answers.asMap().putIfAbsent(id, Optional.empty());
            if (before != null) {
                return before.orElseGet(() -> SlackReply.status(503));
            }
            SlackReply answer = null;
            try {
                answer = taken.get();
                return answer;
            } finally {
                if (answer != null && answer.status() == SlackReply.OK.status()) {
                    answers.put(id, Optional.of(answer));
                } else {
                    answers.invalidate(id);
                }
            }
        }
    }
}
