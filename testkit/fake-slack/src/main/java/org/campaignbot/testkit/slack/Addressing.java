package org.campaignbot.testkit.slack;

import org.jspecify.annotations.Nullable;

/** Resolves which conversation a call means, and whether the bot may write there. */
final class Addressing {

    private Addressing() {}

    /**
     * The conversation for chat.postMessage and similar calls: an id, a name after a #, or a person; null if the bot sees none.
     */
    static @Nullable Room target(World world, Request request) {
        Team team = request.installation().team;
        String asked = request.text("channel");
        if (asked.startsWith("U") || asked.startsWith("W")) {
            Person person = team.people.get(asked);
            if (person != null && request.has("username")) {
                request.violation("a message with a name of its own to a person's id lands in their Slackbot");
            }
            return person == null ? null : world.directOf(team, person);
        }
        if (asked.startsWith("#")) {
            return byName(world, team, asked.substring(1));
        }
        return byId(world, team, asked);
    }

    /** The id of the conversation that a call names in any form; the name itself if there is none. */
    static String canonical(World world, Installation installation, String asked) {
        Person person = installation.team.people.get(asked);
        if (person != null) {
            return world.directOf(installation.team, person).id;
        }
        Room named = asked.startsWith("#") ? byName(world, installation.team, asked.substring(1)) : null;
        return named == null ? asked : named.id;
    }

    private static @Nullable Room byName(World world, Team team, String name) {
        return world.rooms.values().stream()
                .filter(each -> each.name().equals(name) && sees(team, each))
                .findFirst()
                .orElse(null);
    }

    static @Nullable Room byId(World world, Team team, String id) {
        Room room = world.rooms.get(id);
        return room != null && sees(team, room) ? room : null;
    }

    private static boolean sees(Team team, Room room) {
        return room.teams.contains(team.id) && (!room.isPrivate() || room.bots.contains(team.id));
    }

    /** Why the bot may not write there, or null. */
    static @Nullable Answer refusal(Request request, Room room) {
        Installation installation = request.installation();
        if (room.archived) {
            return Answer.refused("is_archived");
        }
        boolean member = room.bots.contains(installation.team.id);
        boolean mayWithout = !room.isPrivate() && !room.isShared() && installation.has("chat:write.public");
        if (!member && !mayWithout) {
            return Answer.refused("not_in_channel");
        }
        return room.readOnly ? Answer.refused("restricted_action_read_only_channel") : null;
    }
}
