package org.campaignbot.testkit.slack;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.campaignbot.testkit.fake.Daemons;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.node.ObjectNode;

/** Deliveries over HTTP: signed, events as JSON, commands and interactions as forms. */
final class HttpCarrier implements Carrier, AutoCloseable {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final World world;
    private final RequestUrls urls;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("fake-slack-push"));

    HttpCarrier(World world, RequestUrls urls) {
        this.world = world;
        this.urls = urls;
    }

    @Override
    public void carry(Parcel parcel, int attempt, String reason, Consumer<Ack> done) {
        try {
            threads.execute(() -> done.accept(push(parcel, attempt, reason)));
        } catch (RejectedExecutionException closed) {
            done.accept(Ack.failed("connection_failed"));
        }
    }

    private Ack push(Parcel parcel, int attempt, String reason) {
        return switch (parcel.kind()) {
            case EVENTS_API -> {
                byte[] body = Json.bytes(parcel.payload());
                yield push(urls.events(), "application/json", body, attempt, reason);
            }
            case SLASH_COMMANDS -> push(urls.commands(), FORM, form(parcel.payload()), attempt, reason);
            case INTERACTIVE -> {
                ObjectNode field = Json.object().put("payload", parcel.payload().toString());
                yield push(urls.interactivity(), FORM, form(field), attempt, reason);
            }
        };
    }

    private static byte[] form(ObjectNode fields) {
        return Parameters.form(fields).getBytes(StandardCharsets.UTF_8);
    }

    private Ack push(String url, String type, byte[] body, int attempt, String reason) {
        String timestamp = Long.toString(world.now().getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        headers.put("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        headers.put("X-Slack-Request-Timestamp", timestamp);
        headers.put("X-Slack-Signature", Signature.of(SlackSettings.SIGNING_SECRET, timestamp, body));
        if (attempt > 0) {
            headers.put("X-Slack-Retry-Num", Integer.toString(attempt));
            headers.put("X-Slack-Retry-Reason", reason);
        }
        return Push.of(url, headers, body, world.settings.retries().ackWithin());
    }

    /** Whether the app echoes a challenge, which Slack requires of an events address. */
    boolean verify() {
        String challenge = "challenge" + world.locked(world::nextId);
        ObjectNode asked =
                Json.object().put("token", "fake").put("challenge", challenge).put("type", "url_verification");
        Ack ack = push(urls.events(), "application/json", Json.bytes(asked), 0, "");
        return ack.isTaken()
                && (ack.body().strip().equals(challenge)
                        || ack.body().strip().equals("challenge=" + challenge)
                        || ack.json().path("challenge").asString("").equals(challenge));
    }

    /** Whether the commands address answers the certificate check, which isn't a command, with a bare 200. */
    boolean checkCertificate() {
        byte[] body = form(Json.object().put("ssl_check", "1").put("token", "fake"));
        Ack ack = push(urls.commands(), FORM, body, 0, "");
        return ack.status() == 200 && ack.isEmpty();
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
