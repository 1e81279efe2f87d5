package org.campaignbot.times;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads a time that others depend on, from the same words as {@link TimeWords} but without guessing: what can mean two things is
 * given back as the times that it can mean, and what can't be read, is over, or doesn't exist is refused.
 *
 * <p>"Tonight" is at eight, and a morning, noon, afternoon or evening has its usual hour, as for reminders. A day needs its hour,
 * and an hour from one to twelve needs its half of the day. A date without a year is the next one, unless it just passed.
 * Words such as "Pacific" or "PT" make it a time of that zone, which is given back in the zone that's meant otherwise.
 */
public final class ExactTime {

    private static final int HALF = 12;
    private static final int WEEK = 7;

    /** Within so many days, what organizers plan begins and ends. */
    private static final int SOON_DAYS = 60;

    /** A month and a day, or a day and a month. */
    static final Pattern SLASHED = Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?!\\d)");

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

    /**
     * No time.
     *
     * @param words for {@link Why#UNREAD} those in the way, or else all of them
     * @param date for {@link Why#WRONG_DAY} the date whose day of the week is another one; or else null
     */
    public record Not(Why why, String words, @Nullable LocalDate date) implements Reading {

        /** What has nothing to do with a date. */
        public Not(Why why, String words) {
            this(why, words, null);
        }
    }

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
        /** Several times. */
        SEVERAL,
        /** A day of the week that isn't that of the date. */
        WRONG_DAY,
        /** Morning or evening. */
        HALF_OF_DAY,
        /** This day or another, such as today or a week from today. */
        WHICH_DAY,
        /** It's over. */
        PAST,
        /** Clocks skip it in spring. */
        SKIPPED,
        /** Clocks have it twice in fall. */
        TWICE,
        /** The name of the zone is that of the other half of the year, such as PST in summer. */
        SEASON;

        /** The word for it, as {@code no-hour}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A text that is read: as of now in its zone, from this day on, with the time for a day alone or null. */
    private record Typed(
            ZoneWords.Said said,
            ZonedDateTime now,
            LocalDate today,
            @Nullable LocalTime usual) {
        String text() {
            return said.rest();
        }

        Typed with(String text) {
            return new Typed(
                    new ZoneWords.Said(said.zones(), said.isStandard(), said.isDaylight(), text), now, today, usual);
        }
    }

    /**
     * Reads a text, as of now in the time zone that's meant unless the text names another American one. A date such as 12/4 is read month
     * first. If only the other order makes it soon, both are offered.
     */
    public static Reading read(String text, ZonedDateTime now) {
        return read(text, now, null);
    }

    /**
     * Reads a text in which a day alone has an hour, too.
     *
     * @param usual the time of such a day; null if a day needs its hour
     */
    public static Reading read(String text, ZonedDateTime now, @Nullable LocalTime usual) {
        ZoneWords.Said said = ZoneWords.in(text);
        if (said.zones().size() > 1) {
            return new Not(Why.SEVERAL, text);
        }
        ZoneId zone = said.zones().stream().findFirst().orElse(now.getZone());
        ZonedDateTime there = now.withZoneSameInstant(zone);
        // The usual time is by the clock that's meant, and a day with another zone asks for that zone's hour.
        LocalTime closing = zone.equals(now.getZone()) ? usual : null;
        Reading reading = inEitherOrder(new Typed(said, there, there.toLocalDate(), closing));
        if (!there.toLocalDate().equals(now.toLocalDate())) {
            reading = either(reading, inEitherOrder(new Typed(said, there, now.toLocalDate(), closing)));
        }
        Reading inSeason = inSeason(reading, said, there);
        if (inSeason instanceof Not not) {
            return not.words().equals(said.rest()) ? new Not(not.why(), text, not.date()) : not;
        } else if (inSeason instanceof Either either) {
            return new Either(either.why(), in(now.getZone(), either.times()));
        }
        return new At(((At) inSeason).time().withZoneSameInstant(now.getZone()));
    }

    private static List<ZonedDateTime> in(ZoneId zone, List<ZonedDateTime> times) {
        return times.stream().map(each -> each.withZoneSameInstant(zone)).toList();
    }

    /** Late in the evening out west it's tomorrow in the East, so "tomorrow" may be that of either clock. */
    private static Reading either(Reading here, Reading there) {
        Set<ZonedDateTime> times = new TreeSet<>(times(here));
        times.addAll(times(there));
        return here.equals(there) || times.isEmpty() ? here : new Either(Why.WHICH_DAY, List.copyOf(times));
    }

    /** "July 6 at 5 pm PST" can mean the clock there, which has PDT, or an hour later: both are offered. */
    private static Reading inSeason(Reading reading, ZoneWords.Said said, ZonedDateTime now) {
        if (said.isStandard() == said.isDaylight()) {
            return reading;
        }
        ZoneRules rules = now.getZone().getRules();
        Set<ZonedDateTime> times = new TreeSet<>(times(reading));
        for (ZonedDateTime time : times(reading)) {
            if (rules.isDaylightSavings(time.toInstant()) != said.isDaylight()) {
                times.add(said.isDaylight() ? time.minusHours(1) : time.plusHours(1));
            }
        }
        times.removeIf(time -> !time.isAfter(now));
        return times.equals(Set.copyOf(times(reading)))
                ? reading
                : new Either(reading instanceof Either either ? either.why() : Why.SEASON, List.copyOf(times));
    }

    private static Reading inEitherOrder(Typed typed) {
        Reading monthFirst = readAsWritten(typed);
        Matcher slashed = SLASHED.matcher(typed.text());
        if (!slashed.find()) {
            return monthFirst;
        }
        ZonedDateTime soon = typed.now.plusDays(SOON_DAYS);
        Reading dayFirst = readAsWritten(typed.with(slashed.replaceFirst("$2/$1")));
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

    private static Reading readAsWritten(Typed typed) {
        String text = typed.text();
        ZonedDateTime now = typed.now;
        TimeScan scan = new TimeScan(text, typed.today);
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
        } else if (days.isEmpty() && dates(scan).size() == 1) {
            return new Not(Why.WRONG_DAY, text, dates(scan).iterator().next());
        } else if (days.isEmpty() || isTwoHours || (scan.minutes > 0 && (saysDay || saysHour))) {
            return new Not(Why.SEVERAL, text);
        } else if (scan.minutes > 0) {
            return new At(now.plusMinutes(scan.minutes).truncatedTo(ChronoUnit.MINUTES));
        } else if (!saysHour) {
            return dayAlone(typed, scan, days);
        }
        return judged(typed, times(scan, days, saysDay), saysDay);
    }

    /** A day without an hour: at the usual time, unless that's over for today, or another hour may be meant, as by "before Friday". */
    private static Reading dayAlone(Typed typed, TimeScan scan, Set<LocalDate> days) {
        Reading noHour = new Not(Why.NO_HOUR, typed.text());
        LocalTime usual = typed.usual;
        if (usual == null || scan.isEarly || scan.isUpTo) {
            return noHour;
        }
        Reading reading =
                judged(typed, days.stream().map(day -> day.atTime(usual)).toList(), true);
        return reading instanceof Not not && not.why() == Why.PAST && days.contains(typed.today) ? noHour : reading;
    }

    private static Reading judged(Typed typed, List<LocalDateTime> times, boolean saysDay) {
        String text = typed.text();
        ZonedDateTime now = typed.now;
        Set<ZonedDateTime> ahead = new TreeSet<>();
        boolean isSkipped = false;
        boolean isTwice = false;
        boolean isTomorrow = false;
        for (LocalDateTime time : times) {
            // An hour that has passed today may be meant for tomorrow, or be a slip.
            boolean rolls = !saysDay && !time.isAfter(now.toLocalDateTime());
            LocalDateTime meant = rolls ? time.plusDays(1) : time;
            isTomorrow |= rolls;
            List<ZoneOffset> offsets =
                    pinned(typed.said, now.getZone().getRules().getValidOffsets(meant));
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
    private static List<ZoneOffset> pinned(ZoneWords.Said said, List<ZoneOffset> offsets) {
        boolean isSaid = offsets.size() > 1 && said.isStandard() != said.isDaylight();
        return !isSaid ? offsets : List.of(offsets.get(said.isDaylight() ? 0 : 1));
    }

    /** The days that are meant; none if what was said of them doesn't fit together. */
    private static Set<LocalDate> days(TimeScan scan) {
        Set<LocalDate> days = dates(scan);
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

    /** The days that were said by a date, or as today or tomorrow. */
    private static Set<LocalDate> dates(TimeScan scan) {
        Set<LocalDate> days = new LinkedHashSet<>(scan.dates);
        if (scan.isToday || scan.isTonight) {
            days.add(scan.today);
        }
        return days;
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
