package org.campaignbot.benchmarks.acknowledgement;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * The minimum that acknowledges Slack in Java: the JDK's own server, which verifies the signature and answers 200.
 *
 * <p>It doesn't read the content, store anything or send anything. Its settings are the campaign bot's.
 */
final class BareVerifier {

    /** One thread per connection, so that no request waits for a thread. */
    private static final int THREADS = 200;

    private final RequestSignature signature;

    private final InstantSource clock;

    private BareVerifier(String secret, InstantSource clock) {
        this.signature = new RequestSignature(secret);
        this.clock = clock;
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> settings = System.getenv();
        BareVerifier verifier = new BareVerifier(
                settings.getOrDefault("SLACK_SIGNING_SECRET", ""),
                RunClock.from(settings.getOrDefault(RunClock.VARIABLE, RunClock.START)));
        int port = Integer.parseInt(settings.getOrDefault("SERVER_PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext(SlackRequests.PATH, verifier::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean genuine = signature.isGenuine(
                    exchange.getRequestBody().readAllBytes(),
                    exchange.getRequestHeaders().getFirst(RequestSignature.TIMESTAMP_HEADER),
                    exchange.getRequestHeaders().getFirst(RequestSignature.SIGNATURE_HEADER),
                    clock.instant());
            exchange.sendResponseHeaders(genuine ? 200 : 401, -1);
        }
    }
}
