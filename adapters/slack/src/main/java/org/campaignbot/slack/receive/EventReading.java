package org.campaignbot.slack.receive;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Language;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.blocks.Mrkdwn;
import org.campaignbot.slack.receive.SlackArrival.Aside;
import org.campaignbot.slack.receive.SlackTrigger.Kind;
import org.campaignbot.slack.workspace.DirectMessages;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.slack.workspace.SlackOrigin;
import org.campaignbot.slack.workspace.Workspaces;
import org.campaignbot.update.Origin;
import org.campaignbot.update.Update;
import org.campaignbot.workspace.Installation;
import org.jspecify.annotations.Nullable;

/**
 * Translates Events API payloads; it never throws, whatever it's given.
 *
 * <p>It reads the JSON tree instead of a class per type: Slack adds fields and types before any library knows them, and none of
 * that may keep an event from being read. It ignores what it doesn't use.
 */
public final class EventReading {

    /** The message subtypes that contain what a person wrote. */
    private static final Set<String> WRITTEN = Set.of("", "file_share", "thread_broadcast", "me_message");

    private final Workspaces workspaces;
    private final SlackUpdates slackUpdates;
    private final DirectMessages directs;

    public EventReading(Workspaces workspaces, SlackUpdates slackUpdates, DirectMessages directs) {
        this.workspaces = workspaces;
        this.slackUpdates = slackUpdates;
        this.directs = directs;
    }

    SlackArrival read(JsonObject payload) {
        String id = SlackJson.text(payload, "event_id");
        JsonObject event = SlackJson.in(payload, "event");
        if (id.isEmpty()) {
            boolean limited = SlackTrigger.BODY_RATE_LIMITED.is(SlackJson.text(payload, "type"));
            return SlackArrival.passed(limited ? SlackCount.RATE_LIMITED : SlackCount.UPDATE_MALFORMED);
        }
        Optional<Installation> found = workspaces.find(team(payload));
        if (found.isEmpty()) {
            return SlackArrival.passed(SlackCount.UPDATE_WRONG_WORKSPACE);
        }
        Installation installation = found.get();
        SlackTrigger kind = SlackTrigger.of(Kind.EVENT, SlackJson.text(event, "type"));
        if (kind == null) {
            return SlackArrival.passed(SlackCount.UPDATE_UNKNOWN_KIND);
        }
        return switch (kind) {
            case EVENT_MESSAGE -> message(id, event, installation);
            case EVENT_MENTION -> mention(id, payload, installation);
            case EVENT_HOME_OPENED -> home(event, installation);
            case EVENT_CHANNEL_LEFT, EVENT_GROUP_LEFT -> left(id, event, installation);
            case EVENT_UNINSTALLED -> SlackArrival.of(SlackCount.UNINSTALLED, new Aside.Left(installation.workspace()));
            case EVENT_TOKENS_REVOKED -> revoked(event, installation);
            default -> SlackArrival.passed(SlackCount.UPDATE_UNKNOWN_KIND);
        };
    }

    /** The workspace that an event is meant for, which isn't its author's if companies share a channel. */
    private static String team(JsonObject payload) {
        JsonArray authorizations = SlackJson.list(payload, "authorizations");
        String team = !authorizations.isEmpty() && authorizations.get(0) instanceof JsonObject first
                ? SlackJson.text(first, "team_id")
                : "";
        return team.isEmpty() ? SlackJson.text(payload, "team_id") : team;
    }

