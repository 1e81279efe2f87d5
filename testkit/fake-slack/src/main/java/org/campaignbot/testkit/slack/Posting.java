package org.campaignbot.testkit.slack;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** Posts, changes and deletes the bot's messages in a conversation, for all the ways an app can ask for it. */
final class Posting {

    private Posting() {}

    static Post post(World world, Team team, Room room, Content content, @Nullable String onlyFor) {
        Post post = new Post(
                world.nextTs(), null, team, content.threadTs(), onlyFor, content.text(), content.numberedBlocks());
        room.posts.put(post.ts, post);
        if (onlyFor == null) {
            world.events.botPosted(team, room, post);
        }
        return post;
    }

    /**
     * Changes a message.
     *
     * @param keepsBlocks whether blocks stay if the change doesn't mention blocks, as with chat.update (slack-go/slack#1214,
     *     slackapi/python-slack-sdk#523)
     */
    static void edit(World world, Team team, Room room, Post post, Content content, boolean keepsBlocks) {
        ArrayNode blocks = keepsBlocks && !content.saysBlocks() ? post.blocks() : content.numberedBlocks();
        post.edit(content.text(), blocks);
        if (post.onlyFor == null) {
            world.events.botEdited(team, room, post);
        }
    }

    static void delete(World world, Team team, Room room, Post post) {
        post.delete();
        if (post.onlyFor == null) {
            world.events.botDeleted(team, room, post);
        }
    }
}
