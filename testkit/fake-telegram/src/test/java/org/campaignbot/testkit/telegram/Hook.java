package org.campaignbot.testkit.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.campaignbot.testkit.fake.Daemons;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.JsonNode;

/** A webhook that answers as its test says. */
final class Hook implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("hook"));
    private final BlockingQueue<Taken> pushes = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile Function<Taken, Integer> answers = push -> 200;
    private volatile String body = "";
    private volatile int retryAfter;

    /** A push and what came with it. */
    record Taken(JsonNode update, List<String> secret) {

        String text() {
            return update.path("message").path("text").asString("");
        }
    }

    Hook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/hook", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void answers(Function<Taken, Integer> status) {
        answers = status;
    }

    void answersWith(String newBody) {
        body = newBody;
    }

    void asksToRetryAfter(int seconds) {
        retryAfter = seconds;
    }

    /** The next push; fails where none comes in time. */
    Taken next(Duration deadline) throws InterruptedException {
        Taken push = pushes.poll(deadline.toMillis(), TimeUnit.MILLISECONDS);
        if (push == null) {
            throw new AssertionError("nothing was pushed");
        }
        return push;
    }

    boolean isQuiet() {
        return pushes.isEmpty();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            List<String> secret =
                    exchange.getRequestHeaders().getOrDefault("X-Telegram-Bot-Api-Secret-Token", List.of());
            Taken push = new Taken(Json.read(sent), secret);
            pushes.add(push);
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            if (retryAfter > 0) {
                exchange.getResponseHeaders().set("Retry-After", Integer.toString(retryAfter));
            }
            BotApiServer.write(exchange, answers.apply(push), "application/json", answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
