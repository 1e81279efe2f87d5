package org.campaignbot.outcomes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whole calendar weeks, Monday to Sunday, or whole months. A report has no other periods, so that nobody can ask for a day.
 *
 * @param first its first day
 * @param last its last day
 */
public record Period(LocalDate first, LocalDate last) {

    public Period {
        if (!isWhole(first, last)) {
            throw new IllegalArgumentException(first + " to " + last + " isn't whole weeks or months");
        }
    }

    /** Whether two days begin and end whole weeks, or whole months. */
    public static boolean isWhole(LocalDate first, LocalDate last) {
        return !last.isBefore(first) && (areWeeks(first, last) || areMonths(first, last));
    }

    /** Whole months. */
    public static Period ofMonths(YearMonth first, YearMonth last) {
        return new Period(first.atDay(1), last.atEndOfMonth());
    }

    /** Whole weeks, from that of one day to that of another. */
    public static Period ofWeeks(LocalDate inFirst, LocalDate inLast) {
        return new Period(
                inFirst.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                inLast.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
    }

    /** Whether it's whole weeks. */
    public boolean isWeeks() {
        return areWeeks(first, last);
    }

    /** Whether it's whole months; four weeks of a February may be both. */
    public boolean isMonths() {
        return areMonths(first, last);
    }

    /** The first days of its weeks; the days before the first Monday belong to none. */
    public List<LocalDate> weeks() {
        return first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                .datesUntil(last.plusDays(1), java.time.Period.ofWeeks(1))
                .toList();
    }

    /** Its months. */
    public List<YearMonth> months() {
        return Stream.iterate(
                        YearMonth.from(first),
                        month -> !month.isAfter(YearMonth.from(last)),
                        month -> month.plusMonths(1))
                .toList();
    }

    /** Whether a day is in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static boolean areWeeks(LocalDate first, LocalDate last) {
        return first.getDayOfWeek() == DayOfWeek.MONDAY && last.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean areMonths(LocalDate first, LocalDate last) {
        return first.getDayOfMonth() == 1 && last.equals(YearMonth.from(last).atEndOfMonth());
    }
}
