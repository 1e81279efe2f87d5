package org.campaignbot.calls;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Value;

/** When offices in Congress usually answer, for people asked to call before the office is known. */
public final class UsualHours {


    private UsualHours() {}

    /**
     * Whether the offices in Washington, or those where the caller lives, are usually open now.
     *
     * @param theirs the caller's zone
     */
    public static boolean open(Instant now, ZoneId theirs) {
        return new OfficeHours(EasternTime.ZONE, true).at(now) == OfficeHours.Now.OPEN
                || new OfficeHours(theirs, false).at(now) == OfficeHours.Now.OPEN;
    }

    /** The next nine o'clock in the caller's zone at which offices there open, in the form of {@link #moment}. */
    public static Value.Row nextOpening(Instant now, ZoneId theirs) {
        return moment(new OfficeHours(theirs, false).opensAfter(now));
    }

    /** A moment as facts: {@code instant} and {@code zone} for a timer, and {@code when} for words. */
    static Value.Row moment(ZonedDateTime time) {
        return new Value.Row(Map.of(
                "instant", new Value.Text(time.toInstant().toString()),
                "zone", new Value.Text(time.getZone().getId()),
                "when", new Value.Moment(time.toInstant(), time.getZone())));
    }
}
