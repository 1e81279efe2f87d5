package org.campaignbot.benchmarks.load;

/** Updates in Telegram's form, with the fields that it always sends. */
final class Updates {

    private Updates() {}

    static String text(long update, long chat, long message, String words) {
        return "{\"update_id\":" + update + ",\"message\":{\"message_id\":" + message + ",\"from\":" + person(chat)
                + ",\"chat\":" + chat(chat) + ",\"date\":" + now() + ",\"text\":\"" + words + "\"}}";
    }

    static String press(long update, long chat, long message, String data) {
        return "{\"update_id\":" + update + ",\"callback_query\":{\"id\":\"" + update + "\",\"from\":" + person(chat)
                + ",\"message\":" + message(chat, message) + ",\"chat_instance\":\"" + chat + "\",\"data\":\"" + data
                + "\"}}";
    }

    /** A message of the bot. */
    static String message(long chat, long message) {
        return "{\"message_id\":" + message + ",\"from\":" + BOT + ",\"chat\":" + chat(chat) + ",\"date\":" + now()
                + ",\"text\":\"What was said.\"}";
    }

    /** The bot's account. */
    static final String BOT = "{\"id\":7000000001,\"is_bot\":true,\"first_name\":\"Load\",\"username\":\"load_bot\","
            + "\"can_join_groups\":true,\"can_read_all_group_messages\":false,\"supports_inline_queries\":false}";

    private static String person(long id) {
        return "{\"id\":" + id + ",\"is_bot\":false,\"first_name\":\"Person\",\"language_code\":\"en\"}";
    }

    private static String chat(long id) {
        return "{\"id\":" + id + ",\"first_name\":\"Person\",\"type\":\"private\"}";
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }
}
