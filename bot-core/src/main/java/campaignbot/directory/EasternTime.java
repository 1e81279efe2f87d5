package campaignbot.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The clock of Congress: terms begin and end by the date in Washington. */
public final class EasternTime {

    private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");

    private EasternTime() {}

    /** The date in Washington at that instant. */
    public static LocalDate dateAt(Instant instant) {
        return LocalDate.ofInstant(instant, WASHINGTON);
    }
}
