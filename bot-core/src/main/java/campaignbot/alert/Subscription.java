package campaignbot.alert;

import campaignbot.conversation.ConversationKey;
import campaignbot.people.Language;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A person's wish for alerts in a conversation, with all that is kept about it.
 *
 * @param conversation where and whom
 * @param text the version of the words that the person said yes to
 * @param since when that was
 * @param language the language to write in
 * @param zone the time zone by which it is night for the person
 * @param state the postal code of the person's state, or null where only alerts for everyone fit
 */
public record Subscription(
        ConversationKey conversation,
        String text,
        Instant since,
        Language language,
        ZoneId zone,
        @Nullable String state) {}
