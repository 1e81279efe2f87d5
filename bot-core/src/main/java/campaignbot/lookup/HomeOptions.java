package campaignbot.lookup;

import campaignbot.conversation.JavaStep;
import java.util.Set;

/** Tells whether the options of the last look-up are still held, so that a question about them can be asked; named {@code home.options}. */
public final class HomeOptions implements JavaStep {

    @Override
    public String name() {
        return "home.options";
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
        return Result.of(input.facts().value(Home.CANDIDATES) == null ? "lost" : "ready");
    }
}
