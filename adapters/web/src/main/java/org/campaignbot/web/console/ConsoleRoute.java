package org.campaignbot.web.console;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.organizers.Role;
import org.jspecify.annotations.Nullable;

/** Every path of the console, with who may read it and who may send it something; a path without an entry doesn't exist. */
enum ConsoleRoute {
    SIGN_IN("/console/sign-in", Rule.ANYONE, null),
    ENTER("/console/enter/*", Rule.ANYONE, Rule.ANYONE),
    INSIDE(ConsoleSite.INSIDE, Rule.ANYONE, Rule.ANYONE),
    SIGN_OUT("/console/sign-out", null, Rule.VIEWER),
    TODAY("/console", Rule.VIEWER, null),
    WRITE("/console/write", Rule.ORGANIZER, Rule.ORGANIZER),
    DRAFT("/console/write/*", Rule.ORGANIZER, Rule.ORGANIZER),
    ALERT("/console/alerts/*", Rule.VIEWER, Rule.ORGANIZER),
    FIGURES("/console/figures/*", Rule.VIEWER, null),
    ALERT_CSV("/console/csv/*", Rule.VIEWER, null),
    PAST("/console/past", Rule.VIEWER, null),
    REPORT("/console/report", Rule.VIEWER, null),
    REPORT_CSV("/console/report-csv", Rule.VIEWER, null),
    CAMPAIGN("/console/campaign", Rule.VIEWER, Rule.VIEWER),
    FINDINGS("/console/findings", Rule.VIEWER, null),
    CHATS("/console/chats", Rule.VIEWER, null),
    CHAT("/console/chats/*", Rule.VIEWER, null),
    TRY("/console/try", Rule.VIEWER, Rule.VIEWER),
    TRAINING("/console/training", null, Rule.ORGANIZER),
    PEOPLE("/console/people", Rule.VIEWER, Rule.ADMIN),
    TABLES("/console/tables", Rule.VIEWER, Rule.ORGANIZER),
    CORRECT("/console/correct", Rule.ORGANIZER, Rule.ORGANIZER),
    SETTINGS("/console/settings", Rule.VIEWER, null),
    SETTING("/console/settings/*", Rule.VIEWER, Rule.ADMIN),
    AUDIT("/console/audit", Rule.ORGANIZER, null),
    HEALTH("/console/health", Rule.ADMIN, null);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private final String path;
    private final @Nullable Rule read;
    private final @Nullable Rule write;

    /** Who may do something. */
    enum Rule {
        /** Also somebody who isn't signed in. */
        ANYONE,
        VIEWER,
        ORGANIZER,
        ADMIN;

        /** Whether somebody with this role may; null is nobody's. */
        boolean allows(@Nullable Role role) {
            return switch (this) {
                case ANYONE -> true;
                case VIEWER -> role != null;
                case ORGANIZER -> role != null && role.covers(Role.ORGANIZER);
                case ADMIN -> role == Role.ADMIN;
            };
        }
    }

    /** A route with its rules; null where it doesn't take the method. */
    ConsoleRoute(String path, @Nullable Rule read, @Nullable Rule write) {
        this.path = path;
        this.read = read;
        this.write = write;
    }

    String path() {
        return path;
    }

    /** The rule of a method; empty if it takes no such request. */
    Optional<Rule> rule(String method) {
        return switch (method) {
            case "GET", "HEAD" -> Optional.ofNullable(read);
            case "POST" -> Optional.ofNullable(write);
            default -> Optional.empty();
        };
    }

    /** Its methods, as the header {@code Allow} has them. */
    String allow() {
        return read == null ? "POST" : write == null ? "GET" : "GET, POST";
    }

    /** Whether what is sent to it in training changes nothing real; anything else is refused there. */
    boolean isForTraining() {
        return switch (this) {
            case INSIDE, SIGN_OUT, WRITE, DRAFT, ALERT, CAMPAIGN, TRY, TRAINING -> true;
            default -> false;
        };
    }

    /** The last part of a path of this route; empty if the route has none. */
    String name(String of) {
        return path.endsWith("*") ? of.substring(path.length() - 1) : "";
    }

    /** The route of a path. */
    static Optional<ConsoleRoute> of(String wanted) {
        return Stream.of(values()).filter(each -> each.is(wanted)).findFirst();
    }

    private boolean is(String wanted) {
        if (!path.endsWith("*")) {
            return path.equals(wanted);
        }
        String start = path.substring(0, path.length() - 1);
        return wanted.startsWith(start)
                && NAME.matcher(wanted.substring(start.length())).matches();
    }
}
