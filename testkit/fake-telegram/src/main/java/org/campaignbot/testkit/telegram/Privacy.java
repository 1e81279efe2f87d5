package org.campaignbot.testkit.telegram;

import java.util.Locale;

/**
 * Decides which group messages a bot sees.
 *
 * <p>In privacy mode: commands not for another bot, mentions of it and replies to it; an administrator sees everything, and a bot
 * outside the group nothing. Service messages always arrive.
 */
final class Privacy {

    private Privacy() {}

    static boolean shows(World world, Room room, Post post) {
        if (room.isPrivate()) {
            return true;
        }
        if (room.standing == Room.Standing.LEFT || room.standing == Room.Standing.KICKED) {
            return false;
        }
        boolean seesAll = !world.settings.privacyMode() || room.standing == Room.Standing.ADMINISTRATOR;
        return seesAll || isMeantForBot(world, post);
    }

    private static boolean isMeantForBot(World world, Post post) {
        String text = post.text().toLowerCase(Locale.ROOT);
        String mention = "@" + world.settings.username().toLowerCase(Locale.ROOT);
        boolean forOther = text.startsWith("/") && text.split("\\s", 2)[0].contains("@");
        return text.contains(mention)
                || (text.startsWith("/") && !forOther)
                || post.content
                        .path("reply_to_message")
                        .path("from")
                        .path("is_bot")
                        .asBoolean(false);
    }
}