    private SlackArrival message(String id, JsonObject event, Installation installation) {
        String channel = SlackJson.text(event, "channel");
        if (!SlackJson.text(event, "channel_type").equals("im") && !channel.startsWith("D")) {
            return SlackArrival.passed(SlackCount.UPDATE_OF_CHANNEL);
        }
        boolean edited = SlackJson.text(event, "subtype").equals("message_changed");
        if (!edited && !WRITTEN.contains(SlackJson.text(event, "subtype"))) {
            return SlackArrival.passed(SlackCount.UPDATE_SERVICE);
        }
        JsonObject message = edited ? SlackJson.in(event, "message") : event;
        SlackCount outside = outside(message, installation);
        if (outside != null) {
            return SlackArrival.passed(outside);
        }
        String text = SlackJson.text(message, "text");
        if (edited && text.equals(SlackJson.text(SlackJson.in(event, "previous_message"), "text"))) {
            // Slack reports a preview or a reply the same way.
            return SlackArrival.passed(SlackCount.UPDATE_SERVICE);
        }
        String words = Mrkdwn.typed(Mrkdwn.without(installation.botUser(), text));
        Event read;
        if (!words.isBlank()) {
            read = edited ? new Event.Edited(words) : new Event.Typed(words);
        } else if (!edited && !SlackJson.list(message, "files").isEmpty()) {
            read = new Event.Unreadable();
        } else {
            return SlackArrival.passed(SlackCount.UPDATE_SERVICE);
        }
        SlackOrigin where = new SlackOrigin(installation, SlackJson.text(message, "user"), null, null);
        directs.seen(where.own().address(), channel);
        return SlackArrival.taken(slackUpdates.update(where, id, read, null));
    }

    private SlackArrival mention(String id, JsonObject payload, Installation installation) {
        JsonObject event = SlackJson.in(payload, "event");
        String channel = SlackOrigin.shared(SlackJson.text(event, "channel"));
        if (channel == null) {
            // In a direct message, the same thing also arrives as a message.
            return SlackArrival.passed(SlackCount.UPDATE_SERVICE);
        }
        SlackCount outside = outside(event, installation);
        if (outside != null) {
            return SlackArrival.passed(outside);
        }
        String words = Mrkdwn.typed(Mrkdwn.without(installation.botUser(), SlackJson.text(event, "text")));
        String thread = SlackJson.text(event, "thread_ts");
        SlackOrigin where =
                new SlackOrigin(installation, SlackJson.text(event, "user"), channel, thread.isEmpty() ? null : thread);
        if (payload.has("is_ext_shared_channel")) {
            slackUpdates.told(where, SlackJson.isTrue(payload, "is_ext_shared_channel"));
        }
        Event read = words.isBlank() ? new Event.Opened("") : new Event.Typed(words.strip());
        return SlackArrival.taken(slackUpdates.update(where, id, read, null));
    }

    /** This ends the whole channel's conversation, whoever removed the bot. */
    private static SlackArrival left(String id, JsonObject event, Installation installation) {
        String channel = SlackOrigin.shared(SlackJson.text(event, "channel"));
        return channel == null
                ? SlackArrival.passed(SlackCount.UPDATE_MALFORMED)
                : SlackArrival.taken(new Update(
                        id,
                        SlackAddresses.everyone(installation.workspace(), channel, null),
                        new Event.Left(),
                        Language.ENGLISH,
                        new Origin(true, null, null, null, null)));
    }

    private static SlackArrival home(JsonObject event, Installation installation) {
        String user = SlackJson.text(event, "user");
        if (!SlackTrigger.VIEW_HOME.is(SlackJson.text(event, "tab")) || !SlackOrigin.isUser(user)) {
            return SlackArrival.passed(SlackCount.UPDATE_SERVICE);
        }
        String hash = SlackJson.text(SlackJson.in(event, "view"), "hash");
        return SlackArrival.of(
                SlackCount.UPDATE_SERVICE,
                new Aside.ShowHome(SlackAddresses.own(installation.workspace(), user), hash.isEmpty() ? null : hash));
    }

    /** The bot's tokens were revoked; users' tokens, which it doesn't have, don't matter. */
    private static SlackArrival revoked(JsonObject event, Installation installation) {
        for (JsonElement user : SlackJson.list(SlackJson.in(event, "tokens"), "bot")) {
            if (user.isJsonPrimitive() && user.getAsString().equals(installation.botUser())) {
                return SlackArrival.of(SlackCount.UNINSTALLED, new Aside.Left(installation.workspace()));
            }
        }
        return SlackArrival.passed(SlackCount.UPDATE_SERVICE);
    }

    /** Why a message isn't for us, whatever it says, or null. */
    private static @Nullable SlackCount outside(JsonObject message, Installation installation) {
        String user = SlackJson.text(message, "user");
        if (message.has("bot_id") || user.equals(installation.botUser()) || user.equals("USLACKBOT")) {
            return SlackCount.UPDATE_OF_BOT;
        }
        return SlackOrigin.isUser(user) ? null : SlackCount.UPDATE_MALFORMED;
    }
}
