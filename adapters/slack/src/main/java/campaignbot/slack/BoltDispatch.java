package campaignbot.slack;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.util.JsonPayloadExtractor;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.bolt.util.SlackRequestParser;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands genuine requests of either way in to Bolt, which tells their kinds and reads them, and takes its answer.
 *
 * <p>Bolt runs with one middleware, which is ours, and without its own: they would check the signature again, in the machine's charset,
 * and ask Slack for each request whose token it is, which the request says. What Bolt does not know never reaches its parser, since that
 * writes whole bodies into the log.
 */
final class BoltDispatch implements AutoCloseable {

    private static final Set<String> KNOWN =
            Set.of("event_callback", "url_verification", "block_actions", "view_submission", "view_closed");

    private final EventReading events;
    private final ActionReading actions;
    private final Deliveries deliveries;
    private final Counters counters;
    private final Slack slack;
    private final App app;
    private final SlackRequestParser parser;
    private final SocketModeRequestParser socketParser;
    private final JsonPayloadExtractor payloads = new JsonPayloadExtractor();

    BoltDispatch(URI api, EventReading events, ActionReading actions, Deliveries deliveries, Counters counters) {
        this.events = events;
        this.actions = actions;
        this.deliveries = deliveries;
        this.counters = counters;
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api.toString());
        config.setStatsEnabled(false);
        slack = Slack.getInstance(config);
        AppConfig appConfig = AppConfig.builder().slack(slack).build();
        Middleware ours = (request, response, chain) -> answer(request);
        app = new App(appConfig, slack, List.of(ours));
        app.asOAuthApp(false);
        parser = new SlackRequestParser(appConfig);
        socketParser = new SocketModeRequestParser(appConfig);
    }

    /** The library's client, for Socket Mode. */
    Slack slack() {
        return slack;
    }

    /** Answers a request of HTTP, whose signature was found genuine. */
    SlackReply http(String path, String body) {
        String json = payloads.extractIfExists(body);
        if (json == null ? !isForm(body) : !isKnown(Json.object(json))) {
            counters.add(Counted.UPDATE_UNKNOWN_KIND);
            return SlackReply.OK;
        }
        return run(() -> parser.parse(SlackRequestParser.HttpRequest.builder()
                .requestUri(path)
                .queryString(Map.of())
                .headers(new RequestHeaders(Map.of()))
                .requestBody(body)
                .remoteAddress("")
                .build()));
    }

    /** Answers what came in an envelope of Socket Mode; null where it is nothing to be answered. */
    @Nullable
    SlackReply socket(String message) {
        JsonObject envelope = Json.object(message);
        if (envelope == null || Json.text(envelope, "envelope_id").isEmpty()) {
            return null;
        }
        JsonObject payload = Json.in(envelope, "payload");
        boolean command = Json.text(envelope, "type").equals("slash_commands");
        if (!command && !isKnown(payload)) {
            counters.add(Counted.UPDATE_UNKNOWN_KIND);
            return SlackReply.OK;
        }
        return run(() -> {
            SocketModeRequest request = socketParser.parse(message);
            return request == null ? null : request.getBoltRequest();
        });
    }

    /** A request, as Bolt reads it. */
    private interface Parse {
        @Nullable
        Request<?> request();
    }

    private SlackReply run(Parse parse) {
        Request<?> request;
        try {
            request = parse.request();
        } catch (RuntimeException unreadable) {
            request = null;
        }
        if (request == null) {
            counters.add(Counted.UPDATE_MALFORMED);
            return SlackReply.OK;
        }
        try {
            Response response = app.run(request);
            return new SlackReply(
                    response.getStatusCode(),
                    response.getBody() == null ? null : response.getContentType(),
                    response.getBody(),
                    Map.of());
        } catch (Exception failure) {
            counters.add(Counted.REQUEST_PUT_OFF);
            return SlackReply.status(503);
        }
    }

    private Response answer(Request<?> request) {
        SlackReply reply = reply(request);
        return Response.builder()
                .statusCode(reply.status())
                .contentType(reply.contentType())
                .body(reply.body())
                .build();
    }

    private SlackReply reply(Request<?> request) {
        if (request instanceof EventRequest) {
            JsonObject json = Json.object(request.getRequestBodyAsString());
            return json == null ? SlackReply.OK : deliveries.take(events.read(json));
        } else if (request instanceof SlashCommandRequest command) {
            return deliveries.take(actions.command(command.getPayload()));
        } else if (request instanceof BlockActionRequest press) {
            return deliveries.take(actions.press(press.getPayload()));
        } else if (request instanceof ViewSubmissionRequest form) {
            return deliveries.take(actions.form(form.getPayload()));
        } else if (request instanceof UrlVerificationRequest) {
            JsonObject json = Json.object(request.getRequestBodyAsString());
            return SlackReply.text(json == null ? "" : Json.text(json, "challenge"));
        }
        counters.add(Counted.UPDATE_SERVICE);
        return SlackReply.OK;
    }

    private static boolean isKnown(@Nullable JsonObject payload) {
        return payload != null && KNOWN.contains(Json.text(payload, "type"));
    }

    private static boolean isForm(String body) {
        return body.contains("command=") || body.contains("ssl_check=");
    }

    @Override
    public void close() {
        app.stop();
        try {
            slack.close();
        } catch (Exception closing) {
            // Nothing is left to do with it.
        }
    }
}
