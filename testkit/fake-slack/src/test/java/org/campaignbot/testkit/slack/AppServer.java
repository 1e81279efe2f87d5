package org.campaignbot.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.campaignbot.testkit.fake.Daemons;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.JsonNode;

/** The app's request URL, which answers as its test says. */
final class AppServer implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("app-server"));
    private final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile Function<Taken, Reply> answers = request -> Reply.OK;

    /** A delivery: its raw body and what stood in its headers. */
    record Taken(String body, String type, String signature, String timestamp, String retryNum, String retryReason) {

        /** The body: JSON as it is, a form's payload, or else the form itself. */
        JsonNode json() {
            if (type.startsWith("application/json")) {
                return Json.read(body);
            }
            JsonNode form = Parameters.form(Json.object(), body);
            return form.has("payload") ? Json.read(form.path("payload").asString("")) : form;
        }

        String text(String name) {
            return json().path(name).asString("");
        }

        JsonNode event() {
            return json().path("event");
        }
    }

    /** What it answers. */
    record Reply(int status, String type, String body, boolean noRetry) {

        static final Reply OK = status(200);

        static Reply status(int status) {
            return new Reply(status, "text/plain", "", false);
        }

        static Reply json(String json) {
            return new Reply(200, "application/json", json, false);
        }
    }

    AppServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(SlackServer.loopback(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/slack", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/slack";
    }

    void answers(Function<Taken, Reply> newAnswers) {
        answers = newAnswers;
    }

    /** The next delivery; fails where none comes in time. */
    Taken next(Duration deadline) throws InterruptedException {
        Taken next = taken.poll(deadline.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("nothing was delivered");
        }
        return next;
    }

    boolean isQuiet() {
        return taken.isEmpty();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Taken request = new Taken(
                    body,
                    header(exchange, "Content-Type"),
                    header(exchange, "X-Slack-Signature"),
                    header(exchange, "X-Slack-Request-Timestamp"),
                    header(exchange, "X-Slack-Retry-Num"),
                    header(exchange, "X-Slack-Retry-Reason"));
            Reply reply = answers.apply(request);
            taken.add(request);
            if (reply.noRetry()) {
                exchange.getResponseHeaders().set("X-Slack-No-Retry", "1");
            }
            SlackServer.write(
                    exchange, reply.status(), reply.type(), reply.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Lets an answer wait. */
    static void hold(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("an answer was held and never let go");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
