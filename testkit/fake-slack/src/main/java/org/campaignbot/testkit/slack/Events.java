package org.campaignbot.testkit.slack;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Sends the app the events of a workspace that it subscribed to and has scopes for; the world's lock is held. */
final class Events {

    private static final Map<String, String> SCOPES = Map.of(
            "message", "im:history",
            "app_mention", "app_mentions:read",
            "member_joined_channel", "channels:read");
    private static final Set<String> WITHOUT_INSTALLATION = Set.of("app_uninstalled", "tokens_revoked");

    private final World world;

    Events(World world) {
        this.world = world;
    }

    Delivery personWrote(Team team, Room room, Post post) {
        return send(team, room, message(room, post));
    }

    Delivery personEdited(Team team, Room room, Post post) {
        return send(team, room, changed(room, post));
    }

    Delivery mentioned(Team team, Room room, Post post) {
        ObjectNode event = message(room, post);
        event.put("type", "app_mention");
        event.remove("channel_type");
        if (post.team != team) {
            event.put("user_team", post.team.id).put("source_team", post.team.id);
        }
        return send(team, room, event);
    }

    /** The app also gets events about its own messages to a person, and must ignore them. */
    void botPosted(Team team, Room room, Post post) {
        if (room.isDirect()) {
            Delivery unused = send(team, room, message(room, post));
        }
    }

    void botEdited(Team team, Room room, Post post) {
        if (room.isDirect()) {
            Delivery unused = send(team, room, changed(room, post));
        }
    }

    void botDeleted(Team team, Room room, Post post) {
        if (room.isDirect()) {
            ObjectNode event = Json.object().put("type", "message").put("subtype", "message_deleted");
            event.put("channel", room.id).put("channel_type", "im").put("deleted_ts", post.ts);
            event.put("ts", world.nextTs()).put("hidden", true);
            event.set("previous_message", post.json());
            Delivery unused = send(team, room, event);
        }
    }

    private static ObjectNode message(Room room, Post post) {
        ObjectNode event = post.json();
        event.put("channel", room.id).put("event_ts", post.ts).put("channel_type", room.type());
        return event;
    }

    private ObjectNode changed(Room room, Post post) {
        ObjectNode event = Json.object().put("type", "message").put("subtype", "message_changed");
        String ts = world.nextTs();
        event.put("channel", room.id).put("channel_type", room.type()).put("hidden", true);
        event.put("ts", ts).put("event_ts", ts);
        event.set("message", post.json());
        return event;
    }

    Delivery tabOpened(Team team, Person person, String tab) {
        Room direct = world.directOf(team, person);
        ObjectNode event = Json.object().put("type", "app_home_opened").put("user", person.id());
        event.put("channel", direct.id).put("tab", tab).put("event_ts", world.nextTs());
        OpenView home = world.views.home(team, person.id());
        if (home != null && tab.equals("home")) {
            event.set("view", home.json());
        }
        return send(team, direct, event);
    }

    Delivery joined(Team team, Room room, String user, @Nullable String inviter) {
        ObjectNode event = Json.object().put("type", "member_joined_channel").put("user", user);
        event.put("channel", room.id)
                .put("channel_type", room.isPrivate() ? "G" : "C")
                .put("team", team.id);
        if (inviter != null) {
            event.put("inviter", inviter);
        }
        return room.bots.contains(team.id) ? send(team, room, event) : Delivery.notSent("member_joined_channel");
    }

    Delivery uninstalled(Team team) {
        return send(team, null, Json.object().put("type", "app_uninstalled"));
    }

    Delivery tokensRevoked(Team team) {
        ObjectNode event = Json.object().put("type", "tokens_revoked");
        event.putObject("tokens").putArray("bot").add(team.botUserId());
        event.withObject("tokens").putArray("oauth");
        return send(team, null, event);
    }

    Delivery send(Team team, @Nullable Room room, ObjectNode event) {
        String type = event.path("type").asString("");
        String scope = type.equals("member_joined_channel") && room != null && room.isPrivate()
                ? "groups:read"
                : SCOPES.getOrDefault(type, "");
        if (!WITHOUT_INSTALLATION.contains(type) && !team.grants(scope)) {
            return Delivery.notSent(type);
        }
        return sendWhole(envelope(team, room, event), type);
    }

    /** Sends an envelope as is, for the first time or again. */
    Delivery sendWhole(ObjectNode envelope, String type) {
        Consumer<Ack> nothing = ack -> {};
        Parcel parcel = new Parcel(Parcel.Kind.EVENTS_API, envelope, false);
        return world.deliveries.send(parcel, type, envelope.path("event_id").asString(""), nothing);
    }

    private ObjectNode envelope(Team team, @Nullable Room room, ObjectNode event) {
        ObjectNode envelope = Json.object().put("token", "fake").put("team_id", team.id);
        envelope.put("context_team_id", team.id).put("api_app_id", SlackSettings.APP_ID);
        envelope.set("event", event);
        envelope.put("type", "event_callback").put("event_id", "Ev" + world.nextId() + team.id);
        envelope.put("event_time", world.now().getEpochSecond());
        envelope.putArray("authorizations")
                .addObject()
                .putNull("enterprise_id")
                .put("team_id", team.id)
                .put("user_id", team.botUserId())
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        envelope.put("is_ext_shared_channel", room != null && room.isShared());
        return envelope;
    }
}
