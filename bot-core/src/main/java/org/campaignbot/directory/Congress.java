package org.campaignbot.directory;

import java.time.LocalDate;
import java.time.Month;

/** The two years of a Congress. Since the Twentieth Amendment each begins on January 3 of an odd year; the 119th began in 2025. */
public final class Congress {

    private static final int YEAR_OF_THE_119TH = 2025;

    private Congress() {}

    /** The first day of the Congress with that number, on which its predecessor's House terms are over. */
    public static LocalDate start(int number) {
        return LocalDate.of(YEAR_OF_THE_119TH + 2 * (number - 119), Month.JANUARY, 3);
    }

    /** The number of the Congress in session on that day. */
    public static int number(LocalDate day) {
        int number = 119 + Math.floorDiv(day.getYear() - YEAR_OF_THE_119TH, 2);
        return day.isBefore(start(number)) ? number - 1 : number;
    }
}
