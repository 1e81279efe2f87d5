package campaignbot.slack;

import campaignbot.conversation.Event;
import campaignbot.people.Language;
import campaignbot.reception.Origin;
import campaignbot.reception.Update;
import campaignbot.slack.Arrival.Aside;
import campaignbot.slack.Reaction.Kind;
import campaignbot.workspace.Installation;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Translates Events API payloads; it never throws, whatever it's given.
 *
 * <p>It reads the JSON tree instead of a class per type: Slack adds fields and types before any library knows them, and none of
 * that may keep an event from being read. It ignores what it doesn't use.
 */
final class EventReading {

    /** The message subtypes that contain what a person wrote. */
    private static final Set<String> WRITTEN = Set.of("", "file_share", "thread_broadcast", "me_message");

    private final Workspaces workspaces;
    private final Acquaintance acquaintance;
    private final DirectMessages directs;

    EventReading(Workspaces workspaces, Acquaintance acquaintance, DirectMessages directs) {
        this.workspaces = workspaces;
        this.acquaintance = acquaintance;
        this.directs = directs;
    }

    /** The events the app subscribes to; for messages, only those written to the bot alone. */
    static List<String> subscriptions() {
        return Reaction.all(Kind.EVENT)
                .map(each -> each == Reaction.EVENT_MESSAGE ? each.title() + ".im" : each.title())
                .sorted()
                .toList();
    }

    Arrival read(JsonObject payload) {
        String id = Json.text(payload, "event_id");
        JsonObject event = Json.in(payload, "event");
        if (id.isEmpty()) {
            boolean limited = Reaction.BODY_RATE_LIMITED.is(Json.text(payload, "type"));
            return Arrival.passed(limited ? Counted.RATE_LIMITED : Counted.UPDATE_MALFORMED);
        }
        Optional<Installation> found = workspaces.find(team(payload));
        if (found.isEmpty()) {
            return Arrival.passed(Counted.UPDATE_WRONG_WORKSPACE);
        }
        Installation installation = found.get();
        Reaction kind = Reaction.of(Kind.EVENT, Json.text(event, "type"));
        if (kind == null) {
            return Arrival.passed(Counted.UPDATE_UNKNOWN_KIND);
        }
        return switch (kind) {
            case EVENT_MESSAGE -> message(id, event, installation);
            case EVENT_MENTION -> mention(id, payload, installation);
            case EVENT_HOME_OPENED -> home(event, installation);
            case EVENT_CHANNEL_LEFT, EVENT_GROUP_LEFT -> left(id, event, installation);
            case EVENT_UNINSTALLED -> Arrival.of(Counted.UNINSTALLED, new Aside.Left(installation.workspace()));
            case EVENT_TOKENS_REVOKED -> revoked(event, installation);
            default -> Arrival.passed(Counted.UPDATE_UNKNOWN_KIND);
        };
    }

    /** The workspace that an event is meant for, which isn't its author's if companies share a channel. */
    private static String team(JsonObject payload) {
        JsonArray authorizations = Json.list(payload, "authorizations");
        String team = !authorizations.isEmpty() && authorizations.get(0) instanceof JsonObject first
                ? Json.text(first, "team_id")
                : "";
        return team.isEmpty() ? Json.text(payload, "team_id") : team;
    }

