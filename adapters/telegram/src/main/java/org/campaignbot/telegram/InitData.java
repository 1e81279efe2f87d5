package org.campaignbot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * What a Mini App is told about the person who opened it, once it's proved that Telegram says so.
 *
 * @param hash the proof, the same whenever the same data is shown again
 * @param until when it's too old
 */
public record InitData(Person person, String hash, Instant until) {

    /** How old it may be: the app hands it over as soon as the page has loaded. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    /** How far our clock may be behind Telegram's. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    /** Ten times what Telegram sends, in characters. */
    private static final int LONGEST = 8 * 1024;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Checks what an app handed over, by "Validating data received via the Mini App" (core.telegram.org/bots/webapps).
     *
     * @param sent the value of {@code tgWebAppData}, decoded once
     * @param token the bot's token, which the proof is made with
     * @return empty if it isn't Telegram's, is for another bot, names nobody, or is from another time
     */
    public static Optional<InitData> verified(String sent, String token, Instant now) {
        Map<String, String> fields = fields(sent);
        String claimed = fields.remove("hash");
        String hash = hash(fields, token);
        if (claimed == null
                || !MessageDigest.isEqual(
                        hash.getBytes(StandardCharsets.US_ASCII), claimed.getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        String seconds = fields.getOrDefault("auth_date", "");
        String person = person(fields.getOrDefault("user", ""));
        if (person == null || !SECONDS.matcher(seconds).matches()) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(seconds));
        InitData found = new InitData(new Person(TelegramChannel.NAME, person), hash, at.plus(LIFE));
        return at.isAfter(now.plus(AHEAD)) || now.isAfter(found.until) ? Optional.empty() : Optional.of(found);
    }

    /** The fields by name, sorted; none if one of them can't be read or stands there twice. */
    private static Map<String, String> fields(String sent) {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : sent.length() > LONGEST ? new String[0] : sent.split("&", -1)) {
            int at = pair.indexOf('=');
            try {
                if (at < 1 || fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1))) != null) {
                    return new TreeMap<>();
                }
            } catch (IllegalArgumentException brokenEscape) {
                return new TreeMap<>();
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String hash(Map<String, String> fields, String token) {
        String checked = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(hmac(hmac("WebAppData".getBytes(StandardCharsets.US_ASCII), token), checked));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The id in a user's JSON, or null. */
    private static @Nullable String person(String json) {
        try {
            JsonNode id = MAPPER.readTree(json).path("id");
            return id.isIntegralNumber() && id.canConvertToLong() && id.asLong() > 0 ? id.asText() : null;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
