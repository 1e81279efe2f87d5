package org.campaignbot.subscriptions;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.States;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;

/** The steps for signing up for alerts: for which place, and about what. */
public final class SubscriptionSteps {

    private static final String TOPICS = "alert_topics";

    private final Supplier<Directory> directory;

    private SubscriptionSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        SubscriptionSteps steps = new SubscriptionSteps(directory);
        return List.of(
                new JavaStep(
                        "alerts.scope",
                        "Says whether alerts are on, for which state and district, and about what.",
                        Set.of("alert_topic", "alerts", "home"),
                        Set.of("on", "off"),
                        StepValue.of(
                                "alert_place=district|none|state alert_home alert_home_name alert_state alert_state_name",
                                "alert_topic_name"),
                        steps::scope),
                new JavaStep(
                        "alerts.topics",
                        "Lists what alerts can be about.",
                        Set.of(),
                        Set.of("some", "none"),
                        StepValue.of("alert_topics[label value]"),
                        SubscriptionSteps::topics));
    }

    /**
     * Gives the state, the district if known, and the topic that alerts would be for. Without a saved place, they are all
     * {@code none}.
     */
    private Result scope(Input input) {
        String home = Home.of(input.facts(), directory.get());
        String state = home == null ? SubscriptionHandler.NO_HOME : Home.state(home);
        String kept = home == null ? SubscriptionHandler.NO_HOME : input.facts().text(Home.HOME);
        String place = home == null ? SubscriptionHandler.NO_HOME : home.equals(state) ? "state" : "district";
        Result scope = Result.of("yes".equals(input.facts().text(Subscription.ALERTS)) ? "on" : "off")
                .with("alert_place", new Value.Text(place))
                .with("alert_home", new Value.Text(Objects.requireNonNullElse(kept, state)))
                .with("alert_home_name", new Value.Text(home == null ? "" : Home.name(home)))
                .with("alert_state", new Value.Text(state))
                .with("alert_state_name", new Value.Text(States.name(state).orElse("")));
        String topic = topicName(input);
        return topic.isEmpty() ? scope : scope.with("alert_topic_name", new Value.Text(topic));
    }

    /** The chosen topic's label; its own name if the pack no longer has it, and empty if there was nothing to choose. */
    private static String topicName(Input input) {
        String chosen = Objects.requireNonNullElse(input.facts().text(Subscription.TOPIC), Subscription.ALL);
        String label = AlertTopics.label(input.facts(), input.language(), chosen);
        return label.isEmpty() && !chosen.equals(Subscription.ALL) ? chosen : label;
    }

    /** Lists the topics, if a pack has more than one. */
    private static Result topics(Input input) {
        List<Value.Row> rows = AlertTopics.rows(input.facts(), input.language());
        return Result.of(rows.size() > 1 ? "some" : "none").with(TOPICS, new Value.Rows(rows));
    }
}
