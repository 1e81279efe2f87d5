package org.campaignbot.testkit.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The two ways of receiving updates, of which a bot uses one at a time: getUpdates and the webhook. */
final class UpdateMethods {

    private static final int MOST_AT_ONCE = 100;
    private static final int LONGEST_POLL = 50;
    private static final int DEFAULT_CONNECTIONS = 40;
    private static final Set<Integer> PORTS = Set.of(443, 80, 88, 8443);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]*");
    private static final int LONGEST_SECRET = 256;

    private final World world;
    private int longestPoll = LONGEST_POLL;
    private long polls;
    private boolean polling;
    private String ended = "";
    private String webhookAsSet = "";

    UpdateMethods(World world) {
        this.world = world;
    }

    List<Method> methods() {
        return List.of(
                Method.of("getUpdates", Set.of("offset", "limit", "timeout", "allowed_updates"), this::poll),
                Method.of(
                        "setWebhook",
                        Set.of(
                                "url",
                                "certificate",
                                "ip_address",
                                "max_connections",
                                "allowed_updates",
                                "drop_pending_updates",
                                "secret_token"),
                        this::setWebhook),
                Method.of("deleteWebhook", Set.of("drop_pending_updates"), this::deleteWebhook),
                Method.of("getWebhookInfo", Set.of(), request -> new Answer.Done(info())));
    }

    /** Whether the bot can be reached: it has set a webhook, or has a getUpdates waiting. */
    boolean isListening() {
        return polling || world.updates.webhook() != null;
    }

    /** Answers polls after this many seconds if they ask for more. */
    void limitPolls(int seconds) {
        longestPoll = seconds;
    }

    /** Ends a waiting getUpdates. */
    void endPoll(String why) {
        polls++;
        ended = why;
        world.updates.arrived().signalAll();
    }

    private Answer poll(Request request) {
        if (world.updates.webhook() != null) {
            return Answer.Refused.conflict(
                    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }
        endPoll("terminated by other getUpdates request; make sure that only one bot instance is running");
        long mine = polls;
        world.updates.allow(request.json("allowed_updates"));
        if (request.has("offset")) {
            world.updates.confirmBelow(request.number("offset", 0));
        }
        int limit = clamp(request.number("limit", MOST_AT_ONCE), 1, MOST_AT_ONCE);
        long left = TimeUnit.SECONDS.toNanos(clamp(request.number("timeout", 0), 0, longestPoll));
        List<Updates.Update> batch = world.updates.next(limit);
        polling = true;
        world.log.signal();
        try {
            while (batch.isEmpty() && left > 0 && polls == mine) {
                left = world.updates.arrived().awaitNanos(left);
                if (polls == mine) {
                    batch = world.updates.next(limit);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            polling = polls != mine && polling;
        }
        if (polls != mine) {
            return Answer.Refused.conflict(ended);
        }
        ArrayNode array = Json.array();
        batch.forEach(update -> array.add(Json.raw(update.json())));
        return new Answer.Done(array);
    }

    private Answer setWebhook(Request request) {
        String url = request.text("url");
        if (url.isEmpty()) {
            return deleteWebhook(request);
        }
        String secret = request.text("secret_token");
        String wrong = secret.length() > LONGEST_SECRET ? "secret token is too long" : wrongAddress(url);
        if (!SECRET.matcher(secret).matches()) {
            wrong = "secret token contains unallowed characters";
        }
        if (wrong != null) {
            return Answer.Refused.badRequest(wrong);
        }
        world.updates.allow(request.json("allowed_updates"));
        if (request.flag("drop_pending_updates")) {
            world.updates.drop();
        }
        int connections = clamp(request.number("max_connections", DEFAULT_CONNECTIONS), 1, 100);
        String asked = url + " " + secret + " " + connections;
        if (world.updates.webhook() != null && asked.equals(webhookAsSet)) {
            return Answer.Done.because("Webhook is already set");
        }
        endPoll("terminated by setWebhook request");
        webhookAsSet = asked;
        world.updates.deliverTo(new Webhook(world, url, secret.isEmpty() ? null : secret, connections));
        world.log.signal();
        return Answer.Done.because("Webhook was set");
    }

    private static @Nullable String wrongAddress(String url) {
        try {
            URI address = new URI(url);
            String host = address.getHost();
            if (host == null) {
                return "invalid webhook URL specified";
            }
            if ("http".equals(address.getScheme()) && LOOPBACK.contains(host)) {
                return null;
            }
            if (!"https".equals(address.getScheme())) {
                return "bad webhook: An HTTPS URL must be provided for webhook";
            }
            int port = address.getPort() < 0 ? 443 : address.getPort();
            return PORTS.contains(port) || LOOPBACK.contains(host)
                    ? null
                    : "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443";
        } catch (URISyntaxException notAnAddress) {
            return "invalid webhook URL specified";
        }
    }

    private Answer deleteWebhook(Request request) {
        boolean was = world.updates.webhook() != null;
        if (request.flag("drop_pending_updates")) {
            world.updates.drop();
        }
        world.updates.deliverTo(null);
        return Answer.Done.because(was ? "Webhook was deleted" : "Webhook is already deleted");
    }

    private ObjectNode info() {
        Webhook webhook = world.updates.webhook();
        ObjectNode json = Json.object();
        json.put("url", webhook == null ? "" : webhook.address());
        json.put("has_custom_certificate", false);
        json.put("pending_update_count", world.updates.pendingCount());
        if (webhook != null) {
            json.put("max_connections", webhook.mostConnections());
            if (webhook.lastError() != null) {
                json.put("last_error_date", webhook.lastErrorAt());
                json.put("last_error_message", webhook.lastError());
            }
        }
        if (!world.updates.allowed().isEmpty()) {
            ArrayNode kinds = json.putArray("allowed_updates");
            world.updates.allowed().forEach(kinds::add);
        }
        return json;
    }

    private static int clamp(long value, int least, int most) {
        return (int) Math.max(least, Math.min(most, value));
    }
}
