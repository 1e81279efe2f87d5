package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.EasternTime;
import campaignbot.flow.Action;
import campaignbot.flow.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists the first five actions that are open, in the author's order, as rows to choose from: the step {@code action.open}. */
public final class OpenActions implements JavaStep {

    /** Actions that are listed; with the button to the menu a reader takes them in at a glance. */
    private static final int MOST = 5;

    private static final String FOUND = "open-actions";

    @Override
    public String name() {
        return "action.open";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("some", "none");
    }

    @Override
    public Set<String> gives() {
        return Set.of(FOUND);
    }

    @Override
    public Result run(Input input) {
        LocalDate today = EasternTime.dateAt(input.now());
        List<Value.Row> rows = new ArrayList<>();
        input.facts().records().forEach((name, record) -> {
            Action action = Action.of(name, record);
            if (action != null && !action.flow().isEmpty() && action.on(today).isOpen() && rows.size() < MOST) {
                rows.add(new Value.Row(Map.of("label", title(action, input), "value", new Value.Text(action.flow()))));
            }
        });
        return Result.of(rows.isEmpty() ? "none" : "some").with(FOUND, new Value.Rows(rows));
    }

    private static Value title(Action action, Input input) {
        return action.title() instanceof Value.Translated title
                ? new Value.Text(title.in(input.language()))
                : action.title();
    }
}
