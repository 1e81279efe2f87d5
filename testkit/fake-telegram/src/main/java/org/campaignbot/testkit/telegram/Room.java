package org.campaignbot.testkit.telegram;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A chat as the server knows it: its members, the bot's status, and its messages. */
final class Room {

    /** The bot's status in a chat, by the names of a chat member's status. */
    enum Standing {
        MEMBER,
        ADMINISTRATOR,
        LEFT,
        KICKED
    }

    final long id;
    /** The person of a private chat; null for a group. */
    final @Nullable Person person;

    final @Nullable Group group;
    final Map<Long, Post> posts;
    final Set<Long> threads = new HashSet<>();

    /** Whether the person has written, which allows the bot to. */
    boolean started;

    boolean deactivated;
    Standing standing = Standing.MEMBER;

    @Nullable
    Long migratedTo;

    private long lastId;

    Room(long id, @Nullable Person person, @Nullable Group group, int mostPosts) {
        this.id = id;
        this.person = person;
        this.group = group;
        posts = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Post> eldest) {
                return size() > mostPosts;
            }
        };
    }

    boolean isPrivate() {
        return person != null;
    }

    boolean isSupergroup() {
        return group != null && group.kind() != Group.Kind.BASIC;
    }

    /** The next number in a supergroup's own sequence. */
    long nextOwnId() {
        return ++lastId;
    }

    Post put(Post post) {
        posts.put(post.id, post);
        return post;
    }

    /** A message that exists and isn't deleted. */
    @Nullable
    Post present(long messageId) {
        Post post = posts.get(messageId);
        return post == null || post.isDeleted() ? null : post;
    }

    /** Why the bot can't write here, or null. */
    Answer.@Nullable Refused refusesWriting() {
        if (person != null) {
            if (deactivated) {
                return Answer.Refused.forbidden("user is deactivated");
            }
            if (standing == Standing.KICKED) {
                return Answer.Refused.forbidden("bot was blocked by the user");
            }
            return started ? null : Answer.Refused.forbidden("bot can't initiate conversation with a user");
        }
        if (migratedTo != null) {
            return Answer.Refused.migrated(migratedTo);
        }
        String kind = isSupergroup() ? "supergroup" : "group";
        return switch (standing) {
            case KICKED -> Answer.Refused.forbidden("bot was kicked from the " + kind + " chat");
            case LEFT -> Answer.Refused.forbidden("bot is not a member of the " + kind + " chat");
            case MEMBER, ADMINISTRATOR -> null;
        };
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("id", id);
        if (person != null) {
            json.put("type", "private");
            json.put("first_name", person.firstName());
        } else if (group != null) {
            json.put("type", isSupergroup() ? "supergroup" : "group");
            json.put("title", group.title());
            if (group.kind() == Group.Kind.FORUM) {
                json.put("is_forum", true);
            }
        }
        return json;
    }
}
