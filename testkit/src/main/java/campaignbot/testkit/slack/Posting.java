package campaignbot.testkit.slack;

import org.jspecify.annotations.Nullable;

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

    static void edit(World world, Team team, Room room, Post post, Content content) {
        post.edit(content.text(), content.numberedBlocks());
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
