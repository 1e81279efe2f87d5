package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.flow.Value;
import java.util.Objects;
import java.util.Set;

/**
 * Adds a chosen seat to those that are done, or takes it out again; named {@code seat.mark}. It is told {@code fact}, which keeps
 * the seat, {@code in}, which lists those done, and for taking out {@code undo}, a fact that says {@code yes} where it is to be; else nothing changes.
 */
public final class MarkSeat implements JavaStep {

    /** The fact that lists the seats that were written to, held in memory. */
    public static final String WRITTEN = "written";

    @Override
    public String name() {
        return "seat.mark";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("marked");
    }

    @Override
    public Set<String> gives() {
        return Set.of(WRITTEN);
    }

    @Override
    public Result run(Input input) {
        String list = Objects.requireNonNull(input.with().get("in"), "no list is named");
        String before = Objects.requireNonNullElse(input.facts().text(list), "");
        String seat = Objects.requireNonNullElse(
                input.facts().text(Objects.requireNonNullElse(input.with().get("fact"), "")), "");
        String others = (" " + before + " ").replace(" " + seat + " ", " ").strip();
        String undo = input.with().get("undo");
        String after = undo == null
                ? (others + " " + seat).strip()
                : "yes".equals(input.facts().text(undo)) ? others : before;
        return Result.of("marked").with(list, new Value.Text(after));
    }
}
