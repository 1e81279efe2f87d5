package campaignbot.action;

import campaignbot.conversation.JavaStep;
import java.util.Set;

/** Leads on as the person chose after a call that failed, by the fact {@code way}; named {@code call.onward}. */
public final class GoOnAfterCall implements JavaStep {

    private static final String WAY = "way";

    private static final String AGAIN = "again";

    @Override
    public String name() {
        return "call.onward";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("next", AGAIN, "skip", "undo");
    }

    @Override
    public Set<String> gives() {
        return Set.of();
    }

    /** Where the choice is not known the call is simply shown again. */
    @Override
    public Result run(Input input) {
        String way = input.facts().text(WAY);
        return Result.of(way != null && outcomes().contains(way) ? way : AGAIN);
    }
}
