package campaignbot.delivery;

import java.time.Instant;

/**
 * One send: a part of a message to a chat.
 *
 * @param sent when it started
 */
record Job(AccountQueue account, ChatQueue chat, Pending pending, Instant sent) {}
