package campaignbot.reminder;

import campaignbot.conversation.JavaStep;
import java.util.Set;

/** Tells whether the clocks to choose from are still held, so that a question about them can be asked; named {@code zone.options}. */
public final class ZoneOptions implements JavaStep {

    @Override
    public String name() {
        return "zone.options";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("ready", "lost");
    }

    @Override
    public Set<String> gives() {
        return Set.of();
    }

    @Override
    public Result run(Input input) {
        return Result.of(input.facts().value(Zones.OPTIONS) == null ? "lost" : "ready");
    }
}
