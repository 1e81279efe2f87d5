package org.campaignbot.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.campaignbot.testkit.fake.Effect;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;

/** Processes a call: a fault applies or the call is carried out; either way it's recorded and usually answered. */
final class Outcome {

    private static final String JSON = "application/json; charset=utf-8";

    private final World world;
    private final Faults faults;

    Outcome(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    void of(HttpExchange exchange, Request request, Supplier<Answer> work) throws IOException {
        Effect effect = faults.take(request);
        if (effect != null && !effect.processes()) {
            befall(exchange, request, effect);
            return;
        }
        Answer answer = process(request, work, effect);
        if (effect instanceof Effect.LoseAnswer) {
            return;
        }
        if (effect != null) {
            effect.pause();
        }
        byte[] bytes = Json.bytes(answer.body());
        if (effect instanceof Effect.Replace replace) {
            SlackServer.write(exchange, 200, JSON, replace.body().getBytes(StandardCharsets.UTF_8));
        } else if (effect instanceof Effect.CutAnswer) {
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        } else {
            write(exchange, answer);
        }
    }

    private Answer process(Request request, Supplier<Answer> work, @Nullable Effect effect) {
        Answer answer;
        Call call;
        world.lock.lock();
        try {
            answer = work.get();
            request.violations().forEach(world::violation);
            String said = effect == null
                    ? answer.error()
                    : (answer.error() + " fault: " + effect.getClass().getSimpleName()).strip();
            call = world.log.add(request, answer.status(), said);
        } finally {
            world.lock.unlock();
        }
        world.log.tell(call);
        return answer;
    }

    private void befall(HttpExchange exchange, Request request, Effect effect) throws IOException {
        Answer answer;
        Call call;
        world.lock.lock();
        try {
            answer = ordered(request, effect);
            int status = answer != null ? answer.status() : effect instanceof Effect.Page page ? page.status() : 0;
            String error = answer == null ? "" : answer.error() + " by order";
            call = world.log.add(request, status, error.isEmpty() ? "closed or failed by order" : error);
        } finally {
            world.lock.unlock();
        }
        world.log.tell(call);
        if (answer != null) {
            write(exchange, answer);
        } else if (effect instanceof Effect.Page page) {
            SlackServer.write(exchange, page.status(), "text/html", page.html().getBytes(StandardCharsets.UTF_8));
        }
    }

    private @Nullable Answer ordered(Request request, Effect effect) {
        if (effect instanceof Faults.Limit limit) {
            String channel = limit.everywhere() ? "" : request.channel();
            int seconds = world.rates.order(request.teamId(), request.method(), channel, limit.seconds(), request.at());
            return Answer.limited(seconds, world.rates.word());
        }
        return effect instanceof Faults.Refuse refuse ? Answer.refused(refuse.error()) : null;
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.retryAfter() > 0) {
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(answer.retryAfter()));
        }
        SlackServer.write(exchange, answer.status(), JSON, Json.bytes(answer.body()));
    }
}
