package org.campaignbot.benchmarks.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Distributes the requests of one webhook over several processes in turn, as a load balancer does; one that's down costs a 502.
 */
final class Dealer implements AutoCloseable {

    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
    private static final int THREADS = 50;

    private final List<Integer> ports;
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** Distributes to these ports of 127.0.0.1. */
    Dealer(List<Integer> ports) throws IOException {
        this.ports = List.copyOf(ports);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::deal);
        server.start();
    }

    /** The address before the path. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void deal(HttpExchange exchange) throws IOException {
        try (exchange) {
            int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
            exchange.sendResponseHeaders(status(exchange, port), -1);
        }
    }

    private int status(HttpExchange exchange, int port) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        exchange.getRequestBody().readAllBytes()));
        String secret = exchange.getRequestHeaders().getFirst(SECRET);
        if (secret != null) {
            request.header(SECRET, secret);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException down) {
            return 502;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
