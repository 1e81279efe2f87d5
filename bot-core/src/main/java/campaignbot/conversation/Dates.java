package campaignbot.conversation;

import campaignbot.people.Language;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Days as readers write them. */
final class Dates {

    private Dates() {}

    /** A day in words, as {@code November 24, 2026} or {@code 24 de noviembre de 2026}. */
    static String longDate(LocalDate date, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(date);
    }
}
