package org.campaignbot.testkit.slack;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** How messages of the bot come into a conversation, change and go, whichever way the app asked for it. */
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
     * @param keepsBlocks whether blocks stay where the change says nothing of blocks, as chat.update has it (slack-go/slack#1214,
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
