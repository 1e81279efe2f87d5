package org.campaignbot.calls;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * The legal public holidays of the United States, computed for any year.
 *
 * <p>The days are those of 5 U.S.C. 6103(a). A holiday on a Saturday is kept on the Friday before (6103(b)), one on a Sunday on
 * the Monday after (Executive Order 11582). Inauguration Day is a holiday in and around Washington only (6103(c)): January 20 of
 * every fourth year, the day after if that is a Sunday, and no other day if it is a Saturday.
 */
final class FederalHolidays {

    private static final int INAUGURATIONS_EVERY = 4;
    private static final int AN_INAUGURATION = 1965;

    private FederalHolidays() {}

    /** Whether federal offices keep a holiday on that day. */
    static boolean isHoliday(LocalDate day, boolean inWashington) {
        return isKept(day)
                || (day.getDayOfWeek() == DayOfWeek.FRIDAY && isKept(day.plusDays(1)))
                || (day.getDayOfWeek() == DayOfWeek.MONDAY && isKept(day.minusDays(1)))
                || (inWashington && isInauguration(day));
    }

    /** Whether a holiday falls on the day itself. */
    private static boolean isKept(LocalDate day) {
        int number = day.getDayOfMonth();
        return switch (day.getMonth()) {
            case JANUARY -> number == 1 || isMonday(day, 3);
            case FEBRUARY -> isMonday(day, 3);
            case MAY -> day.equals(day.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
            case JUNE -> number == 19;
            case JULY -> number == 4;
            case SEPTEMBER -> isMonday(day, 1);
            case OCTOBER -> isMonday(day, 2);
            case NOVEMBER -> number == 11 || isThe(day, 4, DayOfWeek.THURSDAY);
            case DECEMBER -> number == 25;
            default -> false;
        };
    }

    private static boolean isInauguration(LocalDate day) {
        if (day.getMonth() != Month.JANUARY || (day.getYear() - AN_INAUGURATION) % INAUGURATIONS_EVERY != 0) {
            return false;
        }
        return day.getDayOfMonth() == 20 || (day.getDayOfMonth() == 21 && day.getDayOfWeek() == DayOfWeek.MONDAY);
    }

    private static boolean isMonday(LocalDate day, int ordinal) {
        return isThe(day, ordinal, DayOfWeek.MONDAY);
    }

    private static boolean isThe(LocalDate day, int ordinal, DayOfWeek weekday) {
        return day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday)));
    }
}
