package org.campaignbot.content.refresh;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A strict fake of the server that publishes the source's files or a feed, on this machine. It gives the files with the headers
 * of GitHub Pages, answers 304 where a client has that state already, and does other things to a file on demand.
 */
public final class SourceServer implements AutoCloseable {

    /** The host of its address. */
    public static final String HOST = "127.0.0.1";

    private static final String ROOT = "/congress-legislators/";

    /** What happens to a file in place of its answer. */
    interface Fault {
        void answer(HttpExchange exchange, byte[] file) throws IOException;
    }

    /** A request, which knows its answer once that begins: a client may have it before this server goes on. */
    private record Asked(String what, HttpExchange exchange) {

        boolean isAnswered() {
            return exchange.getResponseCode() > 0;
        }

        @Override
        public String toString() {
            return what + " " + exchange.getResponseCode();
        }
    }

    private final Path folder;
    private final List<String> files;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Map<String, Instant> published = new ConcurrentHashMap<>();
    private final List<Asked> log = new CopyOnWriteArrayList<>();
    private volatile boolean hasDates = true;

    /** Serves the files of a folder as published at an instant. */
    public SourceServer(Path folder, Instant published) throws IOException {
        this(folder, Upstream.FILES, published);
    }

    /** Serves a feed as published at an instant. */
    public static SourceServer ofFeed(Path folder, String feed, Instant published) throws IOException {
        return new SourceServer(folder, List.of(feed), published);
    }

    private SourceServer(Path folder, List<String> files, Instant published) throws IOException {
        this.folder = folder;
        this.files = files;
        publish(published);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address of the folder, or of the feed. */
    public String address() {
        String root = "http://" + HOST + ":" + server.getAddress().getPort() + ROOT;
        return files == Upstream.FILES ? root : root + files.get(0);
    }

    /** Changes when the files were published, and so their state. */
    public void publish(Instant at) {
        files.forEach(file -> published.put(file, at));
    }

    void publish(String file, Instant at) {
        published.put(file, at);
    }

    /** No longer says when the files changed. */
    public void withoutDates() {
        hasDates = false;
    }

    void fault(String file, Fault fault) {
        faults.put(file, fault);
    }

    /** Answers as it should again. */
    public void heal() {
        faults.clear();
    }

    /** Answers all files with an error. */
    public void fail(int status) {
        files.forEach(file -> fault(file, (exchange, bytes) -> exchange.sendResponseHeaders(status, -1)));
    }

    /** What it was asked and answered, like {@code GET legislators-current.yaml 200}. */
    public List<String> log() {
        return log.stream().filter(Asked::isAnswered).map(Asked::toString).toList();
    }

    /** Ends the answer in the middle. */
    static Fault cutOff() {
        return (exchange, file) -> {
            yaml(exchange).sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, file.length / 2);
            exchange.getResponseBody().flush();
        };
    }

    /** Gives half of the file as if it were all of it. */
    static Fault half() {
        return (exchange, file) -> {
            yaml(exchange).sendResponseHeaders(200, file.length / 2);
            exchange.getResponseBody().write(file, 0, file.length / 2);
        };
    }

    /** Gives half of the file, and nothing more. */
    Fault silent() {
        return (exchange, file) -> {
            yaml(exchange).sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, file.length / 2);
            exchange.getResponseBody().flush();
            awaitEnd();
        };
    }

    /** Doesn't answer at all. */
    Fault mute() {
        return (exchange, file) -> awaitEnd();
    }

    /** Gives byte after byte without end. */
    Fault endless(int atOnce) {
        return (exchange, file) -> {
            yaml(exchange).sendResponseHeaders(200, 0);
            byte[] bytes = new byte[atOnce];
            Arrays.fill(bytes, (byte) '\n');
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(bytes);
                exchange.getResponseBody().flush();
            }
        };
    }

    /** Announces a size. */
    static Fault announcing(long size) {
        return (exchange, file) -> yaml(exchange).sendResponseHeaders(200, size);
    }

    static Fault header(String name, String value) {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/yaml");
            exchange.getResponseHeaders().set(name, value);
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
        };
    }

    static Fault redirect(String location) {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(301, -1);
        };
    }

    /** Answers as it should, and then does something. */
    Fault then(Runnable after) {
        return (exchange, file) -> {
            whole(exchange, name(exchange), file);
            after.run();
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String file = name(exchange);
            log.add(new Asked(exchange.getRequestMethod() + " " + file, exchange));
            boolean isFine = List.of("GET", "HEAD").contains(exchange.getRequestMethod())
                    && "campaign-bot".equals(exchange.getRequestHeaders().getFirst("User-Agent"))
                    && exchange.getRequestURI().getQuery() == null
                    && files.contains(file);
            byte[] bytes = isFine ? Files.readAllBytes(folder.resolve(file)) : new byte[0];
            Fault fault = faults.get(file);
            if (!isFine) {
                exchange.sendResponseHeaders(files.contains(file) ? 400 : 404, -1);
            } else if (fault == null || exchange.getRequestMethod().equals("HEAD")) {
                whole(exchange, file, bytes);
            } else {
                fault.answer(exchange, bytes);
            }
        }
    }

    private void whole(HttpExchange exchange, String file, byte[] bytes) throws IOException {
        Instant at = published.getOrDefault(file, Instant.EPOCH);
        String etag = "\"" + at.getEpochSecond() + "-" + Arrays.hashCode(bytes) + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (hasDates) {
            exchange.getResponseHeaders()
                    .set("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
        }
        yaml(exchange);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    private static String name(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
    }

    private static HttpExchange yaml(HttpExchange exchange) {
        exchange.getResponseHeaders().set("Content-Type", "text/yaml; charset=utf-8");
        return exchange;
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopping) {
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
