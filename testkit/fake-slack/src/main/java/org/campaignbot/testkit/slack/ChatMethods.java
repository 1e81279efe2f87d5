package org.campaignbot.testkit.slack;

import java.util.List;
import java.util.Set;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** chat.postMessage, chat.postEphemeral, chat.update and chat.delete. */
final class ChatMethods {

    private static final String WRITE = "chat:write";
    private static final Set<String> POST = Set.of(
            "channel",
            "text",
            "blocks",
            "attachments",
            "as_user",
            "icon_emoji",
            "icon_url",
            "link_names",
            "markdown_text",
            "metadata",
            "mrkdwn",
            "parse",
            "reply_broadcast",
            "thread_ts",
            "unfurl_links",
            "unfurl_media",
            "username");
    private static final Set<String> EPHEMERAL = Set.of(
            "channel",
            "user",
            "text",
            "blocks",
            "attachments",
            "as_user",
            "icon_emoji",
            "icon_url",
            "link_names",
            "markdown_text",
            "parse",
            "thread_ts",
            "username");
    private static final Set<String> UPDATE = Set.of(
            "channel",
            "ts",
            "text",
            "blocks",
            "attachments",
            "as_user",
            "file_ids",
            "link_names",
            "markdown_text",
            "metadata",
            "parse",
            "reply_broadcast",
            "unfurl_links",
            "unfurl_media");
    private static final Set<String> DELETE = Set.of("channel", "ts", "as_user");

    private final World world;

    ChatMethods(World world) {
        this.world = world;
    }

    List<Method> methods() {
        return List.of(
                new Method("chat.postMessage", WRITE, Tier.SPECIAL, POST, this::postMessage),
                new Method("chat.postEphemeral", WRITE, Tier.FOUR, EPHEMERAL, this::postEphemeral),
                new Method("chat.update", WRITE, Tier.THREE, UPDATE, this::update),
                new Method("chat.delete", WRITE, Tier.THREE, DELETE, this::delete));
    }

    private Answer postMessage(Request request) {
        Team team = request.installation().team;
        Room room = Addressing.target(world, request);
        if (room == null) {
            return Answer.refused("channel_not_found");
        }
        Content content = Content.of(request.parameters());
        request.about(room.id, "");
        Answer refused = Addressing.refusal(request, room);
        refused = refused != null ? refused : content.refusal(Content.MOST_POSTED, request::violation);
        refused = refused != null ? refused : metadataRefusal(request);
        if (refused != null) {
            return refused;
        }
        if (!content.threadTs().isEmpty() && room.present(content.threadTs()) == null) {
            request.violation("thread_ts names no message of the conversation");
        }
        Post post = Posting.post(world, team, room, content, null);
        note(request, room, post);
        ObjectNode answer = Json.object().put("channel", room.id).put("ts", post.ts);
        answer.set("message", post.json());
        return Answer.ok(answer);
    }

    private Answer postEphemeral(Request request) {
        Team team = request.installation().team;
        Room room = Addressing.target(world, request);
        if (room == null) {
            return Answer.refused("channel_not_found");
        }
        String user = request.text("user");
        Content content = Content.of(request.parameters());
        request.about(room.id, "");
        request.forPerson(user);
        Answer refused = Addressing.refusal(request, room);
        if (refused == null && !room.members.contains(user)) {
            refused = Answer.refused("user_not_in_channel");
        }
        refused = refused != null ? refused : content.refusal(Content.MOST_POSTED, request::violation);
        if (refused != null) {
            return refused;
        }
        Post post = Posting.post(world, team, room, content, user);
        note(request, room, post);
        return Answer.ok(Json.object().put("message_ts", post.ts));
    }

    private Answer update(Request request) {
        Team team = request.installation().team;
        Room room = Addressing.byId(world, team, request.text("channel"));
        if (room == null) {
            return Answer.refused("channel_not_found");
        }
        Post post = room.present(request.text("ts"));
        request.about(room.id, request.text("ts"));
        if (post == null || post.onlyFor != null) {
            return Answer.refused("message_not_found");
        }
        if (!isOwn(post, team)) {
            return Answer.refused("cant_update_message");
        }
        if (room.archived) {
            return Answer.refused("is_inactive");
        }
        Content content = Content.of(request.parameters());
        Answer refused = content.refusal(Content.MOST_UPDATED, request::violation);
        refused = refused != null ? refused : metadataRefusal(request);
        if (refused != null) {
            return refused;
        }
        if (!post.blocks().isEmpty() && !content.saysBlocks()) {
            request.violation("a message with blocks is changed without saying which it has then: it keeps them");
        }
        Posting.edit(world, team, room, post, content, true);
        note(request, room, post);
        ObjectNode answer =
                Json.object().put("channel", room.id).put("ts", post.ts).put("text", content.text());
        answer.set("message", post.json());
        return Answer.ok(answer);
    }

    private Answer delete(Request request) {
        Team team = request.installation().team;
        Room room = Addressing.byId(world, team, request.text("channel"));
        if (room == null) {
            return Answer.refused("channel_not_found");
        }
        Post post = room.present(request.text("ts"));
        request.about(room.id, request.text("ts"));
        if (post == null || post.onlyFor != null) {
            return Answer.refused("message_not_found");
        }
        if (!isOwn(post, team)) {
            return Answer.refused("cant_delete_message");
        }
        Posting.delete(world, team, room, post);
        return Answer.ok(Json.object().put("channel", room.id).put("ts", post.ts));
    }

    private static boolean isOwn(Post post, Team team) {
        return post.author == null && post.team == team;
    }

    private static void note(Request request, Room room, Post post) {
        request.about(room.id, post.ts);
        request.shows(post.visible());
    }

    private static @Nullable Answer metadataRefusal(Request request) {
        if (!request.has("metadata")) {
            return null;
        }
        JsonNode metadata = request.json("metadata");
        boolean right = metadata.path("event_type").isString()
                && metadata.path("event_payload").isObject();
        return right || (metadata.isObject() && metadata.isEmpty()) ? null : Answer.refused("invalid_metadata_format");
    }
}
