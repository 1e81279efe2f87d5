package campaignbot.action;

import campaignbot.flow.Value;
import campaignbot.people.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** When offices in Congress usually answer, for whoever is asked to call before it is known which office it will be. */
public final class UsualHours {

    static final ZoneId EASTERN = ZoneId.of("America/New_York");

    private UsualHours() {}

    /**
     * Whether the offices in Washington, or those where the caller lives, are usually open now.
     *
     * @param theirs the caller's zone
     */
    public static boolean open(Instant now, ZoneId theirs) {
        return new OfficeHours(EASTERN, true).at(now) == OfficeHours.Now.OPEN
                || new OfficeHours(theirs, false).at(now) == OfficeHours.Now.OPEN;
    }

    /** The next nine o'clock by the caller's clock at which the offices there open, as {@link #moment} tells it. */
    public static Value.Row nextOpening(Instant now, ZoneId theirs, Language language) {
        return moment(new OfficeHours(theirs, false).opensAfter(now), language);
    }

    /**
     * A moment as facts that words can name: its {@code instant} and {@code zone} for a timer, and {@code weekday}, {@code day} and
     * {@code time} in a language.
     */
    static Value.Row moment(ZonedDateTime time, Language language) {
        Locale locale = language.locale();
        // Written out, since a locale's short time differs between versions of the JDK, and so do the spaces in it.
        String clock =
                DateTimeFormatter.ofPattern("h:mm a", locale).format(time).replaceAll("[\\u00a0\\u202f]", " ");
        return new Value.Row(Map.of(
                "instant", new Value.Text(time.toInstant().toString()),
                "zone", new Value.Text(time.getZone().getId()),
                "weekday",
                        new Value.Text(
                                DateTimeFormatter.ofPattern("EEEE", locale).format(time)),
                "day", new Value.Day(time.toLocalDate()),
                "time", new Value.Text(clock)));
    }
}
