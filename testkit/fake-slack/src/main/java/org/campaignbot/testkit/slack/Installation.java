package org.campaignbot.testkit.slack;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The app in a workspace: its token and the token's scopes. */
final class Installation {

    final Team team;
    final String token;
    final Set<String> scopes;
    private String end = "";

    Installation(Team team, String token, Collection<String> scopes) {
        this.team = team;
        this.token = token;
        this.scopes = new TreeSet<>(scopes);
    }

    boolean isLive() {
        return end.isEmpty();
    }

    boolean has(String scope) {
        return scopes.contains(scope);
    }

    /** The error for calls with its token, or empty. */
    String end() {
        return end;
    }

    void end(String error) {
        end = error;
    }
}
