package org.campaignbot.testkit.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.campaignbot.testkit.fake.Fault;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets another process act as the people: {@code POST /control/<action>} with a JSON object, answered by one.
 *
 * <p>{@code say}, {@code press}, {@code location}, {@code block}, {@code unblock} take {@code person}, optionally
 * {@code language} and {@code group}, and return {@code update_id}; {@code update} takes {@code kind} and {@code content};
 * {@code redeliver} takes {@code update_id}; {@code log} takes {@code since}; {@code fault} takes {@code effect}, {@code times},
 * and optionally {@code method}, {@code chat}, {@code seconds}; {@code status} takes nothing.
 */
final class Control implements HttpHandler {

    private static final int PATH = "/control/".length();

    private final FakeBotApi api;

    Control(FakeBotApi api) {
        this.api = api;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode asked = Json.read(exchange.getRequestBody().readAllBytes());
            String action = exchange.getRequestURI().getPath().substring(PATH);
            int status = 200;
            JsonNode answer;
            try {
                answer = act(action, asked);
            } catch (IllegalArgumentException wrong) {
                status = 400;
                answer = Json.object().put("error", wrong.getMessage());
            }
            byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
            BotApiServer.write(exchange, status, "application/json", bytes);
        }
    }

    private JsonNode act(String action, JsonNode asked) {
        return switch (action) {
            case "say" -> update(talk(asked).says(asked.path("text").asString("")));
            case "press" -> update(press(asked));
            case "location" ->
                update(talk(asked)
                        .sharesLocation(
                                asked.path("latitude").asDouble(0),
                                asked.path("longitude").asDouble(0)));
            case "block" -> update(talk(asked).blocks());
            case "unblock" -> update(talk(asked).unblocks());
            case "update" ->
                update(api.deliver(
                        asked.path("kind").asString("message"),
                        asked.path("content").toString()));
            case "redeliver" -> {
                long id = asked.path("update_id").asLong(0);
                api.redeliver(id);
                yield update(id);
            }
            case "fault" -> fault(asked);
            case "log" -> log(asked.path("since").asLong(0));
            case "status" -> api.status();
            default -> throw new IllegalArgumentException("no such action: " + action);
        };
    }

    private Talk talk(JsonNode asked) {
        Person person = Person.of(asked.path("person").asLong(1))
                .speaking(asked.path("language").asString("en"));
        long group = asked.path("group").asLong(0);
        return group == 0 ? api.talk(person) : api.talk(person, Group.supergroup(group));
    }

    private long press(JsonNode asked) {
        String label = asked.path("label").asString("");
        long message = asked.path("message_id").asLong(0);
        return message == 0 ? talk(asked).presses(label) : talk(asked).presses(message, label);
    }

    private JsonNode fault(JsonNode asked) {
        Faults.Order order = api.faults().next(asked.path("times").asInt(1));
        if (asked.has("method")) {
            order = order.of(asked.path("method").asString(""));
        }
        if (asked.has("chat")) {
            order = order.in(asked.path("chat").asLong(0));
        }
        int seconds = asked.path("seconds").asInt(1);
        String effect = asked.path("effect").asString("").toLowerCase(Locale.ROOT);
        Fault ordered = ordered(order, effect, seconds);
        if (ordered == null) {
            throw new IllegalArgumentException("no such effect: " + effect);
        }
        return Json.object().put("effect", effect);
    }

    private static @Nullable Fault ordered(Faults.Order order, String effect, int seconds) {
        return switch (effect) {
            case "too_many_requests" -> order.tooManyRequests(seconds);
            case "too_many_requests_for_all" -> order.tooManyRequestsForAll(seconds);
            case "internal_error" -> order.internalError();
            case "bad_gateway" -> order.badGateway();
            case "forbidden" -> order.forbidden();
            case "close_unprocessed" -> order.closeUnprocessed();
            case "lose_answer" -> order.loseAnswer();
            case "cut_answer" -> order.cutAnswer();
            case "delay" -> order.delay(Duration.ofSeconds(seconds));
            default -> null;
        };
    }

    private JsonNode log(long since) {
        ArrayNode calls = Json.array();
        api.log().since(since).forEach(call -> calls.add(call.json()));
        ObjectNode answer = Json.object();
        answer.set("calls", calls);
        return answer;
    }

    private static JsonNode update(long id) {
        return Json.object().put("update_id", id);
    }
}
