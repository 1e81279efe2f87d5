package org.campaignbot.testkit.telegram;

import java.util.Locale;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.node.ObjectNode;

/** Changes the bot's status in a chat, and sends it the update. */
final class Membership {

    private Membership() {}

    /** Returns the update's number; the world's lock is held. */
    static long change(World world, Room room, Person by, Room.Standing next) {
        ObjectNode changed = Json.object();
        changed.set("chat", room.json());
        changed.set("from", by.json());
        changed.put("date", world.now().getEpochSecond());
        changed.set("old_chat_member", member(world, room.standing));
        changed.set("new_chat_member", member(world, next));
        room.standing = next;
        return world.updates.add("my_chat_member", changed, "chat " + room.id);
    }

    private static ObjectNode member(World world, Room.Standing standing) {
        ObjectNode member = Json.object();
        member.put("status", standing.name().toLowerCase(Locale.ROOT));
        member.set("user", world.bot());
        if (standing == Room.Standing.KICKED) {
            member.put("until_date", 0);
        }
        if (standing == Room.Standing.ADMINISTRATOR) {
            member.put("can_be_edited", false)
                    .put("is_anonymous", false)
                    .put("can_manage_chat", true)
                    .put("can_delete_messages", true)
                    .put("can_manage_video_chats", false)
                    .put("can_restrict_members", false)
                    .put("can_promote_members", false)
                    .put("can_change_info", false)
                    .put("can_invite_users", true)
                    .put("can_post_stories", false)
                    .put("can_edit_stories", false)
                    .put("can_delete_stories", false);
        }
        return member;
    }
}
