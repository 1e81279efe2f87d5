package org.campaignbot.testkit.slack;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The methods that belong to the app and no workspace: apps.connections.open and oauth.v2.access. */
final class AppMethods {

    private static final String CONNECT = "apps.connections.open";
    private static final String ACCESS = "oauth.v2.access";

    private final SocketMode sockets;
    private final OAuth oauth;

    AppMethods(SocketMode sockets, OAuth oauth) {
        this.sockets = sockets;
        this.oauth = oauth;
    }

    List<Method> methods() {
        return List.of(
                // Older copies of Slack's page have tier 1.
                new Method(CONNECT, "", Tier.THREE, Set.of(), request -> sockets.open()),
                new Method(
                        ACCESS,
                        "",
                        Tier.SPECIAL,
                        Set.of("client_id", "client_secret", "code", "redirect_uri", "grant_type"),
                        oauth::access));
    }

    static boolean needNoInstallation(String method) {
        return method.equals(CONNECT) || method.equals(ACCESS);
    }

    /** Checks the token for methods that need the app-level token, which comes only in the header. */
    static Answer withToken(Request request, String token, Supplier<Answer> work) {
        if (request.method().equals(ACCESS)) {
            return work.get();
        }
        if (token.isEmpty()) {
            return Answer.refused("not_authed");
        }
        if (request.parameters().has("token")) {
            return Answer.refused("missing_args");
        }
        if (!token.startsWith("xapp-")) {
            return Answer.refused("not_allowed_token_type");
        }
        return token.equals(SlackSettings.APP_TOKEN) ? work.get() : Answer.refused("invalid_auth");
    }
}
