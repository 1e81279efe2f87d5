package org.campaignbot.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.flow.Fold;
import org.campaignbot.times.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads a time from words in English and Spanish, such as "tomorrow at nine" or "en dos horas".
 *
 * <p>A plain hour means what people usually mean: one to seven in the afternoon, eight to twelve in the morning or at noon. A day
 * without an hour means nine o'clock. A day of the week is the next one; "next Friday" said on a Thursday is eight days away. A
 * time that the spring clock change skips moves later by the length of the gap, and of two equal times in the fall the first one
 * counts. Unrelated words are skipped, and so are times that aren't meant, as in "Wednesday, not Monday".
 */
public final class TimeWords {

    /** How far ahead a reminder can be, in days. */
    public static final int MOST_DAYS = 60;

    /** The hour for a day without one. */
    private static final int USUAL_HOUR = 9;

    /** From one to this hour, a plain hour is in the afternoon. */
    private static final int LAST_AFTERNOON_HOUR = 7;

    private static final int WEEK = 7;

    /** What asks for a reminder; an hour before it is of something else: "got my 2:40 run. remind me tuesday at 9". */
    private static final Pattern ASKED = Pattern.compile(
            "(?iu)\\b(?:remind|bug|ping|nudge|text|hit) me\\b|\\b(?:recu[eé]rd|acu[eé]rd|av[ií]s)[ae]me\\b|\\bme (?:recuerd|acuerd|avis)[ae]s?\\b");

    /** What tells of something that's over, so that its day is no day for a reminder: "called kelly monday, remind me at 6". */
    private static final Pattern OVER = Pattern.compile(
            "\\b(?:called|talked|spoke|left|tried|got|went|llame|hable|platique|marque|deje|intente|fui)\\b");

    private static final int HALF_A_DAY = 12;

    /** What words say about a time. */
    public sealed interface Meaning {}

    /** A time that a reminder can be set for. */
    public record At(ZonedDateTime time) implements Meaning {}

    /** A time that comes again and again, of which a reminder can be set for the first. */
    public record Every(ZonedDateTime first) implements Meaning {}

    /** A time in the past. */
    public record Past() implements Meaning {}

    /** A time beyond {@link #MOST_DAYS} days. */
    public record Far() implements Meaning {}

    /** No time, or words that could mean any. */
    public record Unclear() implements Meaning {}

