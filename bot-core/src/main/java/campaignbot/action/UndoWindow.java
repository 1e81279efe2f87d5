package campaignbot.action;

import campaignbot.conversation.JavaStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Tells whether the last report can still be taken back, which it can for 30 seconds; named {@code undo.window}. It is
 * {@code nothing} where none is remembered, or it was taken back already.
 */
public final class UndoWindow implements JavaStep {

    /** The fact that says when the last report was made, held in memory. */
    static final String REPORTED_AT = "reported_at";

    /** How long a report can be taken back: long enough to see a slip of the finger, short enough that totals stand still. */
    static final Duration LENGTH = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "undo.window";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("open", "over", "nothing");
    }

    @Override
    public Set<String> gives() {
        return Set.of();
    }

    @Override
    public Result run(Input input) {
        String reported = input.facts().text(REPORTED_AT);
        if (reported == null) {
            return Result.of("nothing");
        }
        return Result.of(input.now().isAfter(Instant.parse(reported).plus(LENGTH)) ? "over" : "open");
    }
}
