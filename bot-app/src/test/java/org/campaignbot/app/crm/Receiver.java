package org.campaignbot.app.crm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.campaignbot.app.config.CrmSettings;

/**
 * A strict CRM on this machine: it checks each signature as docs/crm.md says, with code of its own, and answers 403 to what it
 * can't trust. It has faults on demand, one a request.
 */
public final class Receiver implements AutoCloseable {

    public static final String SECRET = "kV0pZ3rVYkQ1n5u8x/A2DcFhJmNqRtWz7+9bEsGvLwM=";

    private static final String HOST = "127.0.0.1";
    private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]+),v1=([0-9a-f]{64})");
    private static final Pattern ID = Pattern.compile("\\{\"id\":\"([^\"]{8,})\".*");

    /** What happens to a request in place of its answer. */
    public interface Fault {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    public Receiver(InstantSource clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The variables of a bot that sends to it. */
    public Map<String, String> variables() {
        return Map.of(
                "CRM_URL",
                "http://" + HOST + ":" + server.getAddress().getPort() + "/hooks/s3cretpath?key=1",
                "CRM_SECRET",
                SECRET,
                "CRM_LOCAL_HOST",
                HOST);
    }

    /** The same as settings. */
    public CrmSettings settings() {
        return new CrmSettings(variables().get("CRM_URL"), SECRET, HOST);
    }

    /** Does something else with the next request. */
    public synchronized void next(Fault fault) {
        faults.add(fault);
    }

    /** Answers as it should again. */
    public synchronized void heal() {
        faults.clear();
    }

    /** Answers with a status. */
    public static Fault status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    /** Gives no answer. */
    public Fault mute() {
        return exchange -> awaitEnd();
    }

    /** Begins an answer and never ends its body. */
    public static Fault endless(int status) {
        return exchange -> {
            exchange.sendResponseHeaders(status, 0);
            byte[] chunk = new byte[1 << 16];
            while (true) {
                exchange.getResponseBody().write(chunk);
            }
        };
    }

    /** Ends the connection without an answer, though it has read all. */
    public static Fault cutOff() {
        return HttpExchange::close;
    }

    /** Sends it elsewhere. */
    public static Fault redirect(String to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(307, -1);
        };
    }

    /** The bodies that came with a good signature, also those that were answered with a fault. */
    public synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** The ids of those. */
    public List<String> ids() {
        return bodies().stream().map(Receiver::id).toList();
    }

    /** Why requests were refused. */
    public synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    private static String id(String body) {
        Matcher id = ID.matcher(body);
        return id.matches() ? id.group(1) : "";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String refusal = refusal(exchange, body);
            Fault fault;
            synchronized (this) {
                if (!refusal.isEmpty()) {
                    refusals.add(refusal);
                }
                fault = refusal.isEmpty() ? faults.poll() : status(403);
                if (refusal.isEmpty()) {
                    bodies.add(new String(body, StandardCharsets.UTF_8));
                }
            }
            (fault == null ? status(204) : fault).answer(exchange);
        }
    }

    private String refusal(HttpExchange exchange, byte[] body) {
        Matcher signature =
                SIGNATURE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Campaignbot-Signature")));
        if (!exchange.getRequestMethod().equals("POST")) {
            return exchange.getRequestMethod();
        } else if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return "no JSON";
        } else if (!signature.matches()) {
            return "no signature";
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(signature.group(1)));
        if (Duration.between(at, clock.instant()).abs().compareTo(Duration.ofMinutes(5)) > 0) {
            return "an old signature";
        }
        byte[] signed =
                (signature.group(1) + "." + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(hmac(signed), HexFormat.of().parseHex(signature.group(2)))) {
            return "a wrong signature";
        }
        return id(new String(body, StandardCharsets.UTF_8)).isEmpty() ? "no id" : "";
    }

    private static byte[] hmac(byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
