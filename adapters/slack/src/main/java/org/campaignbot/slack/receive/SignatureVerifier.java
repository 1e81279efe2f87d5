package org.campaignbot.slack.receive;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a request is from Slack, from its raw bytes (docs.slack.dev, "Verifying requests from Slack").
 *
 * <p>The library's own check reads the body in the machine's charset, so it rejects every non-ASCII character under {@code LANG=C};
 * its comparison takes a time that reveals how much was right; and it accepts timestamps from the future.
 */
public final class SignatureVerifier {

    /** How far a timestamp may differ from our clock, either way. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v0";

    /** Numbers with more digits can't be a time. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private static final Pattern SIGNATURE = Pattern.compile(VERSION + "=[0-9a-f]{64}");

    private final SecretKeySpec key;
    private final InstantSource clock;
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

    public SignatureVerifier(String signingSecret, InstantSource clock) {
        this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /** The result of a check. */
    public enum Verdict {
        GENUINE,
        WRONG_SIGNATURE,
        WRONG_TIME
    }

    /** The verdict without the body: genuine if it may still turn out to be. */
    public Verdict judgeHead(@Nullable String timestamp, @Nullable String signature) {
        if (timestamp == null
                || signature == null
                || !SECONDS.matcher(timestamp).matches()
                || !SIGNATURE.matcher(signature).matches()) {
            return Verdict.WRONG_SIGNATURE;
        }
        Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
        return off.abs().compareTo(TOLERANCE) > 0 ? Verdict.WRONG_TIME : Verdict.GENUINE;
    }

    /** The verdict with the body. */
    public Verdict judge(byte[] body, @Nullable String timestamp, @Nullable String signature) {
        Verdict head = judgeHead(timestamp, signature);
        if (head != Verdict.GENUINE || timestamp == null || signature == null) {
            return head;
        }
        Mac mac = macs.get();
        mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
        String expected = VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
        boolean equal = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
        return equal ? Verdict.GENUINE : Verdict.WRONG_SIGNATURE;
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
