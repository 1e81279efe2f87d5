package org.campaignbot.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every path that there is, with its methods; a path without an entry doesn't exist. */
enum Route {
    HOME("/", true, false),
    LAWMAKERS("/lawmakers", true, true),
    SEATS("/lawmakers/*", true, false),
    SCRIPT("/script/*", true, false),
    TOPICS("/topics", true, false),
    TOPIC("/topics/*", true, false),
    PRIVACY("/privacy", true, false),
    URGENT("/urgent", true, false),
    CHAT("/chat", true, true),
    CHAT_START("/chat/start", false, true),
    CHAT_LEAVE("/chat/leave", false, true),
    LEFT("/left", true, false),
    EMBED("/embed", true, true),
    EMBED_SEATS("/embed/*", true, false),
    EMBED_CODE("/embed/code", true, false),
    API_LAWMAKERS("/api/lawmakers", false, true),
    ASSET("/assets/*", true, false);

    /** What the last part of a path may be, such as {@code IL-13} or a topic's id. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    private final String path;
    private final boolean isRead;
    private final boolean isWritten;

    /** A route that takes GET, POST or both. */
    Route(String path, boolean isRead, boolean isWritten) {
        this.path = path;
        this.isRead = isRead;
        this.isWritten = isWritten;
    }

    String path() {
        return path;
    }

    /** Whether any site may show it in a frame. */
    boolean isFramed() {
        return this == EMBED || this == EMBED_SEATS;
    }

    /** Whether a method is one of its own; HEAD is a GET whose body the server leaves out. */
    boolean takes(String method) {
        return switch (method) {
            case "GET", "HEAD" -> isRead;
            case "POST" -> isWritten;
            default -> false;
        };
    }

    /** Its methods, as the header {@code Allow} has them. */
    String allow() {
        return isRead ? isWritten ? "GET, POST" : "GET" : "POST";
    }

    /** The last part of a path of this route; empty if the route has none. */
    String name(String of) {
        return path.endsWith("*") ? of.substring(path.length() - 1) : "";
    }

    /** The route of a path. */
    static Optional<Route> of(String wanted) {
        return List.of(values()).stream().filter(each -> each.is(wanted)).findFirst();
    }

    private boolean is(String wanted) {
        if (!path.endsWith("*")) {
            return path.equals(wanted);
        }
        String start = path.substring(0, path.length() - 1);
        return wanted.startsWith(start)
                && of(values(), wanted).isEmpty()
                && NAME.matcher(wanted.substring(start.length())).matches();
    }

    /** The route that has exactly this path. */
    private static Optional<Route> of(Route[] routes, String wanted) {
        return List.of(routes).stream().filter(each -> each.path.equals(wanted)).findFirst();
    }
}
