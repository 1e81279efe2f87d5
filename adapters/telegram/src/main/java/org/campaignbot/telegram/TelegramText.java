package org.campaignbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.conversation.Event;
import org.campaignbot.organizers.OneTimeCode;
import org.jspecify.annotations.Nullable;

/** Reads typed text: commands, mentions, and, in groups, whether it's for this bot at all. */
final class TelegramText {

    private static final Pattern COMMAND =
            Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String START = "start";

    private final BotAccount me;
    private final Pattern mention;

    TelegramText(BotAccount me) {
        this.me = me;
        this.mention = Pattern.compile(
                "(?<![A-Za-z0-9_])@" + Pattern.quote(me.username()) + "(?![A-Za-z0-9_])", Pattern.CASE_INSENSITIVE);
    }

    /** What words mean: the event, or why there is none. */
    record Meaning(@Nullable Event event, TelegramCount counted) {
        static Meaning of(Event event) {
            return new Meaning(event, TelegramCount.UPDATE_TAKEN);
        }
    }

    /** Reads words typed in a private chat. */
    Meaning inPrivate(String text) {
        Matcher command = COMMAND.matcher(text);
        return command.matches() ? command(command) : Meaning.of(new Event.Typed(text));
    }

    /**
     * Reads words typed in a group: they count if they start with a command of this bot, mention it, reply to it, or are a one-time
     * code. A bot that is an administrator receives every message, and a code that others have read must not stay valid.
     *
     * @param message the message that contains them
     * @param entities the mention entities, whose offsets may be anything
     */
    Meaning inGroup(String text, JsonNode message, JsonNode entities) {
        Matcher command = COMMAND.matcher(text);
        if (command.matches()) {
            return command(command);
        }
        String without = mention.matcher(text).replaceAll(" ");
        boolean mentioned = !without.equals(text);
        for (JsonNode entity : entities) {
            JsonNode user = entity.path("user").path("id");
            if (entity.path("type").asText().equals("text_mention")
                    && user.asText().equals(me.id())) {
                mentioned = true;
                without = without.equals(text) ? without(text, entity) : without;
            }
        }
        if (!mentioned && !isAnswer(message) && OneTimeCode.typed(text).isEmpty()) {
            return new Meaning(null, TelegramCount.UPDATE_GROUP_TALK);
        }
        String words = without.strip();
        // A person who only types the bot's name wants to see what it can do.
        return Meaning.of(words.isEmpty() ? new Event.Opened("") : new Event.Typed(words));
    }

    /** Whether a message replies to this bot; in a forum, everything in a topic replies to its first message. */
    boolean isAnswer(JsonNode message) {
        JsonNode answered = message.path("reply_to_message");
        return answered.path("from").path("id").asText().equals(me.id()) && !answered.has("forum_topic_created");
    }

    private Meaning command(Matcher command) {
        String bot = command.group(2);
        if (bot != null && !bot.equalsIgnoreCase(me.username())) {
            return new Meaning(null, TelegramCount.UPDATE_FOR_ANOTHER_BOT);
        }
        String rest = command.group(3) == null ? "" : command.group(3).strip();
        if (command.group(1).equalsIgnoreCase(START)) {
            return Meaning.of(new Event.Opened(PAYLOAD.matcher(rest).matches() ? rest : ""));
        }
        String words = command.group(1).replace('_', ' ').strip();
        return Meaning.of(new Event.Typed(rest.isEmpty() ? words : words + " " + rest));
    }

    private static String without(String text, JsonNode entity) {
        long from = entity.path("offset").asLong(-1);
        long to = from + entity.path("length").asLong(-1);
        boolean inside = from >= 0 && from < to && to <= text.length();
        return inside ? text.substring(0, (int) from) + " " + text.substring((int) to) : text;
    }
}
