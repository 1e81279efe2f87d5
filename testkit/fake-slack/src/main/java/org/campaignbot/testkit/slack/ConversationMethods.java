package org.campaignbot.testkit.slack;

import java.util.List;
import java.util.Set;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.node.ObjectNode;

/** conversations.open, conversations.info and users.info. */
final class ConversationMethods {

    private final World world;

    ConversationMethods(World world) {
        this.world = world;
    }

    List<Method> methods() {
        return List.of(
                new Method(
                        "conversations.open",
                        "im:write",
                        Tier.THREE,
                        Set.of("channel", "users", "return_im", "prevent_creation"),
                        this::open),
                new Method(
                        "conversations.info",
                        "",
                        Tier.THREE,
                        Set.of("channel", "include_locale", "include_num_members"),
                        this::info),
                new Method("users.info", "users:read", Tier.FOUR, Set.of("user", "include_locale"), this::user));
    }

    private Answer open(Request request) {
        Team team = request.installation().team;
        if (request.has("channel")) {
            Room room = Addressing.byId(world, team, request.text("channel"));
            return room == null || !room.isDirect() ? Answer.refused("channel_not_found") : opened(request, room, true);
        }
        List<String> users = List.of(request.text("users").split(",", -1));
        if (request.text("users").isEmpty()) {
            return Answer.refused("users_list_not_supplied");
        }
        if (users.size() > 1) {
            request.violation("a conversation of several people, which this fake does not have");
            return Answer.refused("invalid_user_combination");
        }
        Person person = team.people.get(users.get(0));
        if (person == null) {
            return Answer.refused("user_not_found");
        }
        boolean open = team.directs.containsKey(person.id());
        return opened(request, world.directOf(team, person), open);
    }

    private static Answer opened(Request request, Room room, boolean already) {
        request.about(room.id, "");
        ObjectNode answer = Json.object();
        if (already) {
            answer.put("no_op", true).put("already_open", true);
        }
        answer.set(
                "channel",
                request.flag("return_im") ? room.json(false) : Json.object().put("id", room.id));
        return Answer.ok(answer);
    }

    private Answer info(Request request) {
        Installation installation = request.installation();
        Room room = Addressing.byId(world, installation.team, request.text("channel"));
        if (room == null) {
            return Answer.refused("channel_not_found");
        }
        String needed = room.isDirect() ? "im:read" : room.isPrivate() ? "groups:read" : "channels:read";
        if (!installation.has(needed)) {
            return Answer.missingScope(needed, String.join(",", installation.scopes));
        }
        ObjectNode channel = room.json(request.flag("include_locale"));
        channel.put("is_member", room.bots.contains(installation.team.id));
        if (request.flag("include_num_members")) {
            channel.put("num_members", room.members.size() + room.bots.size());
        }
        ObjectNode answer = Json.object();
        answer.set("channel", channel);
        return Answer.ok(answer);
    }

    private Answer user(Request request) {
        Team team = request.installation().team;
        String asked = request.text("user");
        Person person = world.person(asked);
        Team home = world.homeOf(asked);
        request.forPerson(asked);
        if (asked.equals(team.botUserId())) {
            ObjectNode bot =
                    Json.object().put("id", asked).put("team_id", team.id).put("is_bot", true);
            return user(bot.put("name", "campaign_bot"));
        }
        if (person == null || home == null || (home != team && !meets(team, asked))) {
            return Answer.refused("user_not_found");
        }
        ObjectNode user = person.json(home.id, request.flag("include_locale"), world.now());
        if (home != team) {
            user.put("is_stranger", true);
        }
        return user(user);
    }

    private static Answer user(ObjectNode user) {
        ObjectNode answer = Json.object();
        answer.set("user", user);
        return Answer.ok(answer);
    }

    /** Whether a workspace knows a person of another one through a shared channel. */
    private boolean meets(Team team, String person) {
        return world.rooms.values().stream()
                .anyMatch(each -> each.isShared() && each.teams.contains(team.id) && each.members.contains(person));
    }
}
