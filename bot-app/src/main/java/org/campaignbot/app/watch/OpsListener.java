package org.campaignbot.app.watch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.campaignbot.app.config.OpsSettings;
import org.campaignbot.app.watch.OpsPages.Page;

/**
 * A second port for operators. On a loopback address, requests need no token if they come from this machine, address it by a
 * loopback name, and weren't forwarded by a proxy; so a web page whose host name resolves here reads nothing. All others need the
 * token.
 */
public final class OpsListener implements AutoCloseable {

    private static final Page NOT_ALLOWED = new Page(405, "text/plain", "");
    private static final Page NOT_FOUND = new Page(404, "text/plain", "");
    private static final Page UNAUTHORIZED = new Page(401, "text/plain", "");
    private static final int MOST_AT_ONCE = 4;
    private static final Pattern LOCAL = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?");

    /** No second port. */
    public static final OpsListener NONE = new OpsListener(() -> {});

    private final Runnable end;

    private OpsListener(Runnable end) {
        this.end = end;
    }

    /**
     * Listens on an address until it is closed.
     *
     * @throws IOException if the address is taken or isn't one of this machine's
     */
    public static OpsListener on(InetSocketAddress address, OpsPages pages, OpsSettings settings) throws IOException {
        // Seconds after which the JDK's server ends a request that doesn't arrive.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.timerMillis", "5000");
        HttpServer server = HttpServer.create(address, 0);
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MOST_AT_ONCE, MOST_AT_ONCE, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "ops");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, pages, settings));
        server.start();
        return new OpsListener(() -> {
            server.stop(0);
            threads.shutdownNow();
        });
    }

    private static void answer(HttpExchange exchange, OpsPages pages, OpsSettings settings) throws IOException {
        try (exchange) {
            Headers asked = exchange.getRequestHeaders();
            String path = exchange.getRequestURI().getPath();
            if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, NOT_ALLOWED);
            } else if (path.equals(OpsPages.HEALTH)) {
                send(exchange, pages.health());
            } else if (!mayRead(exchange, asked, settings)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                send(exchange, UNAUTHORIZED);
            } else {
                send(exchange, pages.at(path).orElse(NOT_FOUND));
            }
        }
    }

    private static boolean mayRead(HttpExchange exchange, Headers asked, OpsSettings settings) {
        boolean isLocal = exchange.getLocalAddress().getAddress().isLoopbackAddress()
                && exchange.getRemoteAddress().getAddress().isLoopbackAddress()
                && LOCAL.matcher(String.valueOf(asked.getFirst("Host"))).matches()
                && !asked.containsKey("X-Forwarded-For")
                && !asked.containsKey("Forwarded");
        return (isLocal && settings.isLocal()) || settings.opens(asked.getFirst("Authorization"));
    }

    private static void send(HttpExchange exchange, Page page) throws IOException {
        byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", page.contentType());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(page.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        end.run();
    }
}
