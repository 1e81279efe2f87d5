package org.campaignbot.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Web API: reads a call, finds the token's installation, applies a fault or runs the method, records the call, and answers.
 */
final class WebApi implements HttpHandler {

    static final String PATH = "/api/";

    private final World world;
    private final Outcome outcome;
    private final Map<String, Method> methods = new HashMap<>();

    WebApi(World world, Outcome outcome, Stream<Method> methods) {
        this.world = world;
        this.outcome = outcome;
        methods.forEach(each -> this.methods.put(each.name(), each));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String name = exchange.getRequestURI().getPath().substring(PATH.length());
        Method method = methods.get(name);
        ObjectNode parameters = Parameters.of(exchange, body);
        if (method == null) {
            refuse(exchange, name, "unknown_method");
            return;
        }
        if (parameters == null) {
            refuse(exchange, name, Parameters.isJson(exchange) ? "invalid_json" : "invalid_post_type");
            return;
        }
        Credentials.basic(exchange, parameters);
        String token = Credentials.token(exchange, parameters);
        Installation installation = world.locked(() -> world.tokens.get(token));
        Request request = new Request(name, parameters, installation, world.now());
        if (installation != null && name.startsWith("chat.post")) {
            request.about(world.locked(() -> Addressing.canonical(world, installation, request.text("channel"))), "");
        }
        outcome.of(exchange, request, () -> answer(method, request, token, installation));
    }

    private Answer answer(Method method, Request request, String token, @Nullable Installation installation) {
        if (AppMethods.needNoInstallation(method.name())) {
            return AppMethods.withToken(request, token, () -> limited(method, request));
        }
        String refused = Credentials.refusal(token, installation);
        if (!refused.isEmpty()) {
            return Answer.refused(refused);
        }
        Installation live = request.installation();
        Answer wait = wait(method, request);
        if (wait != null) {
            return wait;
        }
        if (!method.scope().isEmpty() && !live.has(method.scope())) {
            return Answer.missingScope(method.scope(), String.join(",", live.scopes));
        }
        return method.call(request);
    }

    /** A method of the app itself counts per app, and a workspace's method per workspace. */
    private Answer limited(Method method, Request request) {
        Answer wait = wait(method, request);
        return wait != null ? wait : method.call(request);
    }

    private @Nullable Answer wait(Method method, Request request) {
        Integer wait = world.rates.call(request.teamId(), method, request.channel(), request.at());
        return wait == null ? null : Answer.limited(wait, world.rates.word());
    }

    private void refuse(HttpExchange exchange, String name, String error) throws IOException {
        Request request = new Request(name, Json.object(), null, world.now());
        Call call = world.locked(() -> {
            world.violation(name + ": " + error);
            return world.log.add(request, 200, error);
        });
        world.log.tell(call);
        byte[] body = Json.bytes(Answer.refused(error).body());
        SlackServer.write(exchange, 200, "application/json; charset=utf-8", body);
    }
}
