package org.campaignbot.testkit.slack;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The app in a workspace: its token and what that may do. */
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

    /** What a call with its token is refused with, or nothing. */
    String end() {
        return end;
    }

    void end(String error) {
        end = error;
    }
}
