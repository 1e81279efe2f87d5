package org.campaignbot.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The clock of Congress: terms begin and end by the date in Washington. */
public final class EasternTime {

    /** The time zone of Washington. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private EasternTime() {}

    /** The date in Washington at an instant. */
    public static LocalDate dateAt(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The local time in Washington at an instant. */
    public static LocalDateTime timeAt(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }

    /** The instant of a local time in Washington; in the hour that repeats in autumn, the first one. */
    public static Instant instantOf(LocalDateTime time) {
        return time.atZone(ZONE).toInstant();
    }
}
