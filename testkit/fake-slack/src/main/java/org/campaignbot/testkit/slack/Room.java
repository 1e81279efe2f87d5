package org.campaignbot.testkit.slack;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A conversation: a channel, or a person's direct messages with the bot. */
final class Room {

    final String id;
    final @Nullable Channel channel;
    final @Nullable Person person;
    /** The workspaces it belongs to; more than one only if it's shared. */
    final Set<String> teams = new LinkedHashSet<>();

    final Set<String> members = new LinkedHashSet<>();
    /** The workspaces whose bot is a member. */
    final Set<String> bots = new LinkedHashSet<>();

    final Map<String, Post> posts;
    boolean archived;
    boolean readOnly;

    Room(String id, @Nullable Channel channel, @Nullable Person person, int mostPosts) {
        this.id = id;
        this.channel = channel;
        this.person = person;
        posts = new Newest<>(mostPosts);
    }

    boolean isDirect() {
        return channel == null;
    }

    boolean isPrivate() {
        return channel == null || channel.kind() == Channel.Kind.PRIVATE;
    }

    boolean isShared() {
        return channel != null && channel.kind() == Channel.Kind.SHARED;
    }

    String name() {
        return channel == null ? "directmessage" : channel.name();
    }

    /** Its name in a slash command's payload. */
    String commandName() {
        return channel == null ? "directmessage" : isPrivate() ? "privategroup" : channel.name();
    }

    /** The kind of conversation, as events name it. */
    String type() {
        return channel == null ? "im" : isPrivate() ? "group" : "channel";
    }

    /** A message that people can still see, or null. */
    @Nullable
    Post present(String ts) {
        Post post = posts.get(ts);
        return post == null || post.isDeleted() ? null : post;
    }

    /** The {@code channel} object of the Web API. */
    ObjectNode json(boolean withLocale) {
        ObjectNode json = Json.object().put("id", id);
        if (person != null) {
            json.put("is_im", true).put("user", person.id());
        }
        if (channel != null) {
            json.put("name", channel.name());
            json.put("is_channel", !isPrivate()).put("is_group", isPrivate()).put("is_private", isPrivate());
            json.put("is_im", false).put("is_ext_shared", isShared()).put("is_shared", isShared());
        }
        json.put("is_archived", archived).put("is_read_only", readOnly);
        if (withLocale) {
            json.put("locale", channel != null ? channel.locale() : person != null ? person.locale() : "en-US");
        }
        return json;
    }
}
