package org.campaignbot.directory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The next Congress, seen from a day before it.
 *
 * @param congress its number
 * @param begins its first day, on which every House term is over and a third of those in the Senate
 * @param days how many days are left
 */
public record Turnover(int congress, LocalDate begins, long days) {

    /** How near it is. */
    public enum Stage {
        /** More than 30 days. */
        FAR(Long.MAX_VALUE),
        /** 30 days or fewer. */
        MONTH(30),
        /** A week or less. */
        WEEK(7),
        /** The day before. */
        DAY(1);

        private final long begins;

        Stage(long begins) {
            this.begins = begins;
        }
    }

    /** A reminder is for the day on which a stage begins; a server that was down then says it up to five days later. */
    private static final int DAYS_OF_A_REMINDER = 5;

    /** The one that comes next after a day in Washington. */
    public static Turnover after(LocalDate today) {
        int next = Congress.number(today) + 1;
        LocalDate begins = Congress.start(next);
        return new Turnover(next, begins, ChronoUnit.DAYS.between(today, begins));
    }

    /** How near it is. */
    public Stage stage() {
        return days <= Stage.DAY.begins
                ? Stage.DAY
                : days <= Stage.WEEK.begins ? Stage.WEEK : days <= Stage.MONTH.begins ? Stage.MONTH : Stage.FAR;
    }

    /** Whether its stage began a few days ago at most, so that organizers are to be reminded. */
    public boolean isReminder() {
        return stage() != Stage.FAR && stage().begins - days <= DAYS_OF_A_REMINDER;
    }
}
