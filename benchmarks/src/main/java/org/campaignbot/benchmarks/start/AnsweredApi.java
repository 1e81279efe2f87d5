package org.campaignbot.benchmarks.start;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A Bot API that accepts everything and notes when the first message came; it delivers one update, as soon as somebody takes it. */
final class AnsweredApi implements AutoCloseable {

    private static final String ME = "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"first_name\":\"Start\","
            + "\"username\":\"start_bot\",\"can_read_all_group_messages\":false}}";
    private static final String SENT =
            "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"}}}";
    private static final String YES = "{\"ok\":true,\"result\":true}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile CompletableFuture<Long> answer = new CompletableFuture<>();

    private AnsweredApi(HttpServer server) {
        this.server = server;
    }

    static AnsweredApi start() throws IOException {
        // The JDK's server writes head and body apart, and would let the body wait 40 ms for the head's
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        AnsweredApi api =
                new AnsweredApi(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        api.server.createContext("/", api::take);
        api.server.setExecutor(api.threads);
        api.server.start();
        return api;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** In Telegram's format. */
    String token() {
        return "7000000001:AAStartRunOfTheBenchmark-0123456789";
    }

    /** From now on the next message is the first. */
    void expect() {
        answer = new CompletableFuture<>();
    }

    /** Delivers somebody's /start, again and again until it is taken. */
    void deliver(String webhook, String secret, BooleanSupplier alive) throws InterruptedException {
        String update = "{\"update_id\":" + System.currentTimeMillis() / 100 % 1_000_000_000
                + ",\"message\":{\"message_id\":1,\"date\":1,\"from\":{\"id\":1,\"is_bot\":false,\"first_name\":\"A\","
                + "\"language_code\":\"en\"},\"chat\":{\"id\":1,\"type\":\"private\"},\"text\":\"/start\"}}";
        while (!isTaken(webhook, secret, update)) {
            if (!alive.getAsBoolean()) {
                throw new IllegalStateException("the bot has ended; its output says why");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static boolean isTaken(String webhook, String secret, String update) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(webhook).toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("X-Telegram-Bot-Api-Secret-Token", secret);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.getOutputStream().write(update.getBytes(StandardCharsets.UTF_8));
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** When the first message came, by {@link System#nanoTime}. */
    long awaitAnswer(int seconds) throws InterruptedException {
        try {
            return answer.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException none) {
            throw new IllegalStateException("nothing was answered", none);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().toLowerCase(Locale.ROOT);
            exchange.getRequestBody().readAllBytes();
            byte[] body = (path.endsWith("/getme") ? ME : path.endsWith("/sendmessage") ? SENT : YES)
                    .getBytes(StandardCharsets.UTF_8);
            if (path.endsWith("/sendmessage")) {
                answer.complete(System.nanoTime());
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
