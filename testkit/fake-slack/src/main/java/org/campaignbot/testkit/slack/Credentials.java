package org.campaignbot.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads the credentials of a call. */
final class Credentials {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private Credentials() {}

    /** The token of a call: in its header, or as a form parameter; Slack reads none in JSON. */
    static String token(HttpExchange exchange, ObjectNode parameters) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            return header.substring(BEARER.length()).strip();
        }
        return Parameters.isJson(exchange) ? "" : parameters.path("token").asString("");
    }

    /** Copies a client's id and secret from the header to the parameters; a malformed header adds none. */
    static void basic(HttpExchange exchange, ObjectNode parameters) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header != null && header.startsWith(BASIC)) {
            String[] pair = decoded(header.substring(BASIC.length()).strip()).split(":", 2);
            parameters.put("client_id", pair[0]).put("client_secret", pair.length > 1 ? pair[1] : "");
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            return "";
        }
    }

    /** Why a token can't be used for a workspace, or empty. */
    static String refusal(String token, @Nullable Installation installation) {
        if (token.isEmpty()) {
            return "not_authed";
        }
        if (token.startsWith("xapp-")) {
            return "not_allowed_token_type";
        }
        return installation == null ? "invalid_auth" : installation.end();
    }
}
