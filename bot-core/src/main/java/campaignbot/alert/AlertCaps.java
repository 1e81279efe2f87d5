package campaignbot.alert;

import campaignbot.directory.EasternTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How many alerts a person gets at most, counted by days in Washington, so that one a week may come on the same weekday.
 *
 * @param aWeek in seven days
 * @param aMonth in thirty days
 */
public record AlertCaps(int aWeek, int aMonth) {

    /** How many days back alerts count. */
    public static final int DAYS = 30;

    private static final int WEEK = 7;

    /**
     * Whether one more may be sent.
     *
     * @param earlier when others were sent
     */
    public boolean allow(List<Instant> earlier, Instant now) {
        return count(earlier, now, WEEK) < aWeek && count(earlier, now, DAYS) < aMonth;
    }

    private static long count(List<Instant> earlier, Instant now, int days) {
        LocalDate over = EasternTime.dateAt(now).minusDays(days);
        return earlier.stream()
                .filter(each -> EasternTime.dateAt(each).isAfter(over))
                .count();
    }
}
