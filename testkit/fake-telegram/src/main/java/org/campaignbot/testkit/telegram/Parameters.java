package org.campaignbot.testkit.telegram;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads the parameters of a call: from the query, a form or a JSON body. */
final class Parameters {

    private static final Pattern AND = Pattern.compile("&");

    private Parameters() {}

    /** The parameters of the call, or null if its body can't be parsed. */
    static @Nullable ObjectNode of(HttpExchange exchange, byte[] body) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        ObjectNode parameters = Json.object();
        if (body.length > 0 && type != null && type.startsWith("application/x-www-form-urlencoded")) {
            readForm(new String(body, StandardCharsets.UTF_8), parameters);
        } else if (body.length > 0) {
            if (!(Json.read(body) instanceof ObjectNode read)) {
                return null;
            }
            parameters = read;
        }
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            readForm(query, parameters);
        }
        return parameters;
    }

    private static void readForm(String form, ObjectNode into) {
        AND.splitAsStream(form).forEach(pair -> {
            int equal = pair.indexOf('=');
            if (equal > 0) {
                into.put(
                        URLDecoder.decode(pair.substring(0, equal), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equal + 1), StandardCharsets.UTF_8));
            }
        });
    }
}
