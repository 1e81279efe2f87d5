package org.campaignbot.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.node.ObjectNode;

/** Response URLs over HTTP. */
final class ResponseUrlHandler implements HttpHandler {

    private final World world;
    private final Outcome outcome;

    ResponseUrlHandler(World world, Outcome outcome) {
        this.world = world;
        this.outcome = outcome;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String id = exchange.getRequestURI().getPath().substring(ResponseUrls.PATH.length());
        // The address accepts JSON whatever the declared type: Slack's own example declares none.
        ObjectNode message = Json.read(body) instanceof ObjectNode json ? json : Json.object();
        Request request = new Request("response_url", message, null, world.now());
        outcome.of(exchange, request, () -> world.responseUrls.use(id, request));
    }
}
