package org.campaignbot.organizers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person the bot no longer answers, except when they cry for help.
 *
 * @param mark the keyed hash of the person
 * @param chat the keyed hash of the chat in which an organizer muted them, or null if they are blocked everywhere
 * @param by the name of the organizer who did it, or {@link Organizers#OPERATOR}
 * @param since when
 */
public record BlockedPerson(String mark, @Nullable String chat, String by, Instant since) {}
