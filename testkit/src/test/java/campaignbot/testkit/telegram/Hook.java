package campaignbot.testkit.telegram;

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
import tools.jackson.databind.JsonNode;

/** A webhook that answers as its test says. */
final class Hook implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("hook"));
    private final BlockingQueue<Push> pushes = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile Function<Push, Integer> answers = push -> 200;
    private volatile String body = "";

    /** A push and what came with it. */
    record Push(JsonNode update, List<String> secret) {

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

    void answers(Function<Push, Integer> status) {
        answers = status;
    }

    void answersWith(String newBody) {
        body = newBody;
    }

    /** The next push; fails where none comes in time. */
    Push next(Duration deadline) throws InterruptedException {
        Push push = pushes.poll(deadline.toMillis(), TimeUnit.MILLISECONDS);
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
            Push push = new Push(Json.read(sent), secret);
            pushes.add(push);
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            BotApiServer.write(exchange, answers.apply(push), "application/json", answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
