package org.campaignbot.times;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.campaignbot.flow.Fold;

/**
 * Reads the day of a fact: {@code today}, {@code ayer}, {@code Nov. 27}, {@code 27 de noviembre}, {@code 11/27}, {@code 2026-11-27}.
 *
 * <p>Unlike a time to come, it may be over: a date without a year is the nearest such day, at most half a year away. Nothing is guessed:
 * a day of the week alone, an hour, a word that says nothing about a day, or a date that may have its day first gives no day.
 */
public final class ExactDay {

    private static final int MONTHS = 12;

    private static final Set<String> YESTERDAY = Set.of("yesterday", "ayer");

    private ExactDay() {}

    /** The day that a text names, as of today; empty if it doesn't name exactly one. */
    public static Optional<LocalDate> read(String text, LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException inWords) {
            // Read below.
        }
        if (YESTERDAY.contains(Fold.fold(text))) {
            return Optional.of(today.minusDays(1));
        }
        if (mayHaveItsDayFirst(text)) {
            return Optional.empty();
        }
        TimeScan scan = new TimeScan(text, today);
        Set<LocalDate> days = new LinkedHashSet<>(scan.dates);
        if (scan.isToday) {
            days.add(today);
        }
        boolean saysMore = !scan.unread.isEmpty()
                || scan.isUnclear
                || scan.isEvery
                || scan.isVague
                || scan.isNextWeek
                || scan.isTonight
                || scan.isOver
                || scan.hours > 0
                || scan.part >= 0
                || scan.minutes > 0
                || scan.days > 0;
        if (saysMore || days.size() != 1) {
            return Optional.empty();
        }
        // The reader of times to come takes a date that just passed for the next year's.
        LocalDate named = days.iterator().next();
        LocalDate day = scan.isJustOver ? named.minusYears(1) : named;
        return scan.named == null || scan.named == day.getDayOfWeek() ? Optional.of(day) : Optional.empty();
    }

    private static boolean mayHaveItsDayFirst(String text) {
        Matcher slashed = ExactTime.SLASHED.matcher(text);
        if (!slashed.find()) {
            return false;
        }
        int first = Integer.parseInt(slashed.group(1));
        int second = Integer.parseInt(slashed.group(2));
        return first != second && first <= MONTHS && second <= MONTHS;
    }
}
