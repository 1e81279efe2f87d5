package org.campaignbot.alert.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.subscriptions.Subscriber;

/**
 * How many alerts a person gets at most, counted by days in Washington, so that a weekly alert can come on the same weekday.
 *
 * @param aWeek in seven days
 * @param aMonth in thirty days
 */
public record AlertCaps(int aWeek, int aMonth) {

    /** How many days back alerts count. */
    static final int DAYS = 30;

    private static final int WEEK = 7;

    /**
     * Whether one more may be sent.
     *
     * @param earlier when others were sent
     */
    boolean allow(List<Instant> earlier, Instant now) {
        return count(earlier, now, WEEK) < aWeek && count(earlier, now, DAYS) < aMonth;
    }

    /** Which subscribers may not get one more now, as persons. */
    Set<String> reached(List<Subscriber> some, Recipients recipients, Instant now) {
        List<String> persons = some.stream().map(Subscriber::person).distinct().toList();
        // One day more than counts, because days begin at midnight in Washington.
        Map<String, List<Instant>> sent = recipients.sent(persons, now.minus(Duration.ofDays(DAYS + 1)), now);
        return persons.stream()
                .filter(each -> !allow(sent.getOrDefault(each, List.of()), now))
                .collect(Collectors.toSet());
    }

    private static long count(List<Instant> earlier, Instant now, int days) {
        LocalDate over = EasternTime.dateAt(now).minusDays(days);
        return earlier.stream()
                .filter(each -> EasternTime.dateAt(each).isAfter(over))
                .count();
    }
}
