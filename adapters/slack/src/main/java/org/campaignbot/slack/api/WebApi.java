package org.campaignbot.slack.api;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.campaignbot.platform.AtMostOnceHttp;
import org.campaignbot.platform.AtMostOnceHttp.Result;
import org.campaignbot.platform.Troubles;
import org.jspecify.annotations.Nullable;

/**
 * Calls Slack's Web API; every failure is returned as an answer, and no answer contains a token or a word that was sent.
 *
 * <p>The library's client throws one exception both for a request that was never sent and for an answer that never came, and it
 * repeats requests on broken connections, so only its types are used. Arguments are sent as a form, which every method accepts,
 * except those of messages.
 */
public final class WebApi implements AutoCloseable {

    /** The timeout when Slack waits three seconds: a person's press is acknowledged within them. */
    private static final Duration QUICK = Duration.ofMillis(1500);

    /** Slack warns if there's no charset. */
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final Troubles troubles;
    private final HttpUrl base;
    private final AtMostOnceHttp http = new AtMostOnceHttp();
    private final AtMostOnceHttp quick = http.within(QUICK);
    private volatile @Nullable Instant serverTime;

    public WebApi(URI api, Troubles troubles) {
        this.troubles = troubles;
        base = HttpUrl.get(api.toString());
    }

    /** The result of a call. */
    public sealed interface Answer {

        /** It succeeded; includes the token's scopes if Slack sent them. */
        record Done(JsonObject json, List<String> scopes) implements Answer {}

        /**
         * Slack refused.
         *
         * @param error Slack's error code, such as {@code channel_not_found}
         * @param retryAfter seconds to wait, or null
         */
        record Refused(String error, @Nullable Integer retryAfter) implements Answer {}

        /** Nothing was sent. */
        record NotSent(String why) implements Answer {}

        /** It was sent, but the result is unknown. */
        record Unclear(String why) implements Answer {}
    }

    /** The time by Slack's clock, to the second, at its last answer; null if it hasn't answered yet. */
    @Nullable
    public Instant serverTime() {
        return serverTime;
    }

    /** Calls a method; without a token if it needs none. */
    public Answer call(String method, @Nullable String token, Map<String, String> arguments) {
        return call(http, address(method), token, arguments);
    }

    /** The same, for a caller that can't wait long. */
    public Answer callQuickly(String method, String token, Map<String, String> arguments) {
        return call(quick, address(method), token, arguments);
    }

    /** Calls a method that also accepts JSON: a form would encode every bracket and quote of a message's blocks. */
    public Answer call(String method, String token, JsonObject arguments) {
        Request.Builder request = new Request.Builder().url(address(method)).header("Authorization", "Bearer " + token);
        return post(http, request, arguments, false);
    }

    /** Sends a form that the library has written, with its headers. */
    public Answer relay(Request request, RequestBody form) {
        return once(http, request.newBuilder(), form);
    }

    /** Posts JSON to a response URL from Slack; it answers "ok" in its own kind of body, or with no body at all. */
    public Answer respond(HttpUrl address, JsonObject json) {
        return post(http, new Request.Builder().url(address), json, true);
    }

    /** The same, for a caller that can't wait long. */
    public Answer respondQuickly(HttpUrl address, JsonObject json) {
        return post(quick, new Request.Builder().url(address), json, true);
    }

    /** A URL on the API's own server or on Slack's; null if it's neither, so that nothing is sent to a stranger. */
    @Nullable
    public HttpUrl responseAddress(String address) {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            return null;
        }
        boolean sameServer = url.host().equals(base.host())
                && url.port() == base.port()
                && url.scheme().equals(base.scheme());
        boolean slacks =
                url.isHttps() && (url.host().equals("slack.com") || url.host().endsWith(".slack.com"));
        return sameServer || slacks ? url : null;
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpUrl address(String method) {
        return base.newBuilder().addPathSegment(method).build();
    }

    private Answer post(AtMostOnceHttp through, Request.Builder request, JsonObject json, boolean bareOk) {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        return told(read(through.post(request, JSON, bytes), bareOk));
    }

    private Answer call(
            AtMostOnceHttp through, HttpUrl address, @Nullable String token, Map<String, String> arguments) {
        FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
        arguments.forEach(form::add);
        Request.Builder request = new Request.Builder().url(address);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return once(through, request, form.build());
    }

    private Answer once(AtMostOnceHttp through, Request.Builder request, RequestBody written) {
        Buffer buffer = new Buffer();
        try {
            written.writeTo(buffer);
        } catch (IOException impossible) {
            return new Answer.NotSent("unwritable");
        }
        return told(read(through.post(request, written.contentType(), buffer.readByteArray()), false));
    }

    private Answer told(Answer answer) {
        // A refused token concerns one workspace and is reported there.
        if (answer instanceof Answer.NotSent || answer instanceof Answer.Unclear) {
            troubles.missed();
        } else if (!SlackOutcome.isTokenRefused(answer)) {
            troubles.reached();
        }
        return answer;
    }

    private Answer read(Result result, boolean bareOk) {
        if (result instanceof Result.NotSent notSent) {
            return new Answer.NotSent(notSent.why());
        }
        if (result instanceof Result.Unclear unclear) {
            return new Answer.Unclear(unclear.why());
        }
        Result.Answered answered = (Result.Answered) result;
        Instant told = answered.serverTime();
        serverTime = told == null ? serverTime : told;
        if (answered.status() == 429) {
            return new Answer.Refused("ratelimited", answered.retryAfter());
        }
        JsonObject json = SlackJson.object(answered.body().utf8());
        if (json == null || !json.has("ok")) {
            boolean fine = bareOk && answered.status() >= 200 && answered.status() < 300;
            return fine ? new Answer.Done(new JsonObject(), List.of()) : unreadable(answered.status());
        }
        if (SlackJson.isTrue(json, "ok")) {
            String scopes = answered.headers().get("X-OAuth-Scopes");
            return new Answer.Done(json, scopes == null ? List.of() : List.of(scopes.split(",\\s*")));
        }
        String error = SlackJson.text(json, "error");
        return new Answer.Refused(error.matches("[a-z0-9_]{1,80}") ? error : "unknown_error", answered.retryAfter());
    }

    private static Answer unreadable(int status) {
        return status >= 400 && status < 500
                ? new Answer.Refused("status_" + status, null)
                : new Answer.Unclear("status " + status);
    }
}
