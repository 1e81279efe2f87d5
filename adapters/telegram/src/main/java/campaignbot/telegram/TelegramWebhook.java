package campaignbot.telegram;

import campaignbot.platform.Counters;
import campaignbot.platform.Troubles;
import campaignbot.reception.Update;
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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the updates that Telegram delivers; safe for use by several threads, each of which goes straight to the intake.
 *
 * <p>An update is acknowledged once it is committed. What cannot be read is acknowledged as well, because Telegram would deliver it again
 * for a day and hold back everything behind it.
 */
public final class TelegramWebhook {

    /** The header in which Telegram sends the secret. */
    public static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    /** Bytes of the largest body that is read; Telegram's are a few kilobytes. */
    public static final int LARGEST = 1 << 20;

    /** Failures of one update, with others going through meanwhile, after which it is passed over. */
    private static final int TRIES = 5;

    private final byte[] secret;
    private final ObjectMapper mapper;
    private final Incoming incoming;
    private final Consumer<List<Update>> intake;
    private final Counters<Counted> counters;
    private final Troubles troubles;
    private final AtomicInteger accepted = new AtomicInteger();
    private final Cache<String, Failing> failing = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    TelegramWebhook(
            String secret,
            ObjectMapper mapper,
            Incoming incoming,
            Consumer<List<Update>> intake,
            Counters<Counted> counters,
            Troubles troubles) {
        this.secret = digest(secret);
        this.mapper = mapper;
        this.incoming = incoming;
        this.intake = intake;
        this.counters = counters;
        this.troubles = troubles;
    }

    /**
     * What to answer.
     *
     * @param status the status of HTTP
     * @param json the body, of the type {@code application/json}; null where it is empty
     */
    public record Reply(int status, @Nullable String json) {
        static final Reply OK = new Reply(200, null);
    }

    /**
     * What to answer by the head of a delivery alone, so that the body of a stranger need not be read.
     *
     * @param secretHeader what {@link #SECRET_HEADER} says, or null
     * @param length bytes of the body as far as they are known
     * @return 401 where the secret is wrong, 413 where the body is larger than {@link #LARGEST}, null where it is wanted
     */
    public @Nullable Reply refuse(@Nullable String secretHeader, long length) {
        // Digests are of one length, so the comparison tells nothing of the secret, not even how long it is.
        if (secretHeader == null || !MessageDigest.isEqual(secret, digest(secretHeader))) {
            counters.add(Counted.WEBHOOK_WRONG_SECRET);
            return new Reply(401, null);
        } else if (length > LARGEST) {
            counters.add(Counted.WEBHOOK_TOO_LARGE);
            return new Reply(413, null);
        }
        return null;
    }

    /** How often an update has failed, and how many others had gone through when it first did. */
    private record Failing(int times, int acceptedBefore) {}

    /**
     * Takes a delivery.
     *
     * @param body its body, as it came
     * @param secretHeader what {@link #SECRET_HEADER} says, or null
     * @return 200 once it is committed or of no use, 401 where the secret is wrong, 413 where the body is larger than {@link #LARGEST},
     *     503 where it is to be delivered again
     */
    public Reply accept(byte[] body, @Nullable String secretHeader) {
        Reply refusal = refuse(secretHeader, body.length);
        if (refusal != null) {
            return refusal;
        }
        JsonNode json = tree(body);
        if (json == null) {
            counters.add(Counted.UPDATE_MALFORMED);
            return Reply.OK;
        } else if (!incoming.isReady()) {
            counters.add(Counted.WEBHOOK_PUT_OFF);
            return new Reply(503, null);
        }
        Arrival arrival = incoming.read(json);
        if (arrival.update() != null && !isTaken(arrival.update())) {
            counters.add(Counted.WEBHOOK_PUT_OFF);
            return new Reply(503, null);
        }
        return arrival.press() == null ? Reply.OK : new Reply(200, answerTo(arrival.press()));
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
            // Nothing goes through: it is the store.
            troubles.met(TelegramTrouble.INTAKE_FAILS);
            return false;
        }
        counters.add(Counted.UPDATE_POISONED);
        failing.invalidate(id);
        return true;
    }

    /** The answer to a press, carried by our reply: Telegram carries out one method that stands there, and no request is needed. */
    private String answerTo(String press) {
        counters.add(Counted.PRESS_ANSWERED);
        return mapper.valueToTree(Map.of("method", "answerCallbackQuery", "callback_query_id", press))
                .toString();
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
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException noSha) {
            throw new IllegalStateException("this Java has no SHA-256", noSha);
        }
    }
}
