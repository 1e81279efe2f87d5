package campaignbot.reminder;

import campaignbot.conversation.JavaStep;
import campaignbot.flow.Value;
import java.util.Set;

/**
 * Notes that no reminder should come just now, as below a text for whoever is in danger; named {@code reminder.hush}.
 *
 * <p>It gives {@code hush}, the present as an ISO instant in UTC, which a pack keeps in memory and nowhere else. {@link Pause}
 * heeds it until the person goes on with something, and no longer than it is held.
 */
public final class Hush implements JavaStep {

    /** The fact that a pack keeps in memory. */
    static final String HUSH = "hush";

    @Override
    public String name() {
        return "reminder.hush";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("hushed");
    }

    @Override
    public Set<String> gives() {
        return Set.of(HUSH);
    }

    @Override
    public Result run(Input input) {
        return Result.of("hushed").with(HUSH, new Value.Text(input.now().toString()));
    }
}
