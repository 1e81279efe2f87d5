package campaignbot.organizers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the bot answers no more, except when they cry for help.
 *
 * @param mark the keyed hash of the person
 * @param chat the keyed hash of the chat in which an organizer muted them, or null where they are blocked everywhere
 * @param by the name of the organizer who did it, or {@link Organizers#OPERATOR}
 * @param since when
 */
public record Block(String mark, @Nullable String chat, String by, Instant since) {}
