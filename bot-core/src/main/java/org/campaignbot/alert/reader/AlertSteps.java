package org.campaignbot.alert.reader;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;
import org.jspecify.annotations.Nullable;

/** The step behind an alert's button. */
public final class AlertSteps {

    private static final String FLOW = "alert_flow";
    private static final String ZONE = "zone";

    private final Supplier<Directory> directory;

    private AlertSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        AlertSteps steps = new AlertSteps(directory);
        return List.of(new JavaStep(
                "alerts.open",
                "Says where the button of an alert leads now.",
                Set.of("alert_action", "alert_standing", "home", "signup_home", "signup_zone", "zone"),
                Set.of("open", "closed", "over"),
                StepValue.of("alert_flow zone home"),
                steps::open));
    }

    /**
     * Decides where an alert's button leads. If the reader's conversation no longer has their home and time zone, they come from
     * the subscription.
     */
    private Result open(Input input) {
        Facts facts = input.facts();
        String standing = Objects.requireNonNullElse(facts.text(AlertFilter.STANDING), AlertFilter.OPEN);
        Action action = action(facts);
        if (!standing.equals(AlertFilter.OPEN) || action == null) {
            return Result.of("over");
        }
        Value.Text flow = new Value.Text(action.flow());
        if (!action.on(EasternTime.dateAt(input.now())).isOpen()) {
            return Result.of("closed").with(FLOW, flow);
        }
        Result result = taken(Result.of("open").with(FLOW, flow), facts, ZONE, AlertFilter.ZONE);
        return Home.of(facts, directory.get()) == null ? taken(result, facts, Home.HOME, AlertFilter.HOME) : result;
    }

    private static @Nullable Action action(Facts facts) {
        String name = facts.text(AlertFilter.ACTION);
        Value record = name == null ? null : facts.records().get(name);
        Action action = record == null ? null : Action.of(Objects.requireNonNull(name), record);
        return action == null || action.flow().isEmpty() ? null : action;
    }

    /** Copies a fact into the conversation if it isn't known there. */
    private static Result taken(Result result, Facts facts, String fact, String from) {
        String there = facts.text(from);
        return facts.text(fact) != null || there == null ? result : result.with(fact, new Value.Text(there));
    }
}
