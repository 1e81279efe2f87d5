package org.campaignbot.benchmarks.acknowledgement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Slack's signature over the raw bytes of a request (docs.slack.dev, "Verifying requests from Slack"); thread-safe.
 *
 * <p>It isn't the bot's own: the baseline must not share the bot's code.
 */
public final class RequestSignature {

    static final String TIMESTAMP_HEADER = "X-Slack-Request-Timestamp";
    static final String SIGNATURE_HEADER = "X-Slack-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    /** How far a timestamp may be off, in either direction. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final SecretKeySpec key;
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

    /** Signs with this secret. */
    public RequestSignature(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The signature of a body at a time, in seconds since 1970. */
    String of(String timestamp, byte[] body) {
        Mac mac = macs.get();
        mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
        return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    /** The two headers of a request signed now, each with its line break. */
    public String headers(byte[] body, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        return TIMESTAMP_HEADER + ": " + timestamp + "\r\n" + SIGNATURE_HEADER + ": " + of(timestamp, body) + "\r\n";
    }

    /** Whether a request is from Slack and from these five minutes; the comparison takes constant time. */
    boolean isGenuine(byte[] body, @Nullable String timestamp, @Nullable String signature, Instant now) {
        if (timestamp == null
                || signature == null
                || !SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        boolean equal = MessageDigest.isEqual(
                of(timestamp, body).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
        Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return equal && Duration.between(signed, now).abs().compareTo(TOLERANCE) <= 0;
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, missing);
        }
    }
}
