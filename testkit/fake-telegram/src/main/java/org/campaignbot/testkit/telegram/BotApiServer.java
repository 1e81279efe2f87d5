package org.campaignbot.testkit.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.campaignbot.testkit.fake.Daemons;
import org.campaignbot.testkit.fake.Effect;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The API over HTTP: reads a call, applies a fault or runs the method, records the call, and answers. */
final class BotApiServer implements AutoCloseable {

    private static final int BACKLOG = 1024;

    static {
        // The JDK's server writes headers and body separately; without this, a client's delayed ACK adds 40 ms to each
        // call.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4000");
    }

    private final World world;
    private final Faults faults;
    private final Map<String, Method> methods = new HashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("fake-bot-api"));
    private final HttpServer server;

    BotApiServer(World world, Faults faults, Stream<Method> methods) {
        this.world = world;
        this.faults = faults;
        methods.forEach(each -> this.methods.put(each.name().toLowerCase(Locale.ROOT), each));
        try {
            InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
            server = HttpServer.create(new InetSocketAddress(loopback, world.settings.port()), BACKLOG);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                handle(exchange);
            }
        });
    }

    HttpServer server() {
        return server;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        int slash = path.indexOf('/', 1);
        if (!path.startsWith("/bot") || slash < 0) {
            refuse(exchange, 404, "Not Found");
        } else if (!path.substring("/bot".length(), slash).equals(world.settings.token())) {
            refuse(exchange, 401, "Unauthorized");
        } else {
            Method method = methods.get(path.substring(slash + 1).toLowerCase(Locale.ROOT));
            ObjectNode parameters = Parameters.of(exchange, body);
            if (method == null) {
                note("unknown method " + path.substring(slash + 1));
                refuse(exchange, 404, "Not Found: method not found");
            } else if (parameters == null) {
                note(method.name() + ": the body is neither JSON nor a form");
                refuse(exchange, 400, "Bad Request: can't parse JSON object");
            } else {
                serve(exchange, method, new Request(method.name(), parameters, world.now()));
            }
        }
    }

    private void serve(HttpExchange exchange, Method method, Request request) throws IOException {
        Effect effect = faults.take(request);
        if (effect != null && !effect.processes()) {
            befall(exchange, request, effect);
            return;
        }
        Answer answer = process(method, request, effect);
        if (effect instanceof Effect.LoseAnswer) {
            return;
        }
        if (effect != null) {
            effect.pause();
        }
        byte[] bytes = Json.bytes(answer.body());
        if (effect instanceof Effect.Replace replace) {
            write(exchange, 200, "application/json", replace.body().getBytes(StandardCharsets.UTF_8));
        } else if (effect instanceof Effect.CutAnswer) {
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        } else {
            write(exchange, answer.status(), "application/json", bytes);
        }
    }

    private Answer process(Method method, Request request, @Nullable Effect effect) {
        Answer answer;
        Call call;
        world.lock.lock();
        try {
            answer = method.call(request);
            request.violations().forEach(world::violation);
            String refused = answer instanceof Answer.Refused refusal ? refusal.description() : "";
            String said = effect == null
                    ? refused
                    : (refused + " fault: " + effect.getClass().getSimpleName()).strip();
            call = world.log.add(request, answer.status(), said);
        } finally {
            world.lock.unlock();
        }
        world.log.tell(call);
        return answer;
    }

    private void befall(HttpExchange exchange, Request request, Effect effect) throws IOException {
        Faults.Refuse refuse = effect instanceof Faults.Refuse ordered ? ordered : null;
        Answer.Refused refused = refuse == null ? null : refuse.answer();
        int status = effect instanceof Effect.Page page ? page.status() : refused == null ? 0 : refused.status();
        Call call;
        world.lock.lock();
        try {
            if (refuse != null && refused != null && refused.retryAfter() != null) {
                world.rates.wait(refuse.everyone() ? 0 : request.chat(), refused.retryAfter(), request.at());
            }
            call = world.log.add(request, status, "fault: " + effect.getClass().getSimpleName());
        } finally {
            world.lock.unlock();
        }
        world.log.tell(call);
        if (refused != null) {
            write(exchange, status, "application/json", Json.bytes(refused.body()));
        } else if (effect instanceof Effect.Page page) {
            write(exchange, status, "text/html", page.html().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void note(String violation) {
        world.lock.lock();
        try {
            world.violation(violation);
        } finally {
            world.lock.unlock();
        }
    }

    private static void refuse(HttpExchange exchange, int status, String description) throws IOException {
        byte[] body = Json.bytes(new Answer.Refused(status, description, null, null).body());
        write(exchange, status, "application/json", body);
    }

    static void write(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
