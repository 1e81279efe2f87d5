package org.campaignbot.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Installation by OAuth: the page that asks a person, the code it sends back, and oauth.v2.access, which accepts each code once
 * within ten minutes (docs.slack.dev, "Installing with OAuth").
 */
final class OAuth implements HttpHandler {

    static final String PATH = "/oauth/";
    static final String AUTHORIZE = PATH + "v2/authorize";

    private static final String APPROVE = PATH + "v2/approve";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final World world;
    private final Map<String, Grant> grants = new HashMap<>();

    private record Grant(Team team, String person, List<String> scopes, String redirectUri, Instant at) {}

    OAuth(World world) {
        this.world = world;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        ObjectNode asked = Parameters.query(exchange);
        String wrong = wrong(asked);
        String path = exchange.getRequestURI().getPath();
        if (!wrong.isEmpty()) {
            page(exchange, 400, "Something went wrong: " + wrong);
        } else if (path.equals(APPROVE)) {
            String team = asked.path("team").asString("");
            exchange.getResponseHeaders()
                    .set("Location", approve(asked, team, asked.path("user").asString("U0ADMIN")));
            exchange.sendResponseHeaders(302, -1);
        } else if (path.equals(AUTHORIZE)) {
            page(exchange, 200, links(exchange.getRequestURI().getRawQuery()));
        } else {
            page(exchange, 404, "There is no such page.");
        }
    }

    private static String wrong(ObjectNode asked) {
        if (!asked.path("client_id").asString("").equals(SlackSettings.CLIENT_ID)) {
            return "invalid_client_id";
        }
        if (asked.path("scope").asString("").isBlank()) {
            return "no_scopes";
        }
        return isAddress(asked.path("redirect_uri").asString("")) ? "" : "bad_redirect_uri";
    }

    private static boolean isAddress(String text) {
        return text.startsWith("http://127.0.0.1:")
                || text.startsWith("http://localhost:")
                || text.startsWith("https://");
    }

    private String links(String query) {
        StringBuilder links = new StringBuilder();
        world.locked(() -> {
            world.teams
                    .keySet()
                    .forEach(team -> links.append("<p><a href=\"")
                            .append(APPROVE)
                            .append('?')
                            .append(query.replace("&", "&amp;").replace("\"", "%22"))
                            .append("&amp;team=")
                            .append(team)
                            .append("\">Allow in ")
                            .append(team)
                            .append("</a></p>"));
            return true;
        });
        return links.toString();
    }

    private static void page(HttpExchange exchange, int status, String content) throws IOException {
        byte[] html = ("<!doctype html><title>Fake Slack</title>" + content).getBytes(StandardCharsets.UTF_8);
        SlackServer.write(exchange, status, "text/html; charset=utf-8", html);
    }

    /** Approves a link's request; returns the address that the browser is sent to. */
    String approve(String link, String team, Person person) {
        String query = URI.create(link).getRawQuery();
        ObjectNode asked = query == null ? Json.object() : Parameters.form(Json.object(), query);
        String wrong = wrong(asked);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("Slack shows an error instead of its page: " + wrong);
        }
        world.locked(() -> {
            world.knows(world.team(team), person);
            return true;
        });
        return approve(asked, team, person.id());
    }

    private String approve(ObjectNode asked, String team, String person) {
        String code = UUID.randomUUID().toString();
        String redirectUri = asked.path("redirect_uri").asString("");
        List<String> scopes = List.of(asked.path("scope").asString("").split("[, ]+"));
        world.locked(() -> grants.put(code, new Grant(world.team(team), person, scopes, redirectUri, world.now())));
        return redirectUri + (redirectUri.contains("?") ? "&" : "?") + "code=" + Parameters.encoded(code) + "&state="
                + Parameters.encoded(asked.path("state").asString(""));
    }

    /** oauth.v2.access; the world's lock is held. */
    Answer access(Request request) {
        if (!request.text("client_id").equals(SlackSettings.CLIENT_ID)) {
            return Answer.refused("invalid_client_id");
        }
        if (!request.text("client_secret").equals(SlackSettings.CLIENT_SECRET)) {
            return Answer.refused("bad_client_secret");
        }
        Grant grant = live(request.text("code"));
        if (grant == null) {
            return Answer.refused("invalid_code");
        }
        if (!request.text("redirect_uri").equals(grant.redirectUri)) {
            return Answer.refused("bad_redirect_uri");
        }
        grants.remove(request.text("code"));
        Installation installation = world.install(grant.team, grant.scopes);
        ObjectNode answer =
                Json.object().put("access_token", installation.token).put("token_type", "bot");
        answer.put("scope", String.join(",", installation.scopes)).put("bot_user_id", grant.team.botUserId());
        answer.put("app_id", SlackSettings.APP_ID).putNull("enterprise").put("is_enterprise_install", false);
        answer.putObject("team").put("id", grant.team.id).put("name", grant.team.domain());
        answer.putObject("authed_user").put("id", grant.person);
        return Answer.ok(answer);
    }

    private @Nullable Grant live(String code) {
        Grant grant = grants.get(code);
        return grant == null || Duration.between(grant.at, world.now()).compareTo(LIFE) > 0 ? null : grant;
    }
}
