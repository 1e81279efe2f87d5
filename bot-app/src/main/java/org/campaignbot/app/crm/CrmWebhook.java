package org.campaignbot.app.crm;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.campaignbot.app.config.CrmSettings;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.content.refresh.PublicHosts;

/**
 * Posts events to a CRM, each signed with its time.
 *
 * <p>The receiver is a stranger: {@link PublicHosts} judges where it is, a redirect isn't followed, all of an exchange has five
 * seconds, and of the answer only its status counts.
 */
public final class CrmWebhook {

    /** The type of an event that only tries the way. */
    public static final String PING = "ping";

    /** The header with the time and the signature. */
    static final String SIGNATURE = "Campaignbot-Signature";

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 64 * 1024;
    private static final String ALGORITHM = "HmacSHA256";

    private final URI address;
    private final byte[] secret;
    private final PublicHosts hosts;
    private final Duration longest;

    /**
     * What came of a request.
     *
     * @param isTaken whether the receiver has the event for sure
     * @param words what it answered, or why it wasn't reached, as {@code it answered 500}
     */
    public record Answer(boolean isTaken, String words) {}

    /** The webhook that is set up. */
    public CrmWebhook(CrmSettings settings) {
        this(settings, new PublicHosts(settings.localHost()), LONGEST);
    }

    CrmWebhook(CrmSettings settings, PublicHosts hosts, Duration longest) {
        this.address = URI.create(Objects.requireNonNull(settings.url()));
        this.secret = Objects.requireNonNull(settings.secret()).getBytes(StandardCharsets.UTF_8);
        this.hosts = hosts;
        this.longest = longest;
    }

    /** The host that gets them; the rest of the address may be a secret. */
    public String host() {
        return address.getHost();
    }

    /** The body of an event. */
    public static String body(String id, String type, Instant made, String campaign, Map<String, Object> data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", id);
        event.put("event", type);
        event.put("made", made.truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("campaign", campaign);
        event.put("data", data);
        return JsonOutput.write(event);
    }

    /** Posts an event, signed as of now. */
    public Answer post(String body, Instant now) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            return missed("it has more than " + MOST_BYTES / 1024 + " KB, which isn't sent");
        }
        PublicHosts.Guarded guarded;
        try {
            guarded = hosts.open(address);
        } catch (IOException | IllegalArgumentException notAnAddress) {
            return missed("its address can't be used");
        }
        // Looking the name up and a receiver that sends byte after byte know no time limit of their own.
        FutureTask<Answer> exchange = new FutureTask<>(() -> exchange(guarded.connection(), bytes, now));
        Thread thread = new Thread(exchange, "crm");
        thread.setDaemon(true);
        thread.start();
        try {
            return exchange.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return tooSlow();
        } catch (ExecutionException failure) {
            Throwable cause = Objects.requireNonNull(failure.getCause());
            if (guarded.metPrivateAddress()) {
                return missed(PublicHosts.Refusal.NOT_PUBLIC);
            }
            // The connection's own limit runs out at the same time, and sometimes first.
            return cause instanceof SocketTimeoutException
                    ? tooSlow()
                    : missed("there's no connection (" + cause.getClass().getSimpleName() + ")");
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return missed("the bot is stopping");
        } finally {
            guarded.connection().disconnect();
        }
    }

    private Answer tooSlow() {
        return missed("it gave no answer within " + longest.toSeconds() + " seconds");
    }

    private Answer exchange(HttpURLConnection connection, byte[] body, Instant now) throws IOException {
        Optional<PublicHosts.Refusal> refusal = hosts.refusal(address);
        if (refusal.isPresent()) {
            return missed(refusal.get());
        }
        connection.setConnectTimeout((int) longest.toMillis());
        connection.setReadTimeout((int) longest.toMillis());
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        // Otherwise Java would send it a second time where a connection breaks.
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Connection", "close");
        connection.setRequestProperty("User-Agent", "campaign-bot");
        connection.setRequestProperty(SIGNATURE, signature(now, body));
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        return new Answer(
                status >= 200 && status < 300,
                "it answered " + status + (status >= 300 && status < 400 ? ", and a redirect isn't followed" : ""));
    }

    private static Answer missed(PublicHosts.Refusal refusal) {
        return missed(
                switch (refusal) {
                    case UNKNOWN -> "its host can't be found";
                    case NOT_ENCRYPTED -> "its address isn't https";
                    case NOT_PUBLIC ->
                        "its host is this machine or in a private network; " + CrmSettings.LOCAL_HOST
                                + " allows one host, if that's meant";
                });
    }

    private static Answer missed(String words) {
        return new Answer(false, words);
    }

    /** The time in seconds, and the HMAC of that, a dot and the body. */
    String signature(Instant now, byte[] body) {
        try {
            String time = Long.toString(now.getEpochSecond());
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
