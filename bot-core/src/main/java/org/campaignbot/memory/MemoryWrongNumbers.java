package org.campaignbot.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.outcomes.WrongNumbers;

/** Reports of wrong numbers in this process's memory: who made one is kept for 48 hours, how many there were for longer. */
public final class MemoryWrongNumbers implements WrongNumbers {

    private static final Duration REPORTERS_KEPT_FOR = Duration.ofDays(2);

    private final Set<Recent> recent = new HashSet<>();
    private final SortedMap<String, SortedMap<LocalDate, Long>> counts = new TreeMap<>();

    private record Recent(String reporter, String number, Instant at) {
        LocalDate day() {
            return EasternTime.dateAt(at);
        }

        boolean isOf(String whom, String which) {
            return reporter.equals(whom) && number.equals(which);
        }
    }

    @Override
    public synchronized void report(String reporter, String number, Instant at) {
        dropReporters(at);
        Recent report = new Recent(reporter, number, at);
        // One report of a number a person and day.
        if (recent.stream()
                .noneMatch(each -> each.isOf(reporter, number) && each.day().equals(report.day()))) {
            recent.add(report);
            count(number, report.day(), 1);
        }
    }

    @Override
    public synchronized void withdraw(String reporter, String number, Instant at) {
        dropReporters(at);
        List<Recent> withdrawn =
                recent.stream().filter(each -> each.isOf(reporter, number)).toList();
        withdrawn.forEach(recent::remove);
        withdrawn.forEach(each -> count(number, each.day(), -1));
    }

    @Override
    public synchronized void dismiss(String number) {
        recent.removeIf(each -> each.number().equals(number));
        counts.remove(number);
    }

    @Override
    public synchronized List<Reported> reported() {
        List<Reported> reported = new ArrayList<>();
        counts.forEach((number, days) -> reported.add(new Reported(
                number, days.values().stream().mapToLong(Long::longValue).sum(), days.lastKey())));
        return reported;
    }

    private void dropReporters(Instant now) {
        recent.removeIf(each -> each.at().isBefore(now.minus(REPORTERS_KEPT_FOR)));
    }

    private void count(String number, LocalDate day, long more) {
        SortedMap<LocalDate, Long> days = counts.computeIfAbsent(number, each -> new TreeMap<>());
        days.merge(day, more, (count, added) -> count + added <= 0 ? null : count + added);
        days.values().removeIf(count -> count <= 0);
        if (days.isEmpty()) {
            counts.remove(number);
        }
    }
}
