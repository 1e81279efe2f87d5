package campaignbot.reminder;

import campaignbot.conversation.JavaStep;
import campaignbot.conversation.State;
import campaignbot.flow.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Tells whether the person is in the middle of something, so that a reminder waits for a pause; named {@code reminder.pause}.
 *
 * <p>It gives {@code pause}: the {@code instant} at which to try again, and the {@code zone} for the effect {@code remind}.
 */
public final class Pause implements JavaStep {

    /** Nobody is interrupted who did something this short a time ago, in minutes. */
    static final int MINUTES = 1;

    /** Nor whoever was given help in danger and has done nothing since, in minutes; no fact is held in memory for longer. */
    static final int HUSHED_MINUTES = State.HOLD_MINUTES;

    @Override
    public String name() {
        return "reminder.pause";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("quiet", "busy");
    }

    @Override
    public Set<String> gives() {
        return Set.of("pause");
    }

    @Override
    public Result run(Input input) {
        Instant last = second(input, Facts.LAST_TURN);
        boolean isHushed = !second(input, Hush.HUSH).isBefore(last);
        Instant free = last.plus(Duration.ofMinutes(isHushed ? HUSHED_MINUTES : MINUTES));
        if (!free.isAfter(input.now())) {
            return Result.of("quiet");
        }
        return Result.of("busy")
                .with(
                        "pause",
                        new Value.Row(Map.of(
                                "instant",
                                new Value.Text(free.toString()),
                                "zone",
                                new Value.Text(Zones.of(input.facts())
                                        .map(zone -> zone.getId())
                                        .orElse("UTC")))));
    }

    /** An instant in whole seconds, so that a chat that was written down by the second goes the same way again. */
    private static Instant second(Input input, String fact) {
        return Instant.parse(Objects.requireNonNullElse(input.facts().text(fact), Instant.EPOCH.toString()))
                .truncatedTo(ChronoUnit.SECONDS);
    }
}
