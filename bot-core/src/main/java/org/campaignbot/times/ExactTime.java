package org.campaignbot.times;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.times.TimeLexicon.Kind;

/**
 * Reads a time that others depend on, from the same words as {@link TimeWords} but without guessing: what can mean two things is
 * given back as the times that it can mean, and what can't be read, is over, or doesn't exist is refused.
 *
 * <p>"Tonight" is at eight, and a morning, noon, afternoon or evening has its usual hour, as for reminders. A day needs its hour,
 * and an hour from one to twelve needs its half of the day. A date without a year is the next one, unless it just passed.
 */
public final class ExactTime {

    private static final int HALF = 12;
    private static final int WEEK = 7;

    /** Within so many days, what organizers plan begins and ends. */
    private static final int SOON_DAYS = 60;

    /** A month and a day, or a day and a month. */
    static final Pattern SLASHED = Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?!\\d)");

    /** The name of Eastern time in the half of the year whose name it has; it tells two equal hours apart. */
    private static final Pattern STANDARD = Pattern.compile("\\b[a-z]st\\b");

    private static final Pattern DAYLIGHT = Pattern.compile("\\b[a-z]dt\\b");

    private ExactTime() {}

    /** What words say about a time. */
    public sealed interface Reading {}

    /** One time. */
    public record At(ZonedDateTime time) implements Reading {}

    /** Words that can mean any of these times, the earliest first. */
    public record Either(Why why, List<ZonedDateTime> times) implements Reading {
        public Either {
            times = List.copyOf(times);
        }
    }

    /** No time: for {@link Why#UNREAD} these words are in the way. */
    public record Not(Why why, String words) implements Reading {}

    /** Why words can't be taken for one time. */
    public enum Why {
        /** Some of the words say nothing about a time. */
        UNREAD,
        /** Neither a day nor an hour. */
        NOTHING,
        /** A day without an hour. */
        NO_HOUR,
        /** No day in particular, such as next week. */
        NO_DAY,
        /** Several times, or a day of the week that isn't that of the date. */
        SEVERAL,
        /** Morning or evening. */
        HALF_OF_DAY,
        /** This day or another, such as today or a week from today. */
        WHICH_DAY,
        /** It's over. */
        PAST,
        /** Clocks skip it in spring. */
        SKIPPED,
        /** Clocks have it twice in fall. */
        TWICE;

        /** The word for it, as {@code no-hour}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Reads a text, as of now in the time zone that's meant. A date such as 12/4 is read month first. If only
     * the other order makes it soon, both are offered.
     */
    public static Reading read(String text, ZonedDateTime now) {
        Reading monthFirst = readAsWritten(text, now);
        Matcher slashed = SLASHED.matcher(text);
        if (!slashed.find()) {
            return monthFirst;
        }
        ZonedDateTime soon = now.plusDays(SOON_DAYS);
        Reading dayFirst = readAsWritten(slashed.replaceFirst("$2/$1"), now);
        List<ZonedDateTime> one = times(monthFirst);
        List<ZonedDateTime> other = times(dayFirst);
        boolean isAsked = other.stream().anyMatch(soon::isAfter) && one.stream().noneMatch(soon::isAfter);
        return isAsked
                ? new Either(
                        Why.WHICH_DAY,
                        Stream.concat(one.stream(), other.stream()).sorted().toList())
                : monthFirst;
    }

    private static List<ZonedDateTime> times(Reading reading) {
        return reading instanceof At at
                ? List.of(at.time())
                : reading instanceof Either either ? either.times() : List.of();
    }

    private static Reading readAsWritten(String text, ZonedDateTime now) {
        TimeScan scan = new TimeScan(text, now.toLocalDate());
        boolean saysDay =
                scan.named != null || !scan.dates.isEmpty() || scan.days > 0 || scan.isToday || scan.isTonight;
        boolean saysHour = scan.hour >= 0 || scan.part >= 0 || scan.isTonight;
        if (scan.isOver || scan.isJustOver) {
            return new Not(Why.PAST, text);
        } else if (scan.isVague || (scan.isNextWeek && scan.named == null)) {
            return new Not(scan.named != null ? Why.SEVERAL : Why.NO_DAY, text);
        } else if (!saysDay && !saysHour && scan.minutes == 0) {
            return new Not(Why.NOTHING, text);
        }
        Set<LocalDate> days = days(scan);
        boolean isTwoHours = scan.hours > 1 && !isDayOfMonth(scan);
        if (!scan.unread.isEmpty() || scan.isUnclear || scan.isEvery) {
            return new Not(Why.UNREAD, String.join(" ", scan.unread));
        } else if (days.isEmpty() || isTwoHours || (scan.minutes > 0 && (saysDay || saysHour))) {
            return new Not(Why.SEVERAL, text);
        } else if (scan.minutes > 0) {
            return new At(now.plusMinutes(scan.minutes).truncatedTo(ChronoUnit.MINUTES));
        } else if (!saysHour) {
            return new Not(Why.NO_HOUR, text);
        }
        return judged(text, times(scan, days, saysDay), saysDay, now);
    }

    private static Reading judged(String text, List<LocalDateTime> times, boolean saysDay, ZonedDateTime now) {
        Set<ZonedDateTime> ahead = new TreeSet<>();
        boolean isSkipped = false;
        boolean isTwice = false;
        boolean isTomorrow = false;
        for (LocalDateTime time : times) {
            // An hour that has passed today may be meant for tomorrow, or be a slip.
            boolean rolls = !saysDay && !time.isAfter(now.toLocalDateTime());
            LocalDateTime meant = rolls ? time.plusDays(1) : time;
            isTomorrow |= rolls;
            List<ZoneOffset> offsets = pinned(
                    text.toLowerCase(Locale.ROOT), now.getZone().getRules().getValidOffsets(meant));
            isSkipped |= offsets.isEmpty();
            isTwice |= offsets.size() > 1;
            offsets.forEach(offset -> ahead.add(ZonedDateTime.ofLocal(meant, now.getZone(), offset)));
        }
        boolean isOne = ahead.size() == 1 && times.size() == 1 && !isTomorrow;
        ahead.removeIf(time -> !time.isAfter(now));
        if (ahead.isEmpty()) {
            return new Not(isSkipped ? Why.SKIPPED : Why.PAST, text);
        } else if (isOne) {
            return new At(ahead.iterator().next());
        } else if (times.size() == 1) {
            return new Either(isTwice ? Why.TWICE : Why.WHICH_DAY, List.copyOf(ahead));
        }
        LocalDate first = times.get(0).toLocalDate();
        boolean isOneDay = times.stream().allMatch(time -> time.toLocalDate().equals(first));
        return new Either(isOneDay ? Why.HALF_OF_DAY : Why.WHICH_DAY, List.copyOf(ahead));
    }

    /** The offset that the name of the time zone asks for, where a clock shows a time twice. */
    private static List<ZoneOffset> pinned(String text, List<ZoneOffset> offsets) {
        boolean isSaid = offsets.size() > 1
                && STANDARD.matcher(text).find() != DAYLIGHT.matcher(text).find();
        return !isSaid ? offsets : List.of(offsets.get(DAYLIGHT.matcher(text).find() ? 0 : 1));
    }

    /** The days that are meant; none if what was said of them doesn't fit together. */
    private static Set<LocalDate> days(TimeScan scan) {
        Set<LocalDate> days = new LinkedHashSet<>(scan.dates);
        if (scan.isToday || scan.isTonight) {
            days.add(scan.today);
        }
        if (days.size() > 1) {
            return Set.of();
        } else if (days.isEmpty() && scan.named != null) {
            days.addAll(weekdays(scan));
        } else if (days.isEmpty()) {
            days.add(scan.today);
        }
        boolean fits = scan.named == null || days.stream().allMatch(day -> day.getDayOfWeek() == scan.named);
        Set<LocalDate> meant = new LinkedHashSet<>();
        days.forEach(day -> meant.add(day.plusDays(scan.days)));
        return fits ? meant : Set.of();
    }

    private static List<LocalDate> weekdays(TimeScan scan) {
        int day = Objects.requireNonNull(scan.named).getValue();
        LocalDate monday = scan.today.minusDays(scan.today.getDayOfWeek().getValue() - 1L);
        LocalDate first = monday.plusDays(day - 1L);
        LocalDate coming = first.isBefore(scan.today) ? first.plusDays(WEEK) : first;
        if (isDayOfMonth(scan)) {
            LocalDate numbered = scan.today.withDayOfMonth(1);
            while (numbered.isBefore(scan.today) || numbered.getDayOfMonth() != scan.loose) {
                numbered = numbered.plusDays(1);
            }
            return List.of(numbered);
        } else if (scan.isNextWeek) {
            return List.of(first.plusDays(WEEK));
        } else if (coming.equals(scan.today)) {
            return scan.isNext ? List.of(coming.plusDays(WEEK)) : List.of(coming, coming.plusDays(WEEK));
        }
        return scan.isNext ? List.of(coming, coming.plusDays(WEEK)) : List.of(coming);
    }

    /** Whether a bare number beside the day of the week is its date, as in "Friday 4 at 6 pm". */
    private static boolean isDayOfMonth(TimeScan scan) {
        return scan.hours == 2 && scan.loose > 0 && scan.named != null && scan.dates.isEmpty();
    }

    private static List<LocalDateTime> times(TimeScan scan, Set<LocalDate> days, boolean saysDay) {
        List<LocalDateTime> times = new ArrayList<>();
        for (LocalDate day : days) {
            for (int hour : hours(scan, saysDay)) {
                times.add(LocalDateTime.of(day.plusDays(hour / 24), LocalTime.of(hour % 24, scan.minute)));
            }
        }
        return times;
    }

    private static boolean isMidnight(TimeScan scan) {
        return scan.part == TimeLexicon.MIDNIGHT && (scan.hour < 0 || scan.hour == HALF);
    }

    /** The hours that are meant, from 0 to 24, and beyond for the small hours of a night. */
    private static List<Integer> hours(TimeScan scan, boolean saysDay) {
        int part = scan.part < 0 && scan.isTonight ? TimeLexicon.NIGHT : scan.part;
        int hour = scan.hour;
        if (isMidnight(scan)) {
            return saysDay && !scan.isTonight ? List.of(0, 24) : List.of(24);
        } else if (hour < 0) {
            return List.of(part);
        } else if (scan.half != null && hour <= HALF) {
            return List.of(hour % HALF + (scan.half == Kind.PM ? HALF : 0));
        } else if (hour > HALF || hour == 0 || scan.isExact) {
            return List.of(hour);
        }
        return switch (part) {
            case TimeLexicon.MORNING, TimeLexicon.SMALL_HOURS -> List.of(hour % HALF);
            case TimeLexicon.NOON, TimeLexicon.AFTERNOON, TimeLexicon.EVENING -> List.of(hour % HALF + HALF);
            case TimeLexicon.NIGHT ->
                hour == HALF
                        ? List.of(24)
                        : hour < TimeLexicon.SMALL_HOURS ? List.of(hour, hour + 24) : List.of(hour + HALF);
            default -> List.of(hour % HALF, hour % HALF + HALF);
        };
    }
}
