package org.campaignbot.alert.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.campaignbot.directory.EasternTime;

/** Reads and writes the times that organizers type: {@code 2026-11-25 18:00}, by the clock of Washington. */
public final class AlertTime {

    /** Shows the format to people who are asked for a time. */
    public static final String FORM = "2026-11-25 18:00, Eastern time";

    private static final DateTimeFormatter EASTERN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private AlertTime() {}

    /** Reads a time as {@link #FORM}, or with its offset as {@code 2026-11-25T18:00:00-05:00}; empty for anything else. */
    public static Optional<Instant> read(String text) {
        String time = text.strip();
        try {
            return Optional.of(
                    time.indexOf('T') > 0
                            ? OffsetDateTime.parse(time).toInstant()
                            : EasternTime.instantOf(LocalDateTime.parse(time, EASTERN)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** Writes a time for organizers: to the minute, Eastern. */
    public static String write(Instant instant) {
        return EASTERN.format(EasternTime.timeAt(instant));
    }
}
