package org.campaignbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.update.Origin;
import org.campaignbot.update.Update;
import org.jspecify.annotations.Nullable;

/**
 * Translates Telegram updates into what people did; a pure function that never throws, whatever it's given.
 *
 * <p>It reads the JSON tree instead of a class per type: Telegram adds fields and types before any library knows them, older ones
 * may be missing, and none of that may keep the next update from being read. It ignores what it doesn't use.
 */
final class TelegramUpdates {

    /** The only kinds of updates we ask for; Telegram keeps the list until it gets a new one. */
    static final List<String> KINDS = List.of("message", "edited_message", "callback_query", "my_chat_member");

    private static final Set<String> OTHER_KINDS_OF_CHANNELS = Set.of("channel_post", "edited_channel_post");

    /** What a message may contain instead of words; it's never fetched. */
    private static final List<String> WORDLESS = List.of(
            "photo",
            "voice",
            "audio",
            "video",
            "video_note",
            "animation",
            "sticker",
            "document",
            "contact",
            "poll",
            "dice",
            "story",
            "paid_media",
            "checklist",
            "live_photo");

    private static final Set<String> OUTSIDE = Set.of("left", "kicked");

    private final BotAccount me;
    private final TelegramText telegramText;

    TelegramUpdates(BotAccount me) {
        this.me = me;
        this.telegramText = new TelegramText(me);
    }

    /** Reads an update. */
    TelegramArrival read(JsonNode update) {
        JsonNode id = update.path("update_id");
        if (!id.isIntegralNumber()) {
            return TelegramArrival.passed(TelegramCount.UPDATE_MALFORMED);
        }
        if (update.path("message").isObject()) {
            return message(id.asText(), update.path("message"));
        } else if (update.path("callback_query").isObject()) {
            return press(id.asText(), update.path("callback_query"));
        } else if (update.path("edited_message").isObject()) {
            return edited(id.asText(), update.path("edited_message"));
        } else if (update.path("my_chat_member").isObject()) {
            return membership(id.asText(), update.path("my_chat_member"));
        }
        boolean channel = OTHER_KINDS_OF_CHANNELS.stream().anyMatch(update::has);
        return TelegramArrival.passed(channel ? TelegramCount.UPDATE_OF_CHANNEL : TelegramCount.UPDATE_UNKNOWN_KIND);
    }

    private TelegramArrival message(String id, JsonNode message) {
        TelegramCount outside = outside(message);
        if (outside != null) {
            return TelegramArrival.passed(outside);
        }
        boolean group = isGroup(message.path("chat"));
        JsonNode position = position(message);
        TelegramText.Meaning meaning;
        if (hasWords(message)) {
            meaning = words(message, group);
        } else if (group && !telegramText.isAnswer(message)) {
            meaning = new TelegramText.Meaning(
                    null, isContent(message) ? TelegramCount.UPDATE_GROUP_TALK : TelegramCount.UPDATE_SERVICE);
        } else if (position != null) {
            meaning = TelegramText.Meaning.of(located(position));
        } else if (isContent(message)) {
            meaning = TelegramText.Meaning.of(new Event.Unreadable());
        } else {
            meaning = new TelegramText.Meaning(null, TelegramCount.UPDATE_SERVICE);
        }
        JsonNode album = message.path("media_group_id");
        return arrival(id, message, meaning, album.isValueNode() ? album.asText() : null);
    }

    private TelegramArrival edited(String id, JsonNode message) {
        TelegramCount outside = outside(message);
        if (outside != null) {
            return TelegramArrival.passed(outside);
        }
        if (!hasWords(message)) {
            boolean moved = position(message) != null;
            return TelegramArrival.passed(moved ? TelegramCount.UPDATE_LIVE_POSITION : TelegramCount.UPDATE_SERVICE);
        }
        TelegramText.Meaning meaning = words(message, isGroup(message.path("chat")));
        if (meaning.event() instanceof Event.Typed typed) {
            meaning = TelegramText.Meaning.of(new Event.Edited(typed.text()));
        } else if (meaning.event() != null) {
            // A link into the bot counts once, when it's sent.
            meaning = new TelegramText.Meaning(null, TelegramCount.UPDATE_SERVICE);
        }
        return arrival(id, message, meaning, null);
    }

    private TelegramArrival press(String id, JsonNode query) {
        String queryId = text(query.path("id"));
        JsonNode message = query.path("message");
        JsonNode from = query.path("from");
        if (!isId(from.path("id")) || !isId(message.path("chat").path("id"))) {
            return new TelegramArrival(null, TelegramCount.UPDATE_WITHOUT_CHAT, queryId, null);
        } else if (from.path("is_bot").asBoolean(false)) {
            return new TelegramArrival(null, TelegramCount.UPDATE_OF_BOT, queryId, null);
        }
        Event.Pressed pressed = Keyboards.CallbackData.read(query.path("data").asText(""));
        // A message without a date is no longer accessible, so it can't be edited.
        boolean reachable = message.path("date").asLong(0) != 0 && isId(message.path("message_id"));
        String pressedOn = reachable ? message.path("message_id").asText() : null;
        Update update = update(id, message, from, pressed, pressedOn, null);
        TelegramCount telegramCount = pressed.equals(Keyboards.CallbackData.UNKNOWN)
                ? TelegramCount.PRESS_GARBLED
                : TelegramCount.UPDATE_TAKEN;
        return new TelegramArrival(update, telegramCount, queryId, null);
    }

