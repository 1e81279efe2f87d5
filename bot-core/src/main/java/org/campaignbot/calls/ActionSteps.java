package org.campaignbot.calls;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Value;

/** The steps that read the records of actions of any kind. */
public final class ActionSteps {

    /** The most actions to list: few enough to take in at a glance, with the button to the menu. */
    private static final int MOST = 5;

    private static final String FOUND = "open-actions";

    private ActionSteps() {}

    public static List<JavaStep> all() {
        return List.of(
                new JavaStep(
                                "action.status",
                                "Says whether an action can be taken today, by its record and its days.",
                                Set.of(),
                                Set.of("open", "retargeted", "closed"),
                                List.of(),
                                ActionSteps::status)
                        .with("action:action"),
                new JavaStep(
                        "action.open",
                        "Lists up to five open actions, in the order of records.yaml.",
                        Set.of(),
                        Set.of("some", "none"),
                        StepValue.of("open-actions[label value]"),
                        ActionSteps::open));
    }

    /** Reports the status of the action that {@code action} names, from its record and its window of Eastern days. */
    private static Result status(Input input) {
        String name = input.with().getOrDefault("action", "");
        Value record = input.facts().records().get(name);
        Action action = record == null ? null : Action.of(name, record);
        if (action == null) {
            throw new IllegalStateException("there is no action \"" + name + "\" among the records");
        }
        Action.Standing standing = action.on(EasternTime.dateAt(input.now()));
        return Result.of(standing.isOpen() ? standing.word() : "closed");
    }

    /** Lists the first open actions, in the author's order, as rows to choose from. */
    private static Result open(Input input) {
        LocalDate today = EasternTime.dateAt(input.now());
        List<Value.Row> rows = Action.all(input.facts().records())
                .filter(action -> !action.flow().isEmpty() && action.on(today).isOpen())
                .limit(MOST)
                .map(action ->
                        new Value.Row(Map.of("label", title(action, input), "value", new Value.Text(action.flow()))))
                .toList();
        return Result.of(rows.isEmpty() ? "none" : "some").with(FOUND, new Value.Rows(rows));
    }

    private static Value title(Action action, Input input) {
        return action.title() instanceof Value.Translated title
                ? new Value.Text(title.in(input.language()))
                : action.title();
    }
}
