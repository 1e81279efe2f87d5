package campaignbot.reminder;

import java.time.ZonedDateTime;

/** What words say about a time. */
public sealed interface TimeReading {

    /** A time that one can be reminded at. */
    record At(ZonedDateTime time) implements TimeReading {}

    /** A time that is over. */
    record Past() implements TimeReading {}

    /** A time beyond {@link TimeWords#MOST_DAYS} days. */
    record Far() implements TimeReading {}

    /** No time, or words that could mean any. */
    record Unclear() implements TimeReading {}
}
