package org.campaignbot.conversation;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.campaignbot.people.Language;

/** The time of day for readers, such as {@code 9:00 AM} or {@code 9:00 a. m.} */
public final class ClockWords {

    private ClockWords() {}

    /** The time of day in its own time zone. */
    public static String of(ZonedDateTime time, Language language) {
        // Spelled out because a locale's short time format differs between JDK versions, down to its spaces: in
        // Spanish, 17 has "a. m." and 25 has "a.m."
        return DateTimeFormatter.ofPattern("h:mm a", language.locale())
                .format(time)
                .replaceAll("[\\u00a0\\u202f]", " ")
                .replaceAll("\\b([ap])\\.m\\.", "$1. m.");
    }
}
