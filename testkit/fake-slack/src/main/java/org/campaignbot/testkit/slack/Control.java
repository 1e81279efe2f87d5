package org.campaignbot.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.campaignbot.testkit.fake.Fault;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets another process act as the people: {@code POST /control/<action>} with a JSON object, answered by one.
 *
 * <p>{@code workspace} takes {@code team} and returns {@code token}; {@code deliver} takes {@code url}, or {@code events},
 * {@code commands} and {@code interactivity}, or {@code socket: true}. {@code say}, {@code mention}, {@code command}
 * ({@code command}, {@code text}), {@code press} ({@code label}), {@code press_home}, {@code open_home}, {@code fill}
 * ({@code input}, {@code value}), {@code submit}, {@code close}, {@code see} take {@code person}, optionally {@code team},
 * {@code language}, {@code time_zone}, {@code channel} and {@code private}; {@code invite}, {@code kick}, {@code uninstall} take
 * {@code team} and {@code channel}; {@code approve} takes {@code link}, {@code team} and {@code person} and returns the browser's
 * {@code location}; {@code event} takes {@code event}; {@code refresh} takes nothing; {@code fault} takes {@code effect},
 * {@code times}, and optionally {@code method}, {@code channel}, {@code seconds}, {@code error}; {@code log} takes {@code since};
 * {@code status} takes nothing.
 */
final class Control implements HttpHandler {

    static final String PATH = "/control/";

    private final FakeSlack slack;

    Control(FakeSlack slack) {
        this.slack = slack;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        JsonNode asked = Json.read(exchange.getRequestBody().readAllBytes());
        String action = exchange.getRequestURI().getPath().substring(PATH.length());
        int status = 200;
        JsonNode answer;
        try {
            answer = act(action, asked);
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            status = 400;
            answer = Json.object().put("error", wrong.getMessage());
        }
        SlackServer.write(exchange, status, "application/json", Json.bytes(answer));
    }

    private JsonNode act(String action, JsonNode asked) {
        return switch (action) {
            case "workspace" ->
                Json.object()
                        .put("token", workspace(asked).botToken())
                        .put("bot", workspace(asked).botUser());
            case "deliver" -> deliver(asked);
            case "say" -> told(talk(asked).says(text(asked, "text")));
            case "mention" -> told(talk(asked).mentions(text(asked, "text")));
            case "command" -> told(talk(asked).command(text(asked, "command"), text(asked, "text")));
            case "press" -> told(talk(asked).presses(text(asked, "label")));
            case "press_home" -> told(talk(asked).pressesHome(text(asked, "label")));
            case "open_home" -> told(talk(asked).opensHome());
            case "fill" -> {
                Form unused = talk(asked).form().fills(text(asked, "input"), text(asked, "value"));
                yield see(talk(asked));
            }
            case "submit" -> told(talk(asked).form().submits());
            case "close" -> told(talk(asked).form().closes());
            case "see" -> see(talk(asked));
            case "invite" -> told(workspace(asked).invitesBot(person(asked), channel(asked)));
            case "kick" -> {
                workspace(asked).kicksBot(channel(asked));
                yield Json.object();
            }
            case "uninstall" -> told(workspace(asked).uninstalls().get(0));
            case "approve" -> {
                Workspace workspace = slack.workspaceWithoutApp(text(asked, "team"));
                String sentTo = slack.approves(text(asked, "link"), workspace, person(asked));
                yield Json.object().put("location", sentTo);
            }
            case "event" ->
                told(slack.event(workspace(asked), asked.path("event").toString()));
            case "refresh" -> {
                slack.socketMode().refreshes();
                yield Json.object();
            }
            case "fault" -> fault(asked);
            case "log" -> log(asked.path("since").asLong(0));
            case "status" -> slack.status();
            default -> throw new IllegalArgumentException("no such action: " + action);
        };
    }

    private static String text(JsonNode asked, String name) {
        return asked.path(name).asString("");
    }

    private Workspace workspace(JsonNode asked) {
        return slack.workspace(asked.path("team").asString("T0ACME"));
    }

    private static Person person(JsonNode asked) {
        return Person.of(asked.path("person").asString("U0ANA"))
                .speaking(asked.path("language").asString("en-US"))
                .in(asked.path("time_zone").asString("America/Chicago"));
    }

    private static Channel channel(JsonNode asked) {
        String id = text(asked, "channel");
        return asked.path("private").asBoolean(false)
                ? Channel.ofPrivate(id, id.toLowerCase(Locale.ROOT))
                : Channel.ofPublic(id, id.toLowerCase(Locale.ROOT));
    }

    private Talk talk(JsonNode asked) {
        return asked.has("channel")
                ? workspace(asked).talk(person(asked), channel(asked))
                : workspace(asked).talk(person(asked));
    }

    private JsonNode deliver(JsonNode asked) {
        if (asked.path("socket").asBoolean(false)) {
            slack.deliversOverSockets();
            return Json.object().put("connections", slack.socketMode().connections());
        }
        String all = text(asked, "url");
        slack.deliversTo(new RequestUrls(
                asked.path("events").asString(all),
                asked.path("commands").asString(all),
                asked.path("interactivity").asString(all)));
        return Json.object().put("verified", slack.verifiesUrl());
    }

    private static JsonNode told(Delivery delivery) {
        return Json.object()
                .put("type", delivery.type())
                .put("id", delivery.id())
                .put("sent", delivery.state() != Delivery.State.NOT_SENT);
    }

    private static JsonNode see(Talk talk) {
        ObjectNode sight = Json.object();
        ArrayNode messages = sight.putArray("messages");
        for (SentMessage each : talk.shown()) {
            ObjectNode message = messages.addObject().put("ts", each.ts()).put("author", each.author());
            message.put("ephemeral", each.ephemeral()).put("text", each.text());
            labels(message, each.elements());
        }
        talk.modal().ifPresent(each -> view(sight.putObject("modal"), each));
        talk.home().ifPresent(each -> view(sight.putObject("home"), each));
        talk.notices().forEach(sight.putArray("notices")::add);
        return sight;
    }

    private static void view(ObjectNode json, ShownView view) {
        json.put("title", view.title()).put("text", view.text());
        labels(json, view.elements());
        view.errors().forEach(json.putObject("errors")::put);
    }

    private static void labels(ObjectNode shown, List<Element> elements) {
        ArrayNode labels = shown.putArray("labels");
        elements.forEach(each -> labels.add(each.label()));
    }

    private JsonNode fault(JsonNode asked) {
        Faults.Order order = slack.faults().next(asked.path("times").asInt(1));
        order = asked.has("method") ? order.of(text(asked, "method")) : order;
        order = asked.has("channel") ? order.in(text(asked, "channel")) : order;
        Fault unused = Faults.byName(
                order, text(asked, "effect"), asked.path("seconds").asInt(1), text(asked, "error"));
        return Json.object().put("effect", text(asked, "effect"));
    }

    private JsonNode log(long since) {
        ObjectNode answer = Json.object();
        ArrayNode calls = answer.putArray("calls");
        slack.log().since(since).forEach(call -> calls.add(call.json()));
        return answer;
    }
}
