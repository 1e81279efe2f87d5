package org.campaignbot.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.flow.Fold;

/**
 * The days that a text names in English or Spanish, as "by Friday" and "antes del 4 de diciembre" do. Short forms of weekdays aren't
 * read, since "sun" and "mar" are words of their own. Neither are dates in digits alone: to a Spanish reader 12/4 is April 12.
 */
public record SaidDays(Set<DayOfWeek> weekdays, Set<MonthDay> dates) {

    /** The shortest weekday in full is "lunes". */
    private static final int IN_FULL = 5;

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?");

    public SaidDays {
        weekdays = Set.copyOf(weekdays);
        dates = Set.copyOf(dates);
    }

    /** The days in a text. */
    public static SaidDays in(String text) {
        List<String> words = List.of(Fold.fold(text).split(" ", -1));
        Set<DayOfWeek> weekdays = new TreeSet<>();
        Set<MonthDay> dates = new TreeSet<>();
        for (int i = 0; i < words.size(); i++) {
            TimeLexicon.Word word = TimeLexicon.exactly(words.get(i));
            if (word == null) {
                continue;
            }
            if (word.kind() == TimeLexicon.Kind.WEEKDAY && words.get(i).length() >= IN_FULL) {
                weekdays.add(DayOfWeek.of(word.worth()));
            } else if (word.kind() == TimeLexicon.Kind.MONTH) {
                // "4 de diciembre" and "4 December", or else "December 4".
                int before = i > 0 && words.get(i - 1).equals("de") ? i - 2 : i - 1;
                int number = number(words, before) > 0 ? number(words, before) : number(words, i + 1);
                Month month = Month.of(word.worth());
                if (number > 0 && number <= month.maxLength()) {
                    dates.add(MonthDay.of(month, number));
                }
            }
        }
        return new SaidDays(weekdays, dates);
    }

    private static int number(List<String> words, int at) {
        Matcher number = NUMBER.matcher(at >= 0 && at < words.size() ? words.get(at) : "");
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }

    /** Whether no day is named. */
    public boolean isEmpty() {
        return weekdays.isEmpty() && dates.isEmpty();
    }

    /** Whether both may mean the same days. "Friday" and "December 4" may; "Friday" and "Thursday" don't, and neither do "Friday" and no day. */
    public boolean fits(SaidDays other) {
        return isEmpty() == other.isEmpty() && fit(weekdays, other.weekdays) && fit(dates, other.dates);
    }

    private static <T> boolean fit(Set<T> one, Set<T> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /**
     * The last of the days, each taken as the next one from this date on; empty if no day is named. A weekday is never this date
     * itself: for that, people say "today".
     */
    public Optional<LocalDate> last(LocalDate from) {
        return Stream.concat(
                        weekdays.stream().map(day -> from.with(TemporalAdjusters.next(day))),
                        dates.stream().map(day -> next(day, from)))
                .max(Comparator.naturalOrder());
    }

    private static LocalDate next(MonthDay day, LocalDate from) {
        LocalDate date = day.atYear(from.getYear());
        return date.isBefore(from) ? day.atYear(from.getYear() + 1) : date;
    }

    /** The days as a reader in a locale writes them: "Friday, December 4". */
    public String in(Locale locale) {
        String pattern = locale.getLanguage().equals("es") ? "d 'de' MMMM" : "MMMM d";
        DateTimeFormatter dated = DateTimeFormatter.ofPattern(pattern, locale);
        return Stream.concat(
                        weekdays.stream().sorted().map(day -> day.getDisplayName(TextStyle.FULL, locale)),
                        dates.stream().sorted().map(dated::format))
                .collect(Collectors.joining(", "));
    }
}
