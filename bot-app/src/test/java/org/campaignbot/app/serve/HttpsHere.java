package org.campaignbot.app.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Https in front of a server, with a certificate that nobody knows, and pages of other hosts at the same port. */
final class HttpsHere implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    /** What neither side may pass on by hand. */
    private static final Set<String> OWN =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpsServer door;
    private final int server;
    private final Map<String, String> pages;

    /**
     * Opens it.
     *
     * @param server the port of the server
     * @param pages the pages of other hosts, by host
     */
    HttpsHere(int server, Map<String, String> pages, Path folder) throws Exception {
        this.server = server;
        this.pages = pages;
        this.door = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.setHttpsConfigurator(new HttpsConfigurator(certificate(folder.resolve("https.p12"))));
        door.setExecutor(threads);
        door.createContext("/", this::pass);
        door.start();
    }

    int port() {
        return door.getAddress().getPort();
    }

    private static SSLContext certificate(Path store) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "https",
                        "-dname",
                        "CN=here",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String page = pages.get(exchange.getRequestHeaders().getFirst("Host"));
            if (page == null) {
                toServer(exchange);
            } else {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                answer(exchange, 200, page.getBytes(StandardCharsets.UTF_8));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void toServer(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "192.0.2.1");
        each(exchange.getRequestHeaders(), request::header);
        HttpResponse<byte[]> reply = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        each(reply.headers().map(), exchange.getResponseHeaders()::add);
        answer(exchange, reply.statusCode(), reply.body());
    }

    private static void each(Map<String, List<String>> headers, BiConsumer<String, String> take) {
        headers.forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                values.forEach(value -> take.accept(name, value));
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        door.stop(0);
        threads.shutdownNow();
    }
}
