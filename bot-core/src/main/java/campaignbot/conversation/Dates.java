package campaignbot.conversation;

import campaignbot.people.Language;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Days and moments as readers write them. */
final class Dates {

    private Dates() {}

    /** A day in words, as {@code November 24, 2026} or {@code 24 de noviembre de 2026}. */
    static String longDate(LocalDate date, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(date);
    }

    /**
     * A moment in words that name its zone, as {@code Friday, November 27, 2026, 9:00 AM (Eastern Time)} or {@code viernes, 27 de
     * noviembre de 2026, 9:00 a. m. (hora del Este)}.
     */
    static String moment(ZonedDateTime time, Language language) {
        // Written out, since a locale's short time differs between versions of the JDK, and so do the spaces in it.
        String clock = DateTimeFormatter.ofPattern("h:mm a", language.locale())
                .format(time)
                .replaceAll("[\\u00a0\\u202f]", " ");
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language.locale())
                .format(time);
        return day + ", " + clock + " (" + ZoneNames.of(time.getZone(), language) + ")";
    }
}