    private Arrival message(String id, JsonObject event, Installation installation) {
        String channel = Json.text(event, "channel");
        if (!Json.text(event, "channel_type").equals("im") && !channel.startsWith("D")) {
            return Arrival.passed(Counted.UPDATE_OF_CHANNEL);
        }
        boolean edited = Json.text(event, "subtype").equals("message_changed");
        if (!edited && !WRITTEN.contains(Json.text(event, "subtype"))) {
            return Arrival.passed(Counted.UPDATE_SERVICE);
        }
        JsonObject message = edited ? Json.in(event, "message") : event;
        Counted outside = outside(message, installation);
        if (outside != null) {
            return Arrival.passed(outside);
        }
        String text = Json.text(message, "text");
        if (edited && text.equals(Json.text(Json.in(event, "previous_message"), "text"))) {
            // Slack reports a preview or a reply the same way.
            return Arrival.passed(Counted.UPDATE_SERVICE);
        }
        String words = Mrkdwn.typed(Mrkdwn.without(installation.botUser(), text));
        Event read;
        if (!words.isBlank()) {
            read = edited ? new Event.Edited(words) : new Event.Typed(words);
        } else if (!edited && !Json.list(message, "files").isEmpty()) {
            read = new Event.Unreadable();
        } else {
            return Arrival.passed(Counted.UPDATE_SERVICE);
        }
        Whereabouts where = new Whereabouts(installation, Json.text(message, "user"), null, null);
        directs.seen(where.own().address(), channel);
        return Arrival.taken(acquaintance.update(where, id, read, null));
    }

    private Arrival mention(String id, JsonObject payload, Installation installation) {
        JsonObject event = Json.in(payload, "event");
        String channel = Whereabouts.shared(Json.text(event, "channel"));
        if (channel == null) {
            // In a direct message, the same thing also arrives as a message.
            return Arrival.passed(Counted.UPDATE_SERVICE);
        }
        Counted outside = outside(event, installation);
        if (outside != null) {
            return Arrival.passed(outside);
        }
        String words = Mrkdwn.typed(Mrkdwn.without(installation.botUser(), Json.text(event, "text")));
        String thread = Json.text(event, "thread_ts");
        Whereabouts where =
                new Whereabouts(installation, Json.text(event, "user"), channel, thread.isEmpty() ? null : thread);
        if (payload.has("is_ext_shared_channel")) {
            acquaintance.told(where, Json.isTrue(payload, "is_ext_shared_channel"));
        }
        Event read = words.isBlank() ? new Event.Opened("") : new Event.Typed(words.strip());
        return Arrival.taken(acquaintance.update(where, id, read, null));
    }

    /** This ends the whole channel's conversation, whoever removed the bot. */
    private static Arrival left(String id, JsonObject event, Installation installation) {
        String channel = Whereabouts.shared(Json.text(event, "channel"));
        return channel == null
                ? Arrival.passed(Counted.UPDATE_MALFORMED)
                : Arrival.taken(new Update(
                        id,
                        SlackPlaces.everyone(installation.workspace(), channel, null),
                        new Event.Left(),
                        Language.ENGLISH,
                        new Origin(true, null, null, null, null)));
    }

    private static Arrival home(JsonObject event, Installation installation) {
        String user = Json.text(event, "user");
        if (!Reaction.VIEW_HOME.is(Json.text(event, "tab")) || !Whereabouts.isUser(user)) {
            return Arrival.passed(Counted.UPDATE_SERVICE);
        }
        String hash = Json.text(Json.in(event, "view"), "hash");
        return Arrival.of(
                Counted.UPDATE_SERVICE,
                new Aside.ShowHome(SlackPlaces.own(installation.workspace(), user), hash.isEmpty() ? null : hash));
    }

    /** The bot's tokens were revoked; users' tokens, which it doesn't have, don't matter. */
    private static Arrival revoked(JsonObject event, Installation installation) {
        for (JsonElement user : Json.list(Json.in(event, "tokens"), "bot")) {
            if (user.isJsonPrimitive() && user.getAsString().equals(installation.botUser())) {
                return Arrival.of(Counted.UNINSTALLED, new Aside.Left(installation.workspace()));
            }
        }
        return Arrival.passed(Counted.UPDATE_SERVICE);
    }

    /** Why a message isn't for us, whatever it says, or null. */
    private static @Nullable Counted outside(JsonObject message, Installation installation) {
        String user = Json.text(message, "user");
        if (message.has("bot_id") || user.equals(installation.botUser()) || user.equals("USLACKBOT")) {
            return Counted.UPDATE_OF_BOT;
        }
        return Whereabouts.isUser(user) ? null : Counted.UPDATE_MALFORMED;
    }
}
