package org.campaignbot.testkit.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * URLs for responding to one command or press: 5 times within 30 minutes (docs.slack.dev, "Handling user interaction").
 *
 * <p>They need no token, and work in conversations that the bot isn't a member of. The world's lock is held.
 */
final class ResponseUrls {

    static final String PATH = "/response/";

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int MOST_USES = 5;
    private static final int MOST_REMEMBERED = 100_000;

    private final World world;
    private final Map<String, Use> uses = new Newest<>(MOST_REMEMBERED);

    private static final class Use {
        final Team team;
        final Person person;
        final Room room;
        final @Nullable Post original;
        final Instant at;
        int used;

        Use(Team team, Person person, Room room, @Nullable Post original, Instant at) {
            this.team = team;
            this.person = person;
            this.room = room;
            this.original = original;
            this.at = at;
        }
    }

    ResponseUrls(World world) {
        this.world = world;
    }

    /** A URL for a person's action in a conversation, under a message or not. */
    String issue(Team team, Person person, Room room, @Nullable Post original) {
        String id = team.id + "/" + UUID.randomUUID();
        uses.put(id, new Use(team, person, room, original, world.now()));
        return world.url() + PATH + id;
    }

    /** Answers a use of a URL; each kind of refusal has its own HTTP status. */
    Answer use(String id, Request request) {
        Use use = uses.get(id);
        if (use == null || isExpired(use)) {
            return failed(404, "expired_url");
        }
        if (use.used >= MOST_USES) {
            return failed(404, "used_url");
        }
        request.about(use.room.id, "");
        Answer refused = answer(use.team, use.person, use.room, use.original, request);
        if (refused != null) {
            return new Answer(400, refused.body(), 0);
        }
        use.used++;
        return Answer.ok();
    }

    /** Carries out a message from a response URL or an acknowledgement's body; returns the refusal, or null. */
    @Nullable
    Answer answer(Team team, Person person, Room room, @Nullable Post original, Request request) {
        ObjectNode parameters = request.parameters();
        boolean deletes = request.flag("delete_original");
        boolean replaces = request.flag("replace_original");
        if ((deletes || replaces) && original == null) {
            request.violation("there is no original to replace or delete");
        }
        if (deletes && original != null) {
            request.about(room.id, original.ts);
            Posting.delete(world, team, room, original);
            return null;
        }
        Content content = Content.of(parameters);
        Answer refused = content.refusal(Content.MOST_POSTED, request::violation);
        if (refused != null) {
            return refused;
        }
        if (replaces && original != null) {
            if (original.isDeleted()) {
                return Answer.refused("message_not_found");
            }
            Posting.edit(world, team, room, original, content, false);
            note(request, room, original);
            return null;
        }
        String type = parameters.path("response_type").asString("ephemeral");
        if (!type.equals("ephemeral") && !type.equals("in_channel")) {
            return Answer.refused("invalid_arguments");
        }
        note(request, room, Posting.post(world, team, room, content, type.equals("ephemeral") ? person.id() : null));
        return null;
    }

    private static void note(Request request, Room room, Post post) {
        request.about(room.id, post.ts);
        request.forPerson(post.onlyFor == null ? "" : post.onlyFor);
        request.shows(post.visible());
    }

    private boolean isExpired(Use use) {
        return Duration.between(use.at, world.now()).compareTo(LIFE) > 0;
    }

    private static Answer failed(int status, String error) {
        return new Answer(status, Answer.refused(error).body(), 0);
    }
}