    /** A time in place of one that doesn't suit: "nah a las 9 estoy en el jale, mejor como a las 12:30". */
    private static final Pattern RATHER = Pattern.compile(
            "(?:no|nah|nope|nel|uy|ay|mm+|hmm)\\b.*\\b(?:mejor|better|rather|how about|make it|que tal|qué tal)\\b(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

    /** A week after what is set: "the week after then, around noon". */
    private static final Pattern WEEK_LATER = Pattern.compile(
            "\\b(?:the week after|the following week|a week later|(?:la )?(?:otra semana|semana siguiente|siguiente semana))\\b(?! next)");

    private TimeWords() {}

    /** What a text says about a time, as of now in the person's time zone. */
    public static Meaning read(String text, ZonedDateTime now) {
        return read(scan(text, now), now);
    }

    /**
     * What a text says about a time that was already set: a clock time alone keeps its day, and a day alone keeps its clock time.
     *
     * @param set the time that was set, in the same time zone
     */
    public static Meaning change(String text, ZonedDateTime set, ZonedDateTime now) {
        Matcher rather = RATHER.matcher(text.strip());
        if (rather.matches() && scan(rather.group(1), now).saysClock()) {
            return change(rather.group(1), set, now);
        }
        TimeScan scan = scan(text, now);
        boolean saysDay = scan.saysDay() || scan.isToday || scan.isTonight;
        if (!saysDay && scan.saysClock() && WEEK_LATER.matcher(Fold.fold(text)).find()) {
            LocalDate later = set.toLocalDate().plusDays(WEEK);
            return judge(at(later, hour(scan), scan.minute, now), now);
        }
        if (scan.isUnclear || scan.isEvery || scan.isOver || scan.minutes > 0 || scan.saysClock() == saysDay) {
            return read(scan, now);
        }
        if (saysDay) {
            // "Make it Wednesday" about Tuesday in a week means the day after that.
            ZonedDateTime inItsWeek = set.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .with(TemporalAdjusters.nextOrSame(day(scan).getDayOfWeek()));
            if (scan.weekday && !scan.isNext && inItsWeek.isAfter(now)) {
                return judge(inItsWeek, now);
            }
            ZonedDateTime time = set.with(day(scan));
            boolean isNextWeek = scan.weekday && !time.isAfter(now);
            return judge(isNextWeek ? time.plusDays(WEEK) : time, now);
        }
        ZonedDateTime time = at(set.toLocalDate(), hour(scan), scan.minute, now);
        // "Make it eight" about this evening means the evening, too.
        ZonedDateTime other = time.plusHours(HALF_A_DAY);
        boolean isLater = !time.isAfter(now)
                && scan.half == null
                && scan.part < 0
                && scan.hour <= HALF_A_DAY
                && other.toLocalDate().equals(set.toLocalDate());
        ZonedDateTime earlier = scan.isEarlier ? earlier(scan, set, now) : null;
        ZonedDateTime meant = earlier != null ? earlier : isLater ? other : time;
        return meant.isAfter(now) ? judge(meant, now) : read(scan, now);
    }

    /** The last time before the one that is set that a plain hour can be: "m\u00e1s temprano, a las 7" for nine in the morning; null if none. */
    private static @Nullable ZonedDateTime earlier(TimeScan scan, ZonedDateTime set, ZonedDateTime now) {
        if (scan.half != null || scan.part >= 0 || scan.hour < 1 || scan.hour > HALF_A_DAY) {
            return null;
        }
        ZonedDateTime morning = at(set.toLocalDate(), scan.hour % HALF_A_DAY, scan.minute, now);
        ZonedDateTime evening = morning.plusHours(HALF_A_DAY);
        return evening.isBefore(set) ? evening : morning.isBefore(set) ? morning : null;
    }

    /** Whether a text says any day, time of day, or span of time from now. */
    public static boolean says(String text, LocalDate today) {
        TimeScan scan = new TimeScan(MeantTime.of(text, today), today);
        return scan.saysTime() && !scan.isUnclear;
    }

    /** Whether a text says a time and nothing else. */
    public static boolean saysOnly(String text, LocalDate today) {
        TimeScan scan = new TimeScan(text, today);
        return scan.saysTime() && scan.unread.isEmpty();
    }

    /** Whether a text only says which time is not possible, as "I can't at nine" does. */
    public static boolean isRefused(String text, LocalDate today) {
        return MeantTime.isRefused(text, today);
    }

    private static TimeScan scan(String text, ZonedDateTime now) {
        Matcher asked = ASKED.matcher(text);
        if (asked.find()) {
            String told = text.substring(0, asked.start());
            TimeScan before = scanned(told, now);
            TimeScan after = scanned(text.substring(asked.end()), now);
            boolean isOfBefore = before.saysDay()
                    && !after.saysDay()
                    && !OVER.matcher(Fold.fold(told)).find();
            if (after.saysClock() && (before.saysClock() || before.saysDay())) {
                return isOfBefore ? after.onDayOf(before) : after;
            }
        }
        return scanned(text, now);
    }

    private static TimeScan scanned(String text, ZonedDateTime now) {
        return new TimeScan(MeantTime.of(text, now.toLocalDate()), now.toLocalDate());
    }

    private static LocalDate day(TimeScan scan) {
        return (scan.day != null ? scan.day : scan.today).plusDays(scan.days);
    }

    private static Meaning read(TimeScan scan, ZonedDateTime now) {
        Meaning once = once(scan, now);
        if (!scan.isEvery) {
            return once;
        }
        return once instanceof At first ? new Every(first.time()) : new Unclear();
    }

    private static Meaning once(TimeScan scan, ZonedDateTime now) {
        if (scan.isUnclear) {
            return new Unclear();
        } else if (scan.isOver) {
            return new Past();
        } else if (scan.minutes > 0 && !scan.saysDay()) {
            return judge(now.plusMinutes(scan.minutes).truncatedTo(ChronoUnit.SECONDS), now);
        }
        boolean saysTime = scan.saysClock();
        boolean saysDay = scan.saysDay();
        if (!saysTime && !saysDay) {
            return new Unclear();
        }
        LocalDate day = day(scan);
        ZonedDateTime time = at(day, hour(scan), scan.minute, now);
        boolean onlyToday = !saysDay && (scan.isToday || scan.isTonight);
        if (!time.isAfter(now) && onlyToday) {
            time = laterToday(scan, time, now);
        } else if (!time.isAfter(now) && !saysDay) {
            time = at(day.plusDays(1), hour(scan), scan.minute, now);
        } else if (scan.weekday && day.equals(scan.today) && (!saysTime || !time.isAfter(now))) {
            time = at(day.plusDays(WEEK), hour(scan), scan.minute, now);
        }
        return judge(time, now);
    }

    private static Meaning judge(ZonedDateTime time, ZonedDateTime now) {
        if (!time.isAfter(now)) {
            return new Past();
        }
        return time.isAfter(now.plusDays(MOST_DAYS)) ? new Far() : new At(time);
    }

    /** "Today at nine", said at ten, means the evening; "tonight", said at nine in the evening, means in an hour. */
    private static ZonedDateTime laterToday(TimeScan scan, ZonedDateTime time, ZonedDateTime now) {
        ZonedDateTime other = scan.hour < 0 && scan.isTonight ? now.plusHours(1) : time.plusHours(12);
        boolean mayBe = scan.hour < 0 ? scan.isTonight : scan.half == null && scan.part < 0 && scan.hour <= 12;
        return mayBe && other.toLocalDate().equals(now.toLocalDate()) ? other.truncatedTo(ChronoUnit.MINUTES) : time;
    }

    private static ZonedDateTime at(LocalDate day, int hour, int minute, ZonedDateTime now) {
        return ZonedDateTime.of(day.plusDays(hour / 24), LocalTime.of(hour % 24, minute), now.getZone());
    }

    /** The intended hour from 0 to 24. */
    private static int hour(TimeScan scan) {
        int part = scan.part < 0 && scan.isTonight ? TimeLexicon.NIGHT : scan.part;
        int hour = scan.hour;
        if (hour < 0) {
            return part < 0 ? USUAL_HOUR : part;
        } else if (hour > 12 || hour == 0) {
            return hour;
        } else if (scan.half != null) {
            return hour % 12 + (scan.half == Kind.PM ? 12 : 0);
        }
        return switch (part) {
            case TimeLexicon.MORNING, TimeLexicon.SMALL_HOURS -> hour % 12;
            case TimeLexicon.AFTERNOON, TimeLexicon.EVENING -> hour % 12 + 12;
            case TimeLexicon.NIGHT -> hour == 12 ? 24 : hour < TimeLexicon.SMALL_HOURS ? hour : hour + 12;
            case TimeLexicon.MIDNIGHT -> 24;
            default -> hour <= LAST_AFTERNOON_HOUR && !scan.isEarly ? hour + 12 : hour;
        };
    }
}
