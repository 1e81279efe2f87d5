package org.campaignbot.conversation;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.campaignbot.people.Language;

/** Formats days and moments for readers. */
final class Dates {

    private Dates() {}

    /** A day in words, such as {@code November 24, 2026} or {@code 24 de noviembre de 2026}. */
    static String longDate(LocalDate date, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(date);
    }

    /**
     * A moment in words with its time zone, such as {@code Friday, November 27, 2026, 9:00 AM (Eastern Time)} or
     * {@code viernes, 27 de noviembre de 2026, 9:00 a. m. (hora del Este)}.
     */
    static String moment(ZonedDateTime time, Language language) {
        // Spelled out because a locale's short time format, and the spaces in it, differ between JDK versions.
        String clock = DateTimeFormatter.ofPattern("h:mm a", language.locale())
                .format(time)
                .replaceAll("[\\u00a0\\u202f]", " ");
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language.locale())
                .format(time);
        return day + ", " + clock + " (" + ZoneNames.of(time.getZone(), language) + ")";
    }
}
