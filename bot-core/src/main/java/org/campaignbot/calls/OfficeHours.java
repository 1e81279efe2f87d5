package org.campaignbot.calls;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import org.campaignbot.directory.DistrictOffice;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Value;

/**
 * The usual office hours: weekdays from nine to five in the office's zone, but not on federal holidays.
 *
 * <p>This is an assumption, and the bot's words say so: the hours in the tables are free text and only shown.
 *
 * @param zone the office's time zone
 * @param inWashington whether it also keeps Inauguration Day
 */
public record OfficeHours(ZoneId zone, boolean inWashington) {

    /** The fact with the next good time to call, as {@link #moment} writes it. */
    static final String GOOD_TIME = "good_time";

    /** The hours of the offices in Washington. */
    static final OfficeHours WASHINGTON = new OfficeHours(EasternTime.ZONE, true);

    private static final String CAPITAL = "DC";

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    /** By then staff have come in and played the night's voicemail. */
    private static final LocalTime GOOD_FROM = LocalTime.of(9, 15);

    /** After that, a call put on hold may no longer be answered. */
    private static final LocalTime GOOD_UNTIL = LocalTime.of(16, 30);

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    /** More days than any run of weekend days and holidays. */
    private static final int FAR_ENOUGH = 14;

    /** What the hours say about a moment. */
    public enum Now {
        OPEN,
        NIGHT,
        WEEKEND,
        HOLIDAY;

        /** Its name as packs compare it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The hours of a lawmaker's local office. */
    static OfficeHours of(DistrictOffice office) {
        return new OfficeHours(ZoneId.of(office.zone()), office.state().equals(CAPITAL));
    }

    /** Whether the office is usually open at that moment, and if not, why. */
    Now at(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        if (isWeekend(local.toLocalDate())) {
            return Now.WEEKEND;
        } else if (FederalHolidays.isHoliday(local.toLocalDate(), inWashington)) {
            return Now.HOLIDAY;
        }
        LocalTime time = local.toLocalTime();
        return time.isBefore(OPENS) || !time.isBefore(CLOSES) ? Now.NIGHT : Now.OPEN;
    }

    /**
     * The next good time to call: the first moment after this one with a quarter of an hour of usual hours behind it, and in the
     * daytime where the caller lives if possible.
     *
     * @param theirs the zone of the office nearest to the caller, the best the bot knows
     */
    ZonedDateTime goodTimeAfter(Instant now, ZoneId theirs) {
        LocalDate today = now.atZone(zone).toLocalDate();
        for (int days = 0; days <= FAR_ENOUGH; days++) {
            LocalDate day = today.plusDays(days);
            ZonedDateTime good = inTheirDay(day, theirs);
            if (isWorkday(day) && good.toInstant().isAfter(now)) {
                return good;
            }
        }
        throw new IllegalStateException("no workday within " + FAR_ENOUGH + " days of " + today);
    }

    private ZonedDateTime inTheirDay(LocalDate day, ZoneId theirs) {
        ZonedDateTime first = day.atTime(GOOD_FROM).atZone(zone);
        ZonedDateTime there = first.withZoneSameInstant(theirs);
        ZonedDateTime morning = there.with(MORNING);
        if (!there.toLocalTime().isBefore(EVENING)) {
            morning = morning.plusDays(1);
        }
        ZonedDateTime good = morning.isAfter(there) ? morning.withZoneSameInstant(zone) : first;
        return good.isAfter(day.atTime(GOOD_UNTIL).atZone(zone)) ? first : good;
    }

    private boolean isWorkday(LocalDate day) {
        return !isWeekend(day) && !FederalHolidays.isHoliday(day, inWashington);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether the offices in Washington are usually open at a moment, and if not, why. */
    public static Now inWashington(Instant at) {
        return WASHINGTON.at(at);
    }

    /** A moment as facts: {@code instant} and {@code zone} for a timer, and {@code when} for words. */
    static Value.Row moment(ZonedDateTime time) {
        return new Value.Row(Map.of(
                "instant", new Value.Text(time.toInstant().toString()),
                "zone", new Value.Text(time.getZone().getId()),
                "when", new Value.Moment(time.toInstant(), time.getZone())));
    }

    /**
     * The legal public holidays of the United States, computed for any year.
     *
     * <p>The days are those of 5 U.S.C. 6103(a). A holiday on a Saturday is kept on the Friday before (6103(b)), one on a Sunday on
     * the Monday after (Executive Order 11582). Inauguration Day is a holiday in and around Washington only (6103(c)): January 20 of
     * every fourth year, the day after if that is a Sunday, and no other day if it is a Saturday.
     */
    static final class FederalHolidays {

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
}
