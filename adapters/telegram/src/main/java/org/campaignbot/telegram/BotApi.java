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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import org.campaignbot.platform.AtMostOnceHttp;
import org.campaignbot.platform.AtMostOnceHttp.Result;
import org.campaignbot.platform.Troubles;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/**
 * Calls a Bot API server; every failure is returned as an answer, and no answer contains the token, which is in every URL.
 */
final class BotApi implements AutoCloseable {

    /** How long Telegram holds a poll while nothing arrives; the server's own limit is 50 seconds. */
    static final Duration POLL = Duration.ofSeconds(50);

    private static final MediaType JSON = MediaType.get("application/json");

    /** After this many requests in a row without a connection, it's more than a network hiccup. */
    private static final int UNCONNECTED = 3;

    /** Its buffers aren't reused, since they'd keep the last words that went through them. */
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build());

    private final HttpUrl base;
    /** The address of each method that was called. */
    private final Map<String, HttpUrl> urls = new ConcurrentHashMap<>();

    private final Troubles troubles;
    private final AtMostOnceHttp http = new AtMostOnceHttp();
    private final AtMostOnceHttp poller = http.waiting(POLL);
    private final AtomicInteger unconnected = new AtomicInteger();
    private volatile @Nullable Instant serverTime;

    BotApi(URI server, String token, Troubles troubles) {
        this.troubles = troubles;
        HttpUrl url = HttpUrl.get(server.toString());
        base = url.newBuilder().encodedPath("/").addPathSegment("bot" + token).build();
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

        /** Whether it's a refusal with these words, given in lower case. */
        default boolean says(String words) {
            return this instanceof Refused refused
                    && refused.words.toLowerCase(Locale.ROOT).contains(words);
        }

        /** Whether the server doesn't know the token; it also says "not found" if it doesn't know a method. */
        default boolean isTokenRefused() {
            return this instanceof Refused refused
                    && refused.retryAfter == null
                    && (refused.code == 401 || (refused.code == 404 && !says("method not found")));
        }
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
        return told(call(http, method));
    }

    /** Asks for updates, which may take as long as {@link #POLL}. */
    Answer poll(GetUpdates method) {
        return told(call(poller, method));
    }

    /** Ends the current polls. */
    void endPolls() {
        poller.cancelAll();
    }

    @Override
    public void close() {
        endPolls();
        http.close();
    }

    /** Tells the operator whether Telegram was reached, whether the token was refused, and when either problem is over. */
    private Answer told(Answer answer) {
        if (!(answer instanceof Answer.NotSent)) {
            unconnected.set(0);
            troubles.over(TelegramTrouble.UNREACHABLE);
        } else if (unconnected.incrementAndGet() >= UNCONNECTED) {
            troubles.met(TelegramTrouble.UNREACHABLE);
        }
        if (answer.isTokenRefused()) {
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

    private Answer call(AtMostOnceHttp through, PartialBotApiMethod<?> method) {
        byte[] json;
        try {
            json = MAPPER.writeValueAsBytes(method);
        } catch (JsonProcessingException unwritable) {
            return new Answer.Refused(400, "unwritable request", null, null);
        }
        HttpUrl url = urls.computeIfAbsent(
                method.getMethod(),
                name -> base.newBuilder().addPathSegment(name).build());
        Result result = through.post(new Request.Builder().url(url), JSON, json);
        if (result instanceof Result.Answered answered) {
            return read(answered);
        }
        return result instanceof Result.NotSent notSent
                ? new Answer.NotSent(notSent.why())
                : new Answer.Unclear(((Result.Unclear) result).why());
    }

    private Answer read(Result.Answered answered) {
        Instant told = answered.serverTime();
        serverTime = told == null ? serverTime : told;
        JsonNode json = tree(answered.body().toByteArray());
        JsonNode ok = json.path("ok");
        if (ok.isBoolean()) {
            return ok.booleanValue() ? new Answer.Done(json.path("result")) : refused(answered.status(), json);
        }
        return switch (answered.status()) {
            case 401, 404 -> new Answer.Refused(answered.status(), "", null, null);
            case 429 -> new Answer.Refused(429, "", answered.retryAfter(), null);
            default -> new Answer.Unclear("status " + answered.status());
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
}
