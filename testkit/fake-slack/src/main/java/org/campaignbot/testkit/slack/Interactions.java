package org.campaignbot.testkit.slack;

import java.util.List;
import java.util.function.Consumer;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do with the app itself: commands, presses, submitted and closed views; the world's lock is held. */
final class Interactions {

    private final World world;
    private final AckRules acks;

    Interactions(World world) {
        this.world = world;
        acks = new AckRules(world);
    }

    Delivery command(Team team, Person person, Room room, String command, String text) {
        if (!team.grants("commands")) {
            team.tell(person.id(), command + " is not a valid command");
            return Delivery.notSent(command);
        }
        String trigger = world.triggers.issue(team, person);
        ObjectNode form =
                Json.object().put("token", "fake").put("team_id", team.id).put("team_domain", team.domain());
        form.put("channel_id", room.id).put("channel_name", room.commandName());
        form.put("user_id", person.id()).put("user_name", person.name());
        form.put("command", command).put("text", Mrkdwn.escaped(text));
        form.put("api_app_id", SlackSettings.APP_ID).put("is_enterprise_install", "false");
        form.put("response_url", world.responseUrls.issue(team, person, room, null));
        form.put("trigger_id", trigger);
        Parcel parcel = new Parcel(Parcel.Kind.SLASH_COMMANDS, form, true);
        return world.deliveries.send(parcel, command, trigger, ack -> acks.command(team, person, room, command, ack));
    }

    Delivery press(Team team, Person person, Room room, Post post, ObjectNode action) {
        ObjectNode payload = payload("block_actions", team, person);
        payload.putObject("container")
                .put("type", "message")
                .put("message_ts", post.ts)
                .put("channel_id", room.id)
                .put("is_ephemeral", post.onlyFor != null);
        payload.putObject("channel").put("id", room.id).put("name", room.commandName());
        if (post.onlyFor == null) {
            payload.set("message", post.json());
        }
        payload.putObject("state").putObject("values");
        payload.put("response_url", world.responseUrls.issue(team, person, room, post));
        payload.putArray("actions").add(timed(action));
        return send(team, person, payload, ack -> acks.press(team, person, ack));
    }

    Delivery press(OpenView view, ObjectNode action) {
        ObjectNode payload = payload("block_actions", view.team, view.person);
        payload.putObject("container").put("type", "view").put("view_id", view.id);
        payload.set("view", view.json());
        payload.putArray("actions").add(timed(action));
        return send(view.team, view.person, payload, ack -> acks.press(view.team, view.person, ack));
    }

    Delivery submit(OpenView view) {
        ObjectNode payload = payload("view_submission", view.team, view.person);
        payload.set("view", view.json());
        payload.putArray("response_urls");
        return send(view.team, view.person, payload, ack -> acks.submission(view, ack));
    }

    Delivery close(OpenView view, boolean all) {
        ObjectNode payload = payload("view_closed", view.team, view.person);
        payload.remove("trigger_id");
        payload.set("view", view.json());
        payload.put("is_cleared", all);
        return send(view.team, view.person, payload, ack -> acks.press(view.team, view.person, ack));
    }

    /** The object in {@code actions} for an element of blocks and the chosen option. */
    static ObjectNode action(JsonNode element, Element found, @Nullable JsonNode option) {
        ObjectNode action;
        if (option == null) {
            action = Json.object().put("type", found.type());
            action.set("text", element.path("text").deepCopy());
            if (!found.value().isEmpty()) {
                action.put("value", found.value());
            }
        } else {
            action = Values.chosen(found.type(), option);
        }
        return action.put("action_id", found.actionId()).put("block_id", found.blockId());
    }

    private ObjectNode timed(ObjectNode action) {
        return action.put("action_ts", world.nextTs());
    }

    private ObjectNode payload(String type, Team team, Person person) {
        Team home = world.homeOf(person.id());
        ObjectNode payload = Json.object().put("type", type);
        payload.set("user", Team.user(person, home == null ? team.id : home.id));
        payload.put("api_app_id", SlackSettings.APP_ID).put("token", "fake");
        payload.put("trigger_id", world.triggers.issue(team, person));
        payload.set("team", team.json());
        payload.putNull("enterprise").put("is_enterprise_install", false);
        return payload;
    }

    private Delivery send(Team team, Person person, ObjectNode payload, Consumer<Ack> done) {
        String type = payload.path("type").asString("");
        if (team.installation() == null) {
            team.tell(person.id(), "This app is not installed any more");
            return Delivery.notSent(type);
        }
        boolean accepts = List.of("block_actions", "view_submission").contains(type);
        Parcel parcel = new Parcel(Parcel.Kind.INTERACTIVE, payload, accepts);
        return world.deliveries.send(parcel, type, payload.path("trigger_id").asString(""), done);
    }
}
