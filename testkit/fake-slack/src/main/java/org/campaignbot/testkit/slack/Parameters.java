package org.campaignbot.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads parameters from the address, a form, or JSON. */
final class Parameters {

    private Parameters() {}

    /** The parameters of a call, or null if the body is of a type that Slack doesn't read. */
    static @Nullable ObjectNode of(HttpExchange exchange, byte[] body) {
        ObjectNode parameters = query(exchange);
        if (isJson(exchange)) {
            JsonNode json = Json.read(body);
            if (!(json instanceof ObjectNode object)) {
                return null;
            }
            parameters.setAll(object);
        } else if (type(exchange).startsWith("application/x-www-form-urlencoded")) {
            form(parameters, new String(body, StandardCharsets.UTF_8));
        } else if (body.length > 0) {
            return null;
        }
        return parameters;
    }

    /** Whether a body is declared as JSON. */
    static boolean isJson(HttpExchange exchange) {
        return type(exchange).startsWith("application/json");
    }

    private static String type(HttpExchange exchange) {
        String declared = exchange.getRequestHeaders().getFirst("Content-Type");
        return declared == null ? "" : declared.toLowerCase(Locale.ROOT);
    }

    static ObjectNode query(HttpExchange exchange) {
        ObjectNode parameters = Json.object();
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? parameters : form(parameters, query);
    }

    static ObjectNode form(ObjectNode parameters, String form) {
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** Fields as a form, in order. */
    static String form(JsonNode fields) {
        StringBuilder form = new StringBuilder();
        for (String name : fields.propertyNames()) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(encoded(fields.path(name).asString("")));
        }
        return form.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
