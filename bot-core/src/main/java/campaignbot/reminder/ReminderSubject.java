package campaignbot.reminder;

import campaignbot.conversation.JavaStep;
import campaignbot.conversation.Repair;
import campaignbot.flow.Fold;
import campaignbot.flow.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells which flow a person wants to be reminded of; named {@code reminder.subject}.
 *
 * <p>Its arguments are flows with words for each. What the person's own words name comes first, then the flow being talked
 * about (of a reminder: that which it is about), then what another flow said before in {@code remind_flow}.
 */
public final class ReminderSubject implements JavaStep {

    private static final String SUBJECT = "remind_flow";

    @Override
    public String name() {
        return "reminder.subject";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("known", "unknown");
    }

    @Override
    public Set<String> gives() {
        return Set.of(SUBJECT);
    }

    @Override
    public Result run(Input input) {
        List<String> said =
                List.of(Fold.fold(Objects.requireNonNullElse(input.facts().text("when"), ""))
                        .split(" ", -1));
        for (Map.Entry<String, String> flow : new TreeMap<>(input.with()).entrySet()) {
            if (List.of(flow.getValue().split(" ", -1)).stream().anyMatch(said::contains)) {
                return known(flow.getKey());
            }
        }
        String waiting = input.facts().text(Facts.WAITING_FLOW);
        if (waiting != null && input.with().containsKey(waiting)) {
            return known(waiting);
        }
        String due = input.facts().text(Repair.DUE);
        if (due != null && Repair.REMINDER.equals(waiting)) {
            return known(due);
        }
        return Result.of(input.facts().text(SUBJECT) == null ? "unknown" : "known");
    }

    private static Result known(String flow) {
        return Result.of("known").with(SUBJECT, new Value.Text(flow));
    }
}
