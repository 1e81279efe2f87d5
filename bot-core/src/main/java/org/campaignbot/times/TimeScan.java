package org.campaignbot.times;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.flow.Fold;
import org.campaignbot.times.TimeLexicon.Kind;
import org.campaignbot.times.TimeLexicon.Word;
import org.jspecify.annotations.Nullable;

/** Goes through the words of a text once and collects what they say about a time; other words are skipped. */
final class TimeScan {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:x(\\d{2}))?(am|pm|a|p|h|hs)?");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(m|min|mins|h|hr|hrs|d)");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})d(\\d{1,2})");
    private static final Pattern FULL_DATE = Pattern.compile("(\\d{4})[yi](\\d{1,2})[yi](\\d{1,2})");
    /** "Enough for one morning" names no hour. */
    private static final Set<String> PARTS_OF_A_DAY = Set.of("morning", "afternoon", "evening", "night", "day");

    private static final Set<String> ARTICLES = Set.of("a", "an", "un", "una");
    private static final Set<String> BEFORE_A_CLOCK = Set.of("at", "las", "la", "around");
    private static final Set<String> ABOUT = Set.of("like", "about", "maybe", "como", "tipo");
    private static final Set<String> BEFORE_A_SPAN = Set.of("in", "en", "within", "dentro", "de");
    private static final Set<String> OVER = Set.of("ago", "hace");
    private static final Set<String> AGAIN_AND_AGAIN =
            Set.of("every", "each", "cada", "todos", "todas", "daily", "weekly");

    /** Words that may stand between those of a time and add nothing to it. */
    private static final Set<String> FILLERS =
            Set.copyOf(List.of(("at on in the of and by from around about this oclock sharp please pls"
                            + " el la las los al de del en por para y dentro within a este esta que viene dia hora horas favor a eastern et est edt time early temprano until till hasta")
                    .split(" ", -1)));

    /** Words that add nothing at the beginning, though elsewhere they do, as in "the day before Friday". */
    private static final Set<String> UP_TO = Set.of("before", "antes");

    /** Words that set an hour before noon: "tempranito, a las 7", "at 7 before church". After "too", they complain. */
    private static final Pattern EARLY = Pattern.compile(
            "(?<!\\b(?:too|so|muy|tan|demasiado|mas|not|no) )\\b(?:early|bright and early|first thing|tempran\\w+)\\b(?! (?:dinner|supper|afternoon|evening|night))"
                    + "|\\b(?:before|antes de|antes del|antes d) (?:la )?(?:church|mass|breakfast|sunrise|dawn|school|work|misa|desayun\\w+|amanecer|escuela|entrar al trabajo)\\b");

    private static final Pattern EARLIER = Pattern.compile("\\b(?:earlier|mas tempran\\w+)\\b");

    /** Any number above this is too large, whatever it counts. */
    private static final int MOST = 99_999;

    /** A date without a year is this far ahead at most, or else it's one that just passed. */
    private static final int FAR_DAYS = 183;

    /** Marks: how certain it is that a number is an hour. */
    private static final int BARE = 1;

    private static final int MARKED = 2;

    final LocalDate today;
    private final List<String> words;

    /** Whole minutes from now, or 0. */
    int minutes;
    /** Whole days from today or from the named day, or 0. */
    int days;
    /** The named day, or null. */
    @Nullable
    LocalDate day;
    /** Whether the named day is a day of the week that may be today. */
    boolean weekday;

    /** The day of the week that was named, or null. */
    @Nullable
    DayOfWeek named;

    /** Whether "next" stands beside the day of the week, and whether the next week was named. */
    boolean isNext;

    boolean isNextWeek;
    /** The days that were named by a date, or as tomorrow. */
    final Set<LocalDate> dates = new LinkedHashSet<>();
    /** Whether a date without a year just passed, so that it was taken for the next year's. */
    boolean isJustOver;
    /** Whether more than one day of the week was named, or words for no day in particular, such as the weekend. */
    boolean isVague;
    /** Words that say nothing about a time. */
    final List<String> unread = new ArrayList<>();
    /** How many hours were said, and a bare number that a clearer hour replaced, or -1. */
    int hours;

    int loose = -1;
    /** Whether the hour is by a clock of 24 hours for sure, as in 06:30. */
    boolean isExact;

    boolean isToday;
    /** Whether the text begins with "before". */
    boolean isUpTo;

    boolean isTonight;
    boolean isOver;
    boolean isUnclear;

    /** Whether the time comes again and again: "every Wednesday". */
    boolean isEvery;

    /** Whether the hour is meant before noon, though neither half of the day was said. */
    final boolean isEarly;
    /** Whether an earlier time than the one that is set is asked for. */
    final boolean isEarlier;
    /** The usual hour of a part of the day, or -1. */
    int part = -1;
    /** The hour as spoken, or -1. */
    int hour = -1;

    int minute;
    /** {@link Kind#AM} or {@link Kind#PM} if spoken, else null. */
    @Nullable
    Kind half;

    private int sure;
    /** Whether the date was as in 2026-12-02, which goes with a clock of 24 hours. */
    private boolean isIso;

    private int afterDate = -1;

    TimeScan(String text, LocalDate today) {
        this.today = today;
        String folded = Fold.fold(text);
        this.isEarly = EARLY.matcher(folded).find();
        this.isEarlier = EARLIER.matcher(folded).find();
        this.words = List.of(Fold.fold(TimeNotation.of(text, namesDay(folded))).split(" ", -1));
        for (int i = 0; i < words.size(); ) {
            i = Math.max(i + 1, read(i));
        }
    }

    /** This hour on the day that another text says. */
    TimeScan onDayOf(TimeScan other) {
        day = other.day;
        days = other.days;
        weekday = other.weekday;
        named = other.named;
        isNext = other.isNext;
        isNextWeek = other.isNextWeek;
        dates.addAll(other.dates);
        return this;
    }

    /** Whether a day or a time was said, or a span of time from now. */
    boolean saysTime() {
        return saysDay() || saysClock() || isToday || minutes > 0;
    }

    /** Whether a day other than today was said. */
    boolean saysDay() {
        return day != null || days > 0;
    }

    /** Whether an hour or a part of the day was said. */
    boolean saysClock() {
        return hour >= 0 || part >= 0 || isTonight;
    }

    private String word(int at) {
        return at < 0 || at >= words.size() ? "" : words.get(at);
    }

    private @Nullable Word meaning(int at) {
        return TimeLexicon.of(word(at));
    }

    private boolean is(int at, Kind kind) {
        Word word = meaning(at);
        return word != null && word.kind() == kind;
    }

    /** Reads what starts at a word; returns where to continue. */
    private int read(int at) {
        String text = word(at);
        isOver |= OVER.contains(text);
        isUpTo |= at == 0 && UP_TO.contains(text);
        if (AGAIN_AND_AGAIN.contains(text)) {
            boolean isPeriod = text.endsWith("ly") || isPeriod(at + 1) || isPeriod(at + 2);
            isEvery |= isPeriod;
            isUnclear |= !isPeriod;
        }
        int after = half(at);
        after = after == at ? span(at) : after;
        after = after == at ? date(at) : after;
        after = after == at ? clock(at) : after;
        if (after != at) {
            return after;
        }
        Word word = meaning(at);
        if (word != null) {
            name(at, word);
        } else if (text.equals("weekend") || (text.equals("fin") && word(at + 2).equals("semana"))) {
            day = today.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
            isVague = true;
        } else if (!FILLERS.contains(text) && !(at == 0 && UP_TO.contains(text))) {
            unread.add(text);
        }
        return at + 1;
    }

    private boolean isPeriod(int at) {
        Word word = meaning(at);
        return word != null && Set.of(Kind.WEEKDAY, Kind.UNIT, Kind.PART).contains(word.kind());
    }

    /** "half an hour", "media hora", "half past nine", "quarter to ten". */
    private int half(int at) {
        boolean half = word(at).equals("half") || word(at).equals("media");
        boolean quarter = word(at).equals("quarter");
        if (!half && !quarter) {
            return at;
        }
        int next = at + 1;
        if (word(next).equals("past") || word(next).equals("to") || word(next).equals("after")) {
            Word number = meaning(next + 1);
            int said = number != null && number.kind() == Kind.NUMBER ? number.worth() : digits(word(next + 1));
            if (said >= 1 && said <= 12) {
                boolean before = word(next).equals("to");
                hour(before ? (said == 1 ? 12 : said - 1) : said, half ? 30 : before ? 45 : 15, MARKED);
                return next + 2;
            }
        }
        while (word(next).equals("an") || word(next).equals("a") || word(next).equals("of")) {
            next++;
        }
        Word unit = meaning(next);
        if (unit != null && unit.kind() == Kind.UNIT && unit.worth() == TimeLexicon.HOUR) {
            minutes += half ? 30 : 15;
            return next + 1;
        }
        return at;
    }

    /** "two hours", "in 30 minutes", "una hora y media", "2h". */
    private int span(int at) {
        Matcher joined = SPAN.matcher(word(at));
        boolean isHour = BEFORE_A_CLOCK.contains(word(at - 1)) || names(at - 1);
        if (joined.matches() && !(joined.group(2).equals("h") && isHour)) {
            int worth = switch (joined.group(2).charAt(0)) {
                case 'h' -> TimeLexicon.HOUR;
                case 'd' -> TimeLexicon.DAY;
                default -> TimeLexicon.MINUTE;
            };
            add(digits(joined.group(1)), worth, false);
            return at + 1;
        }
        if (BEFORE_A_CLOCK.contains(word(at - 1))
                && !BEFORE_A_SPAN.contains(word(at - 2))
                && is(at, Kind.NUMBER)
                && !is(at + 1, Kind.UNIT)) {
            return at;
        }
        if (word(at - 2).equals("a") && Set.of("la", "las").contains(word(at - 1)) && number(at) >= 0) {
            // In "a las 4 hora del Pacífico" the hour is one on the clock.
            return at;
        }
        int next = at;
        int number = -1;
        while (number(next) >= 0
                || (number >= 0 && (word(next).equals("of") || word(next).equals("de")))) {
            int said = number(next);
            if (said >= 0) {
                // "a couple" and "twenty five" are one number in two words.
                number = number < 0 || ARTICLES.contains(word(next - 1)) ? said : number + said;
            }
            next++;
        }
        boolean andHalf = number >= 0 && isAndHalf(next);
        next += andHalf ? (word(next).equals("y") ? 2 : 3) : 0;
        Word unit = meaning(next);
        if (number < 0 || unit == null || unit.kind() != Kind.UNIT) {
            return at;
        }
        next++;
        if (isAndHalf(next)) {
            andHalf = true;
            next += word(next).equals("y") ? 2 : 3;
        }
        add(number, unit.worth(), andHalf);
        return next;
    }

    private boolean isAndHalf(int at) {
        return (word(at).equals("and")
                        && word(at + 1).equals("a")
                        && word(at + 2).equals("half"))
                || (word(at).equals("y")
                        && (word(at + 1).equals("media") || word(at + 1).equals("medio")));
    }

    private void add(int number, int worth, boolean andHalf) {
        long whole = (long) number * worth + (andHalf ? worth / 2 : 0);
        if (worth < TimeLexicon.DAY) {
            minutes += (int) whole;
        } else {
            days += (int) (whole / TimeLexicon.DAY);
        }
    }

    private int number(int at) {
        Word word = meaning(at);
        return word != null && word.kind() == Kind.NUMBER ? word.worth() : digits(word(at));
    }

    private static int digits(String word) {
        return word.matches("\\d{1,9}") ? Math.min(Integer.parseInt(word), MOST) : -1;
    }

    /** "November 27", "27 de noviembre", "11/27", "the 27th", "el 27". */
    private int date(int at) {
        Matcher full = FULL_DATE.matcher(word(at));
        if (full.matches()) {
            isIso = word(at).indexOf('i') > 0;
            return on(digits(full.group(1)), digits(full.group(2)), digits(full.group(3)), at + 1);
        }
        Matcher numbers = DATE.matcher(word(at));
        Matcher ordinal = ORDINAL.matcher(word(at));
        if (numbers.matches()) {
            int first = Integer.parseInt(numbers.group(1));
            int second = Integer.parseInt(numbers.group(2));
            return first > 12 ? on(second, first, at + 1) : on(first, second, at + 1);
        }
        Word word = meaning(at);
        if (word != null && word.kind() == Kind.MONTH) {
            int next = word(at + 1).equals("the") ? at + 2 : at + 1;
            Matcher th = ORDINAL.matcher(word(next));
            int number = th.matches() ? Integer.parseInt(th.group(1)) : digits(word(next));
            if (number <= 0) {
                unread.add(word(at));
                return at + 1;
            }
            return on(word.worth(), number, next + 1);
        }
        int number = ordinal.matches() ? Integer.parseInt(ordinal.group(1)) : number(at);
        int next = word(at + 1).equals("de") || word(at + 1).equals("of") ? at + 2 : at + 1;
        Word month = meaning(next);
        if (number > 0 && month != null && month.kind() == Kind.MONTH) {
            return on(month.worth(), number, next + 1);
        }
        boolean named = word(at - 1).equals("el") || word(at - 1).equals("dia");
        if (ordinal.matches() || (named && digits(word(at)) > 0)) {
            boolean over = number < today.getDayOfMonth();
            return on(today.plusMonths(over ? 1 : 0).getMonthValue(), number, at + 1);
        }
        return at;
    }

    /** A day of a month, with the year if one follows: "December 2, 2026", "2 de diciembre del 2026". */
    private int on(int month, int dayOfMonth, int next) {
        int after = word(next).equals("de") || word(next).equals("del") ? next + 1 : next;
        int year = digits(word(after));
        if (Math.abs(year - today.getYear()) <= 1) {
            return on(year, month, dayOfMonth, after + 1);
        }
        try {
            boolean isOver = MonthDay.of(month, dayOfMonth).isBefore(MonthDay.from(today));
            // MonthDay.atYear would make February 29 the 28th in a year without it.
            LocalDate meant = LocalDate.of(today.getYear() + (isOver ? 1 : 0), month, dayOfMonth);
            isJustOver |= meant.isAfter(today.plusDays(FAR_DAYS));
            day = meant;
            dates.add(meant);
        } catch (DateTimeException noSuchDay) {
            isUnclear = true;
        }
        afterDate = next;
        return next;
    }

    private int on(int year, int month, int dayOfMonth, int next) {
        try {
            day = LocalDate.of(year, month, dayOfMonth);
            dates.add(day);
        } catch (DateTimeException noSuchDay) {
            isUnclear = true;
        }
        afterDate = next;
        return next;
    }

    /** "9", "9:30", "3pm", "at nine", "las nueve y media", "nine thirty". */
    private int clock(int at) {
        String before = word(at - 1);
        boolean marked = BEFORE_A_CLOCK.contains(before);
        // "7 de la mañana" is an hour, "3 de la lista" isn't.
        boolean isOfPart = word(at + 1).equals("de") && word(at + 2).equals("la") && names(at + 3);
        marked |= isOfPart;
        boolean isHour = marked || names(at - 1) || half(word(at + 1)) != null;
        if (isHour && word(at).matches("\\d{3,4}")) {
            int number = Integer.parseInt(word(at));
            hour(number / 100, number % 100, MARKED);
            return more(at + 1, false);
        }
        Matcher clock = CLOCK.matcher(word(at));
        if (clock.matches()) {
            marked |= clock.group(2) != null
                    || clock.group(3) != null
                    || half(word(at + 1)) != null
                    || word(at + 1).equals("oclock");
            isExact |= (isIso || clock.group(1).startsWith("0")) && clock.group(2) != null && clock.group(3) == null;
            hour(
                    Integer.parseInt(clock.group(1)),
                    clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2)),
                    marked ? MARKED : bare(at));
            if (clock.group(3) != null && !clock.group(3).startsWith("h")) {
                half = clock.group(3).startsWith("a") ? Kind.AM : Kind.PM;
            }
            return more(at + 1, clock.group(2) == null);
        }
        Word word = meaning(at);
        if (word == null
                || word.kind() != Kind.NUMBER
                || (word(at).equals("one") && PARTS_OF_A_DAY.contains(word(at + 1)))
                || (ARTICLES.contains(word(at)) && !(word(at).equals("una") && before.equals("la")))) {
            return at;
        }
        hour(
                word.worth(),
                0,
                marked || half(word(at + 1)) != null || word(at + 1).equals("oclock") ? MARKED : bare(at));
        return more(at + 1, true);
    }

    /** The minutes and the half of the day after an hour. */
    private int more(int at, boolean minutesMayFollow) {
        int next = at;
        if (minutesMayFollow && hour >= 0) {
            String word = word(next);
            boolean less = word.equals("menos");
            if (word.equals("y") || less) {
                String amount = word(next + 1);
                int said = amount.equals("media") ? 30 : amount.equals("cuarto") ? 15 : number(next + 1);
                if (said > 0 && said < 60) {
                    hour = less ? (hour == 1 ? 12 : hour - 1) : hour;
                    minute = less ? 60 - said : said;
                    next += 2;
                }
            } else if (number(next) >= 10
                    && number(next) < 60
                    && !is(next + 1, Kind.UNIT)
                    && !is(next + 1, Kind.MONTH)) {
                minute = number(next);
                sure = MARKED;
                next++;
            }
        }
        Kind said = half(word(next));
        if (said != null) {
            half = said;
            sure = MARKED;
            next++;
        }
        return next;
    }

    private static @Nullable Kind half(String word) {
        Word meaning = TimeLexicon.of(word);
        return meaning != null && (meaning.kind() == Kind.AM || meaning.kind() == Kind.PM) ? meaning.kind() : null;
    }

    /** A number without an hour mark counts as an hour next to a day or a part of one, or if almost nothing else was said. */
    private int bare(int at) {
        boolean minutesFollow = number(at + 1) >= 10 && number(at + 1) < 60 && !is(at + 2, Kind.UNIT);
        boolean endsDate = at == afterDate && at == words.size() - 1;
        // "Tonight like 9" is an hour; "like 9 people" isn't.
        boolean isAbout = ABOUT.contains(word(at - 1)) && (names(at - 2) || at == words.size() - 1);
        boolean isBare = words.size() == 1 || endsDate || isAbout || names(at - 1) || names(at + 1);
        return minutesFollow ? MARKED : isBare ? BARE : 0;
    }

    private static boolean namesDay(String folded) {
        return Arrays.stream(folded.split(" ", -1)).anyMatch(TimeScan::names);
    }

    private boolean names(int at) {
        return names(word(at));
    }

    /** Whether a word names a day or a part of one. */
    private static boolean names(String text) {
        Word word = TimeLexicon.of(text);
        return word != null
                && Set.of(Kind.WEEKDAY, Kind.TODAY, Kind.TOMORROW, Kind.TONIGHT, Kind.PART)
                        .contains(word.kind());
    }

    private void hour(int said, int minutesSaid, int sureness) {
        hours++;
        if (said <= 24 && minutesSaid < 60 && sureness > sure && (said <= 12 || sureness == MARKED)) {
            loose = hour;
            hour = said;
            minute = minutesSaid;
            sure = sureness;
        } else {
            unread.add(Integer.toString(said));
        }
    }

    /** A word that names a day or a part of one. */
    private void name(int at, Word word) {
        String before = word(at - 1);
        boolean next =
                is(at - 1, Kind.NEXT) || is(at + 1, Kind.NEXT) || word(at + 2).equals("viene");
        switch (word.kind()) {
            case TODAY -> isToday = true;
            case TONIGHT -> isTonight = true;
            case YESTERDAY -> isOver = true;
            case TOMORROW -> tomorrow(at, before);
            case WEEKDAY -> {
                isVague |= named != null && named.getValue() != word.worth();
                named = DayOfWeek.of(word.worth());
                isNext |= next;
                int ahead = Math.floorMod(word.worth() - today.getDayOfWeek().getValue(), 7);
                day = today.plusDays(next && ahead == 1 ? 8 : ahead);
                weekday = !next || ahead > 1;
                day = next && ahead == 0 ? today.plusDays(7) : day;
            }
            case UNIT -> {
                isNextWeek |= next && word.worth() == TimeLexicon.WEEK;
                isVague |= next && word.worth() != TimeLexicon.WEEK;
                if (next && word.worth() == TimeLexicon.WEEK) {
                    day = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
                } else if (next && word.worth() == TimeLexicon.MONTH) {
                    day = today.plusMonths(1);
                }
            }
            case PART -> {
                // "Más tarde" is later, and "enough for one morning" is no morning to come.
                boolean isMeant = !before.equals("mas") && !before.equals("one");
                boolean isThis = isMeant && (before.equals("esta") || before.equals("this"));
                part = isMeant ? word.worth() : part;
                isTonight |= isThis && word.worth() == TimeLexicon.NIGHT;
                isToday |= isThis;
            }
            case NUMBER -> {
                if (!ARTICLES.contains(word(at))) {
                    unread.add(word(at));
                }
            }
            default -> {}
        }
    }

    /** In Spanish the word for tomorrow also means morning; the word before it decides. */
    private void tomorrow(int at, String before) {
        boolean spanish = word(at).startsWith("m");
        if (spanish && (before.equals("la") || before.equals("esta"))) {
            part = TimeLexicon.MORNING;
            isToday |= before.equals("esta");
        } else {
            boolean dayAfter = before.equals("pasado")
                    || (before.equals("after") && word(at - 2).equals("day"));
            day = today.plusDays(dayAfter ? 2 : 1);
            if (dayAfter) {
                unread.remove(spanish ? "pasado" : "after");
            }
            dates.add(day);
        }
    }
}
