package org.campaignbot.sending;

import java.time.Instant;

/**
 * One send: a part of a message to a chat.
 *
 * @param sent when it started
 */
record SendJob(AccountQueue account, ChatQueue chat, PendingMessage pending, Instant sent) {}
