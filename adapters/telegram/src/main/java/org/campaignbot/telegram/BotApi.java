package org.campaignbot.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
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
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/**
 * Calls a Bot API server; every failure is returned as an answer, and no answer contains the token, which is in every URL.
 *
 * <p>A request is never repeated once sending its body has begun: there's no idempotency key, so a repeat could be a second
 * message.
 */
final class BotApi implements AutoCloseable {

    /** How long Telegram holds a poll while nothing arrives; the server's own limit is 50 seconds. */
    static final Duration POLL = Duration.ofSeconds(50);

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(20);
    private static final Duration WRITE = Duration.ofSeconds(10);
    private static final Duration CALL = Duration.ofSeconds(30);

    /** Enough for a few dozen concurrent senders to keep their connections. */
    private static final int IDLE_CONNECTIONS = 64;

    /** Shorter than the minute after which servers commonly close idle connections. */
    private static final Duration IDLE = Duration.ofSeconds(50);

    /** After this many requests in a row without a connection, it's more than a network hiccup. */
    private static final int UNCONNECTED = 3;

    private static final byte[] ZEROS = new byte[64 * 1024];

    /** Its buffers aren't reused, since they'd keep the last words that went through them. */
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build());

    private final HttpUrl base;
    private final Troubles troubles;
    private final OkHttpClient client;
    private final OkHttpClient poller;
    private final AtomicInteger unconnected = new AtomicInteger();
    private volatile @Nullable Instant serverTime;

    BotApi(URI server, String token, Troubles troubles) {
        this.troubles = troubles;
        HttpUrl url = HttpUrl.get(server.toString());
        base = url.newBuilder().encodedPath("/").addPathSegment("bot" + token).build();
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
        poller = client.newBuilder()
                .readTimeout(POLL.plus(READ))
                .callTimeout(POLL.plus(CALL))
                .dispatcher(new Dispatcher())
                .build();
    }

    /** The result of a call. */
    sealed interface Answer {

        /** It succeeded. */
        record Done(JsonNode result) implements Answer {}

        /**
         * The server refused.
         *
         * @param code the server's error code, or else the HTTP status
         * @param words its description, which may quote the request and is only compared with known ones
         * @param retryAfter seconds to wait, or null
         * @param movedTo the chat's new id, or null
         */
        record Refused(
                int code,
                String words,
                @Nullable Integer retryAfter,
                @Nullable String movedTo) implements Answer {}

        /** Nothing was sent. */
        record NotSent(String why) implements Answer {}

        /** It was sent, but the result is unknown. */
        record Unclear(String why) implements Answer {}
    }

    /** The time by the server's clock, to the second, at its last answer; null if it hasn't answered yet. */
    @Nullable
    Instant serverTime() {
        return serverTime;
    }

    /** The parser for everything that arrives. */
    ObjectMapper mapper() {
        return MAPPER;
    }

    /** A method as text, for display. */
    static String text(PartialBotApiMethod<?> method) {
        try {
            return MAPPER.writeValueAsString(method);
        } catch (JsonProcessingException unwritable) {
            return "unwritable request";
        }
    }

    Answer call(PartialBotApiMethod<?> method) {
        return told(call(client, method));
    }

    /** Asks for updates, which may take as long as {@link #POLL}. */
    Answer poll(GetUpdates method) {
        return told(call(poller, method));
    }

    /** Ends the current polls. */
    void endPolls() {
        poller.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        endPolls();
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    /** Tells the operator whether Telegram was reached, whether the token was refused, and when either problem is over. */
    private Answer told(Answer answer) {
        if (!(answer instanceof Answer.NotSent)) {
            unconnected.set(0);
            troubles.over(TelegramTrouble.UNREACHABLE);
        } else if (unconnected.incrementAndGet() >= UNCONNECTED) {
            troubles.met(TelegramTrouble.UNREACHABLE);
        }
        if (TelegramOutcome.isTokenRefused(answer)) {
            troubles.met(TelegramTrouble.TOKEN_REFUSED);
            troubles.missed();
            return answer;
        }
        if (answer instanceof Answer.Done) {
            troubles.over(TelegramTrouble.TOKEN_REFUSED);
        }
        if (answer instanceof Answer.Done || (answer instanceof Answer.Refused refused && refused.code() < 500)) {
            troubles.reached();
        } else {
            troubles.missed();
        }
        return answer;
    }

    private Answer call(OkHttpClient through, PartialBotApiMethod<?> method) {
        OneShot body;
        try {
            body = new OneShot(MAPPER.writeValueAsBytes(method));
        } catch (JsonProcessingException unwritable) {
            return new Answer.Refused(400, "unwritable request", null, null);
        }
        HttpUrl url = base.newBuilder().addPathSegment(method.getMethod()).build();
        Request request = new Request.Builder().url(url).post(body).build();
        try (Response response = through.newCall(request).execute()) {
            byte[] bytes =
                    response.body() == null ? new byte[0] : response.body().bytes();
            return read(response, bytes);
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

    private Answer read(Response response, byte[] bytes) {
        Instant told = response.headers().getInstant("Date");
        serverTime = told == null ? serverTime : told;
        JsonNode json = tree(bytes);
        JsonNode ok = json.path("ok");
        if (ok.isBoolean()) {
            return ok.booleanValue() ? new Answer.Done(json.path("result")) : refused(response.code(), json);
        }
        return switch (response.code()) {
            case 401, 404 -> new Answer.Refused(response.code(), "", null, null);
            case 429 -> new Answer.Refused(429, "", seconds(response.header("Retry-After")), null);
            default -> new Answer.Unclear("status " + response.code());
        };
    }

    private static Answer refused(int status, JsonNode json) {
        JsonNode parameters = json.path("parameters");
        JsonNode retryAfter = parameters.path("retry_after");
        JsonNode movedTo = parameters.path("migrate_to_chat_id");
        return new Answer.Refused(
                json.path("error_code").asInt(status),
                json.path("description").asText(""),
                retryAfter.isNumber() ? retryAfter.asInt() : null,
                movedTo.isIntegralNumber() ? movedTo.asText() : null);
    }

    private JsonNode tree(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException notJson) {
            return MAPPER.missingNode();
        }
    }

    private static @Nullable Integer seconds(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,6}") ? Integer.valueOf(header) : null;
    }

    /** A body that is written once and knows whether writing has begun. */
    private static final class OneShot extends RequestBody {
        private final byte[] json;
        private volatile boolean begun;

        OneShot(byte[] json) {
            this.json = json;
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return json.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            begun = true;
            sink.write(json);
        }
    }
}
