package org.campaignbot.outcomes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.campaignbot.directory.EasternTime;

/**
 * All reports of wrong numbers, as an immutable value.
 *
 * @param recent the reports of the last 48 hours, with who made them
 * @param counts reports by number and day, without who made them
 */
public record NumberReports(Set<Recent> recent, SortedMap<String, SortedMap<LocalDate, Long>> counts) {

    /** No report. */
    public static final NumberReports NONE = new NumberReports(Set.of(), new TreeMap<>());

    private static final Duration HASHES_KEPT_FOR = Duration.ofDays(2);

    public NumberReports {
        recent = Set.copyOf(recent);
        SortedMap<String, SortedMap<LocalDate, Long>> copy = new TreeMap<>();
        counts.forEach((number, days) -> copy.put(number, Collections.unmodifiableSortedMap(new TreeMap<>(days))));
        counts = Collections.unmodifiableSortedMap(copy);
    }

    /** A person's report of a number. */
    public record Recent(String reporter, String number, Instant at) {
        LocalDate day() {
            return EasternTime.dateAt(at);
        }
    }

    /** Adds a report, unless the person already made it that day. */
    public NumberReports with(String reporter, String number, Instant at) {
        NumberReports kept = withoutOldHashes(at);
        Recent report = new Recent(reporter, number, at);
        boolean again = kept.recent.stream()
                .anyMatch(each -> each.reporter().equals(reporter)
                        && each.number().equals(number)
                        && each.day().equals(report.day()));
        if (again) {
            return kept;
        }
        Set<Recent> recent = new HashSet<>(kept.recent);
        recent.add(report);
        return new NumberReports(recent, counted(kept.counts, number, report.day(), 1));
    }

    /** Removes a person's report of a number from the last 48 hours. */
    public NumberReports without(String reporter, String number, Instant at) {
        NumberReports kept = withoutOldHashes(at);
        Set<Recent> recent = new HashSet<>(kept.recent);
        SortedMap<String, SortedMap<LocalDate, Long>> counts = kept.counts;
        for (Recent each : kept.recent) {
            if (each.reporter().equals(reporter) && each.number().equals(number)) {
                recent.remove(each);
                counts = counted(counts, number, each.day(), -1);
            }
        }
        return new NumberReports(recent, counts);
    }

    /** Removes all reports of a number; people who reported it today can do so again. */
    public NumberReports dismissed(String number) {
        Set<Recent> recent = new HashSet<>(this.recent);
        recent.removeIf(each -> each.number().equals(number));
        SortedMap<String, SortedMap<LocalDate, Long>> counts = new TreeMap<>(this.counts);
        counts.remove(number);
        return new NumberReports(recent, counts);
    }

    /** Removes the hashes of people whose report is older than 48 hours; the counts stay. */
    public NumberReports withoutOldHashes(Instant now) {
        Set<Recent> recent = new HashSet<>(this.recent);
        recent.removeIf(each -> each.at().isBefore(now.minus(HASHES_KEPT_FOR)));
        return new NumberReports(recent, counts);
    }

    /** How often each number was reported, by number. */
    public List<WrongNumbers.Reported> reported() {
        List<WrongNumbers.Reported> reported = new ArrayList<>();
        counts.forEach((number, days) -> reported.add(new WrongNumbers.Reported(
                number, days.values().stream().mapToLong(Long::longValue).sum(), days.lastKey())));
        return reported;
    }

    private static SortedMap<String, SortedMap<LocalDate, Long>> counted(
            SortedMap<String, SortedMap<LocalDate, Long>> before, String number, LocalDate day, long more) {
        SortedMap<String, SortedMap<LocalDate, Long>> counts = new TreeMap<>(before);
        SortedMap<LocalDate, Long> days = new TreeMap<>(counts.getOrDefault(number, new TreeMap<>()));
        days.merge(day, more, (count, added) -> count + added <= 0 ? null : count + added);
        days.values().removeIf(count -> count <= 0);
        if (days.isEmpty()) {
            counts.remove(number);
        } else {
            counts.put(number, days);
        }
        return counts;
    }
}
