package org.campaignbot.telegram;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.campaignbot.platform.Counts;
import org.campaignbot.platform.Troubles;
import org.campaignbot.update.Update;
import org.jspecify.annotations.Nullable;

/**
 * Handles the updates that Telegram delivers; thread-safe, and each thread calls the intake directly.
 *
 * <p>An update is acknowledged once it's committed. An unreadable one is acknowledged too, because Telegram would redeliver it for
 * a day and hold back everything behind it.
 */
public final class TelegramWebhook {

    /** The header with Telegram's secret. */
    public static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    /** The largest body we read, in bytes; Telegram's are a few kilobytes. */
    public static final int LARGEST = 1 << 20;

    /** After this many failures of one update, with others succeeding meanwhile, it's skipped. */
    private static final int TRIES = 5;

    /** Looking up the algorithm takes longer than computing a digest, so each request copies this one. */
    private static final MessageDigest SHA = sha();

    private final byte[] secret;
    private final ObjectMapper mapper;
    private final TelegramReader telegramReader;
    private final Consumer<List<Update>> intake;
    private final Counts counts;
    private final Troubles troubles;
    private final AtomicInteger accepted = new AtomicInteger();
    private final Cache<String, Failing> failing = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    TelegramWebhook(
            String secret,
            ObjectMapper mapper,
            TelegramReader telegramReader,
            Consumer<List<Update>> intake,
            Counts counts,
            Troubles troubles) {
        this.secret = digest(secret);
        this.mapper = mapper;
        this.telegramReader = telegramReader;
        this.intake = intake;
        this.counts = counts;
        this.troubles = troubles;
    }

    /**
     * The HTTP response to a delivery.
     *
     * @param status the HTTP status
     * @param json the body, of type {@code application/json}; null if it's empty
     */
    public record Reply(int status, @Nullable String json) {
        static final Reply OK = new Reply(200, null);
    }

    /**
     * Decides from a delivery's head, so that a stranger's body need not be read.
     *
     * @param secretHeader the value of {@link #SECRET_HEADER}, or null
     * @param length the body's length in bytes, if known
     * @return 401 if the secret is wrong, 413 if the body is larger than {@link #LARGEST}, null if it's accepted
     */
    public @Nullable Reply refuse(@Nullable String secretHeader, long length) {
        // Digests have the same length, so the comparison reveals nothing about the secret, not even its length.
        if (secretHeader == null || !MessageDigest.isEqual(secret, digest(secretHeader))) {
            counts.add(TelegramCount.WEBHOOK_WRONG_SECRET);
            return new Reply(401, null);
        } else if (length > LARGEST) {
            counts.add(TelegramCount.WEBHOOK_TOO_LARGE);
            return new Reply(413, null);
        }
        return null;
    }

    /** How often an update has failed, and how many others had succeeded when it first did. */
    private record Failing(int times, int acceptedBefore) {}

    /**
     * Handles a delivery.
     *
     * @param body the raw body
     * @param secretHeader the value of {@link #SECRET_HEADER}, or null
     * @return 200 once it's committed or of no use, 401 if the secret is wrong, 413 if the body is larger than {@link #LARGEST},
     *     503 if it should be delivered again
     */
    public Reply accept(byte[] body, @Nullable String secretHeader) {
        Reply refusal = refuse(secretHeader, body.length);
        if (refusal != null) {
            return refusal;
        }
        JsonNode json = tree(body);
        if (json == null) {
            counts.add(TelegramCount.UPDATE_MALFORMED);
            return Reply.OK;
        } else if (!telegramReader.isReady()) {
            counts.add(TelegramCount.WEBHOOK_PUT_OFF);
            return new Reply(503, null);
        }
        TelegramArrival telegramArrival = telegramReader.read(json);
        if (telegramArrival.update() != null && !isTaken(telegramArrival.update())) {
            counts.add(TelegramCount.WEBHOOK_PUT_OFF);
            return new Reply(503, null);
        }
        return telegramArrival.press() == null ? Reply.OK : new Reply(200, answerTo(telegramArrival.press()));
    }

    private boolean isTaken(Update update) {
        try {
            intake.accept(List.of(update));
        } catch (RuntimeException failure) {
            return isPoison(update.id());
        }
        accepted.incrementAndGet();
        failing.invalidate(update.id());
        troubles.over(TelegramTrouble.INTAKE_FAILS);
        return true;
    }

    private boolean isPoison(String id) {
        int now = accepted.get();
        Failing seen = failing.asMap()
                .merge(id, new Failing(1, now), (old, one) -> new Failing(old.times() + 1, old.acceptedBefore()));
        if (seen.times() < TRIES) {
            return false;
        }
        if (seen.acceptedBefore() == now) {
            // Nothing succeeds, so it's the store.
            troubles.met(TelegramTrouble.INTAKE_FAILS);
            return false;
        }
        counts.add(TelegramCount.UPDATE_POISONED);
        failing.invalidate(id);
        return true;
    }

    /** The answer to a press, inside our reply: Telegram runs one method from the body, so no request is needed. */
    private String answerTo(String press) {
        counts.add(TelegramCount.PRESS_ANSWERED);
        return "{\"method\":\"answerCallbackQuery\",\"callback_query_id\":\""
                + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(press)) + "\"}";
    }

    private @Nullable JsonNode tree(byte[] body) {
        try {
            JsonNode json = mapper.readTree(body);
            return json.isObject() ? json : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private static byte[] digest(String text) {
        try {
            return ((MessageDigest) SHA.clone()).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException notThisOne) {
            return sha().digest(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException noSha) {
            throw new IllegalStateException("this Java has no SHA-256", noSha);
        }
    }
}
