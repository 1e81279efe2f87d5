package org.campaignbot.web.console;

import java.time.LocalDate;
import java.util.List;
import org.campaignbot.people.Language;

/** Says days; spelled out because a locale's names differ between JDK versions. */
final class Days {

    private static final List<String> MONTHS =
            List.of("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.");
    private static final List<String> MESES = List.of(
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre");

    private Days() {}

    /** A day, such as {@code Nov. 24, 2026}. */
    static String say(LocalDate day, Language language) {
        int month = day.getMonthValue() - 1;
        return language.equals(Language.SPANISH)
                ? day.getDayOfMonth() + " de " + MESES.get(month) + " de " + day.getYear()
                : MONTHS.get(month) + " " + day.getDayOfMonth() + ", " + day.getYear();
    }
}
