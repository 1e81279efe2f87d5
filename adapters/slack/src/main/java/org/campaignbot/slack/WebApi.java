package org.campaignbot.slack;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import org.campaignbot.platform.Troubles;
import org.jspecify.annotations.Nullable;

/**
 * Calls Slack's Web API; every failure is returned as an answer, and no answer contains a token or a word that was sent.
 *
 * <p>The library's client throws one exception both for a request that was never sent and for an answer that never came, and it
 * repeats requests on broken connections. There's no idempotency key, so a repeat could be a second message: here a request is
 * never repeated once sending its body has begun. Arguments are sent as a form, which every method accepts, except those of
 * messages.
 */
final class WebApi implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(20);
    private static final Duration WRITE = Duration.ofSeconds(10);
    private static final Duration CALL = Duration.ofSeconds(30);

    /** The timeout when Slack waits three seconds: a person's press is acknowledged within them. */
    private static final Duration QUICK = Duration.ofMillis(1500);

    /** Enough for a few dozen concurrent senders to keep their connections. */
    private static final int IDLE_CONNECTIONS = 64;

    /** Shorter than the minute after which servers commonly close idle connections. */
    private static final Duration IDLE = Duration.ofSeconds(50);

    private static final byte[] ZEROS = new byte[64 * 1024];

    /** Slack warns if there's no charset. */
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final Troubles troubles;
    private final HttpUrl base;
    private final OkHttpClient client;
    private final OkHttpClient quick;
    private volatile @Nullable Instant serverTime;

    WebApi(URI api, Troubles troubles) {
        this.troubles = troubles;
        base = HttpUrl.get(api.toString());
        client = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(READ)
                .writeTimeout(WRITE)
                .callTimeout(CALL)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE.toSeconds(), TimeUnit.SECONDS))
                // A redirect would carry the token to another host.
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        quick = client.newBuilder().callTimeout(QUICK).build();
    }

    /** The result of a call. */
    sealed interface Answer {

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
    Instant serverTime() {
        return serverTime;
    }

    /** Calls a method; without a token if it needs none. */
    Answer call(String method, @Nullable String token, Map<String, String> arguments) {
        return call(client, address(method), token, arguments);
    }

    /** The same, for a caller that can't wait long. */
    Answer callQuickly(String method, String token, Map<String, String> arguments) {
        return call(quick, address(method), token, arguments);
    }

    /** Calls a method that also accepts JSON: a form would encode every bracket and quote of a message's blocks. */
    Answer call(String method, String token, JsonObject arguments) {
        Request.Builder request = new Request.Builder().url(address(method)).header("Authorization", "Bearer " + token);
        return post(client, request, arguments, false);
    }

    /** Sends a form that the library has written, with its headers. */
    Answer relay(Request request, RequestBody form) {
        return once(client, request, form);
    }

    /** Posts JSON to a response URL from Slack; it answers "ok" in its own kind of body, or with no body at all. */
    Answer respond(HttpUrl address, JsonObject json) {
        return post(client, new Request.Builder().url(address), json, true);
    }

    /** The same, for a caller that can't wait long. */
    Answer respondQuickly(HttpUrl address, JsonObject json) {
        return post(quick, new Request.Builder().url(address), json, true);
    }

    /** A URL on the API's own server or on Slack's; null if it's neither, so that nothing is sent to a stranger. */
    @Nullable
    HttpUrl responseAddress(String address) {
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
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    private HttpUrl address(String method) {
        return base.newBuilder().addPathSegment(method).build();
    }

    private Answer post(OkHttpClient through, Request.Builder request, JsonObject json, boolean bareOk) {
        OneShot body = new OneShot(JSON, json.toString().getBytes(StandardCharsets.UTF_8));
        return send(through, request.post(body).build(), body, bareOk);
    }

    private Answer call(OkHttpClient through, HttpUrl address, @Nullable String token, Map<String, String> arguments) {
        FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
        arguments.forEach(form::add);
        Request.Builder request = new Request.Builder().url(address);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return once(through, request.build(), form.build());
    }

    private Answer once(OkHttpClient through, Request request, RequestBody written) {
        Buffer buffer = new Buffer();
        try {
            written.writeTo(buffer);
        } catch (IOException impossible) {
            return new Answer.NotSent("unwritable");
        }
        OneShot body = new OneShot(written.contentType(), buffer.readByteArray());
        return send(through, request.newBuilder().post(body).build(), body, false);
    }

    private Answer send(OkHttpClient through, Request request, OneShot body, boolean bareOk) {
        Answer answer = sent(through, request, body, bareOk);
        // A refused token concerns one workspace and is reported there.
        if (answer instanceof Answer.NotSent || answer instanceof Answer.Unclear) {
            troubles.missed();
        } else if (!SlackOutcome.isTokenRefused(answer)) {
            troubles.reached();
        }
        return answer;
    }

    private Answer sent(OkHttpClient through, Request request, OneShot body, boolean bareOk) {
        try (Response response = through.newCall(request).execute()) {
            String text = response.body() == null ? "" : response.body().string();
            return read(response, text, bareOk);
        } catch (IOException failure) {
            String why = failure.getClass().getSimpleName();
            return body.begun ? new Answer.Unclear(why) : new Answer.NotSent(why);
        } finally {
            wipeBuffers();
        }
    }

    /**
     * Overwrites what the library's pooled buffers still hold of a request and its answer, which would stay there until other calls
     * need the space. The pool has 64 KiB per group of threads, and this thread's is the one its calls use.
     */
    private static void wipeBuffers() {
        Buffer pooled = new Buffer();
        pooled.write(ZEROS);
        pooled.clear();
    }

    private Answer read(Response response, String text, boolean bareOk) {
        Instant told = response.headers().getInstant("Date");
        serverTime = told == null ? serverTime : told;
        Integer retryAfter = seconds(response.header("Retry-After"));
        if (response.code() == 429) {
            return new Answer.Refused("ratelimited", retryAfter);
        }
        JsonObject json = SlackJson.object(text);
        if (json == null || !json.has("ok")) {
            boolean fine = bareOk && response.isSuccessful();
            return fine ? new Answer.Done(new JsonObject(), List.of()) : unreadable(response.code());
        }
        if (SlackJson.isTrue(json, "ok")) {
            String scopes = response.header("X-OAuth-Scopes", "");
            return new Answer.Done(json, scopes == null ? List.of() : List.of(scopes.split(",\\s*")));
        }
        String error = SlackJson.text(json, "error");
        return new Answer.Refused(error.matches("[a-z0-9_]{1,80}") ? error : "unknown_error", retryAfter);
    }

    private static Answer unreadable(int status) {
        return status >= 400 && status < 500
                ? new Answer.Refused("status_" + status, null)
                : new Answer.Unclear("status " + status);
    }

    private static @Nullable Integer seconds(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,6}") ? Integer.valueOf(header) : null;
    }

    /** A body that is written once and knows whether writing has begun. */
    private static final class OneShot extends RequestBody {
        private final @Nullable MediaType type;
        private final byte[] bytes;
        private volatile boolean begun;

        OneShot(@Nullable MediaType type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        @Override
        public @Nullable MediaType contentType() {
            return type;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            begun = true;
            sink.write(bytes);
        }
    }
}
