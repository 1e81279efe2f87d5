package campaignbot.telegram;

import campaignbot.reception.Update;
import org.jspecify.annotations.Nullable;

/**
 * What became of something that arrived.
 *
 * @param update what the core takes of it, or null
 * @param counted as what it counts
 * @param press the id of the callback query that must be answered, or null
 * @param album the album of which it is a part, or null
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
