package org.campaignbot.telegram;

import org.campaignbot.update.Update;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading something that arrived.
 *
 * @param update the update for the core, or null
 * @param counted the kind it's counted as
 * @param press the id of the callback query to answer, or null
 * @param album the album it's part of, or null
 */
record TelegramArrival(
        @Nullable Update update,
        TelegramCount counted,
        @Nullable String press,
        @Nullable String album) {

    static TelegramArrival passed(TelegramCount why) {
        return new TelegramArrival(null, why, null, null);
    }
}