    /**
     * Blocked, unblocked, added, or removed. The person is the one who did it, which may be an anonymous administrator; a removal
     * from a group ends the whole group's conversation, whoever did it.
     */
    private TelegramArrival membership(String id, JsonNode change) {
        JsonNode chat = change.path("chat");
        JsonNode from = change.path("from");
        if (!isId(chat.path("id")) || !isId(from.path("id"))) {
            return TelegramArrival.passed(TelegramCount.UPDATE_MALFORMED);
        } else if (chat.path("type").asText().equals("channel")) {
            return TelegramArrival.passed(TelegramCount.UPDATE_OF_CHANNEL);
        }
        boolean wasOutside = isOutside(change.path("old_chat_member"));
        boolean isOutside = isOutside(change.path("new_chat_member"));
        Event event = null;
        JsonNode person = from;
        if (isOutside) {
            event = new Event.Left();
            person = isGroup(chat) ? chat : from;
        } else if (wasOutside && isGroup(chat)) {
            event = new Event.Opened("");
        }
        // A person who unblocks the bot hasn't asked it to write; they will, if they want something.
        return event == null
                ? TelegramArrival.passed(TelegramCount.UPDATE_SERVICE)
                : new TelegramArrival(
                        update(id, change, person, event, null, null), TelegramCount.UPDATE_TAKEN, null, null);
    }

    private static boolean isOutside(JsonNode member) {
        String status = member.path("status").asText();
        boolean restrictedAway =
                status.equals("restricted") && !member.path("is_member").asBoolean(true);
        return restrictedAway || OUTSIDE.contains(status);
    }

    /** Why a message isn't for us, whatever it says, or null. */
    private @Nullable TelegramCount outside(JsonNode message) {
        JsonNode chat = message.path("chat");
        if (!isId(chat.path("id"))) {
            return TelegramCount.UPDATE_MALFORMED;
        } else if (chat.path("type").asText().equals("channel")) {
            return TelegramCount.UPDATE_OF_CHANNEL;
        } else if (message.has("sender_chat")) {
            // An anonymous administrator or a channel: there's no way to tell who is speaking.
            return TelegramCount.UPDATE_ANONYMOUS;
        } else if (!isId(message.path("from").path("id"))) {
            return TelegramCount.UPDATE_MALFORMED;
        }
        return message.path("from").path("is_bot").asBoolean(false) ? TelegramCount.UPDATE_OF_BOT : null;
    }

    private TelegramText.Meaning words(JsonNode message, boolean group) {
        boolean plain = message.path("text").isTextual();
        String text = message.path(plain ? "text" : "caption").asText();
        return group
                ? telegramText.inGroup(text, message, message.path(plain ? "entities" : "caption_entities"))
                : telegramText.inPrivate(text);
    }

    private TelegramArrival arrival(String id, JsonNode message, TelegramText.Meaning meaning, @Nullable String album) {
        Event event = meaning.event();
        if (event == null) {
            return TelegramArrival.passed(meaning.counted());
        }
        boolean erasable = !isGroup(message.path("chat")) && isId(message.path("message_id"));
        String own = erasable ? message.path("message_id").asText() : null;
        Update update = update(id, message, message.path("from"), event, null, own);
        return new TelegramArrival(update, meaning.counted(), null, album);
    }

    private Update update(
            String id, JsonNode place, JsonNode from, Event event, @Nullable String pressedOn, @Nullable String own) {
        JsonNode chat = place.path("chat");
        boolean topic = place.path("is_topic_message").asBoolean(false) && isId(place.path("message_thread_id"));
        Address address = new Address(
                TelegramChannel.NAME,
                me.id(),
                chat.path("id").asText(),
                topic ? place.path("message_thread_id").asText() : null);
        ConversationKey conversation = new ConversationKey(
                address, new Person(TelegramChannel.NAME, from.path("id").asText()));
        Origin origin = new Origin(isGroup(chat), me.deepLinks(), pressedOn, own, null, repliesTo(place));
        return new Update(id, conversation, event, locale(from), origin);
    }

    /** The author of the message that another one replies to, if that's a person. */
    private static @Nullable Person repliesTo(JsonNode message) {
        JsonNode answered = message.path("reply_to_message");
        JsonNode from = answered.path("from");
        boolean isPersons = isId(from.path("id"))
                && !from.path("is_bot").asBoolean(false)
                && !answered.has("sender_chat")
                && !answered.has("forum_topic_created");
        return isPersons ? new Person(TelegramChannel.NAME, from.path("id").asText()) : null;
    }

    private static Language locale(JsonNode from) {
        Language language = Language.ofLocale(from.path("language_code").asText(""));
        return language.code().isEmpty() ? Language.ENGLISH : language;
    }

    private static boolean hasWords(JsonNode message) {
        return message.path("text").isTextual() || message.path("caption").isTextual();
    }

    private static boolean isContent(JsonNode message) {
        return message.has("location") || WORDLESS.stream().anyMatch(message::has);
    }

    /** The position in a message, including a venue's or the first of a live one; null if there is none. */
    private static @Nullable JsonNode position(JsonNode message) {
        JsonNode position = message.has("location")
                ? message.path("location")
                : message.path("venue").path("location");
        return position.isObject() ? position : null;
    }

    private static Event located(JsonNode position) {
        double latitude = position.path("latitude").asDouble(Double.NaN);
        double longitude = position.path("longitude").asDouble(Double.NaN);
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                ? new Event.Located(latitude, longitude)
                : new Event.Unreadable();
    }

    private static boolean isGroup(JsonNode chat) {
        return !chat.path("type").asText("private").equals("private");
    }

    /** Ids have up to 52 bits; anything that isn't an integer isn't an id. */
    private static boolean isId(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong();
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() || node.isIntegralNumber() ? node.asText() : null;
    }
}
