package org.campaignbot.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.campaignbot.organizers.Role;
import org.jspecify.annotations.Nullable;

/** Every request that the interface for programs takes, with the role it needs; {@code openapi.json} describes each. */
enum ApiRoute {
    OPENAPI("GET", "/api/openapi.json", null),
    ALERTS("GET", "/api/alerts", Role.VIEWER),
    DRAFT("POST", "/api/alerts", Role.ORGANIZER),
    ALERT("GET", "/api/alerts/{id}", Role.VIEWER),
    SUBMIT("POST", "/api/alerts/{id}/submit", Role.ORGANIZER),
    AUDIENCE("POST", "/api/audience", Role.ORGANIZER),
    REPORT("GET", "/api/report", Role.VIEWER);

    private static final String ID = "{id}";

    private final String method;
    private final String path;
    private final @Nullable Role role;
    private final Pattern pattern;

    /** A route; without a role anybody may take it. */
    ApiRoute(String method, String path, @Nullable Role role) {
        this.method = method;
        this.path = path;
        this.role = role;
        this.pattern = Pattern.compile(Pattern.quote(path).replace(ID, "\\E([A-Za-z0-9-]{1,40})\\Q"));
    }

    String method() {
        return method;
    }

    /** Its path, with {@code {id}} for an alert. */
    String path() {
        return path;
    }

    /** The role that it needs, or null if none. */
    @Nullable
    Role role() {
        return role;
    }

    /** The alert that a path of this route names; empty if it names none. */
    String id(String of) {
        var matcher = pattern.matcher(of);
        return matcher.matches() && matcher.groupCount() > 0 ? matcher.group(1) : "";
    }

    /** The route of a request; HEAD is a GET whose body the server leaves out. */
    static Optional<ApiRoute> of(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return at(path).stream().filter(each -> each.method.equals(asked)).findFirst();
    }

    /** All routes with this path, whatever their methods. */
    static List<ApiRoute> at(String path) {
        return List.of(values()).stream()
                .filter(each -> each.pattern.matcher(path).matches())
                .toList();
    }
}
