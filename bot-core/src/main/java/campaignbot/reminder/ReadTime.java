package campaignbot.reminder;

import campaignbot.conversation.Expectation;
import campaignbot.conversation.JavaStep;
import campaignbot.flow.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the time that a person asked to be reminded at, in the person's time zone; named {@code reminder.read}.
 *
 * <p>It gives {@code moment}: {@code instant} and {@code zone} for the effect {@code remind}; {@code when} for the words; {@code
 * night}, which is {@code yes} from nine in the evening to eight in the morning; and {@code lasting}, which is {@code no} where a reminder is lost when the process ends.
 */
public final class ReadTime implements JavaStep {

    private static final String WHEN = "when";
    private static final int NIGHT_BEGINS = 21;
    private static final int NIGHT_ENDS = 8;

    private final boolean lasting;

    /**
     * A step for an installation.
     *
     * @param lasting whether its timers outlive the process
     */
    public ReadTime(boolean lasting) {
        this.lasting = lasting;
    }

    @Override
    public String name() {
        return "reminder.read";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("ready", "ask", "past", "far", "unclear", "no-zone");
    }

    @Override
    public Set<String> gives() {
        return Set.of("moment");
    }

    @Override
    public Result run(Input input) {
        String words = input.facts().text(WHEN);
        Optional<ZoneId> zone = Zones.of(input.facts());
        if (words == null || zone.isEmpty()) {
            return Result.of(words == null ? "ask" : "no-zone");
        }
        TimeReading reading = TimeWords.read(words, input.now().atZone(zone.get()));
        if (reading instanceof TimeReading.At at) {
            return Result.of("ready").with("moment", moment(at.time()));
        }
        return Result.of(
                reading instanceof TimeReading.Past ? "past" : reading instanceof TimeReading.Far ? "far" : "unclear");
    }

    private Value moment(ZonedDateTime time) {
        boolean night = time.getHour() >= NIGHT_BEGINS || time.getHour() < NIGHT_ENDS;
        return new Value.Row(Map.of(
                "instant", new Value.Text(time.toInstant().toString()),
                "zone", new Value.Text(time.getZone().getId()),
                "when", new Value.Moment(time.toInstant(), time.getZone()),
                "night", new Value.Text(night ? "yes" : "no"),
                "lasting", new Value.Text(lasting ? "yes" : "no")));
    }

    /** Recognises words for a time, one that is over or too far too; named {@code time}. */
    public static Expectation expectation() {
        return new Expectation() {
            @Override
            public String name() {
                return "time";
            }

            @Override
            public boolean recognizes(String text, Instant now) {
                return !(TimeWords.read(text, now.atZone(ZoneOffset.UTC)) instanceof TimeReading.Unclear);
            }
        };
    }
}
