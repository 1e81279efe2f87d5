package campaignbot.telegram;

import campaignbot.reception.Update;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading something that arrived.
 *
 * @param update the update for the core, or null
 * @param counted the kind it's counted as
 * @param press the id of the callback query to answer, or null
 * @param album the album it's part of, or null
 */
record Arrival(
        @Nullable Update update,
        Counted counted,
        @Nullable String press,
        @Nullable String album) {

    static Arrival passed(Counted why) {
        return new Arrival(null, why, null, null);
    }
}
