package org.campaignbot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.campaignbot.update.Update;

/** Feeds a translator what Telegram would send; the bot is @helper_bot, number 42, and the person number 77. */
final class Told {

    static final BotAccount ME = new BotAccount("42", "helper_bot", false);

    private static final String PERSON =
            "{\"id\": 77, \"is_bot\": false, \"first_name\": \"A\", \"language_code\": \"en\"}";

    private final ObjectMapper mapper = new ObjectMapper();
    private final TelegramUpdates updates = new TelegramUpdates(ME);

    TelegramArrival read(String json) {
        try {
            return updates.read(mapper.readTree(json));
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** A message of the person in their private chat, with these fields. */
    TelegramArrival message(String fields) {
        return inChat("message", "\"id\": 77, \"type\": \"private\"", fields);
    }

    /** The same, edited. */
    TelegramArrival edited(String fields) {
        return inChat("edited_message", "\"id\": 77, \"type\": \"private\"", fields);
    }

    /** A message of the person in a supergroup. */
    TelegramArrival inGroup(String fields) {
        return inChat("message", "\"id\": -1001234567890, \"type\": \"supergroup\", \"title\": \"G\"", fields);
    }

    private TelegramArrival inChat(String kind, String chat, String fields) {
        return read("""
                {"update_id": 900000001, "%s": {"message_id": 31, "date": 1700000000, "chat": {%s}, "from": %s, %s}}""".formatted(kind, chat, PERSON, fields));
    }

    /** A press on a button under the bot's message 12, in the chat of these fields. */
    TelegramArrival press(String data, String chat, String messageFields) {
        return read("""
                {"update_id": 900000002, "callback_query": {"id": "4711", "from": %s, "chat_instance": "1", "data": "%s",
                 "message": {"message_id": 12, "chat": {%s}, %s}}}""".formatted(PERSON, data, chat, messageFields));
    }

    /** A change of the bot's status in a chat, made by the person. */
    TelegramArrival member(String type, long chat, String before, String after) {
        return read("""
                {"update_id": 900000003, "my_chat_member": {"chat": {"id": %d, "type": "%s"}, "from": %s, "date": 1700000000,
                 "old_chat_member": {"status": "%s", "user": {"id": 42, "is_bot": true}},
                 "new_chat_member": {"status": "%s", "user": {"id": 42, "is_bot": true}}}}""".formatted(chat, type, PERSON, before, after));
    }

    static Update taken(TelegramArrival telegramArrival) {
        return Objects.requireNonNull(telegramArrival.update(), () -> "passed as " + telegramArrival.counted());
    }
}
