package campaignbot.subscription;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.States;
import campaignbot.flow.Value;
import campaignbot.lookup.Home;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells for which state, and where it is known for which district, alerts would be, and what they are about; named
 * {@code alerts.scope}. Where no place is kept all of them are {@code none}.
 */
public final class AlertScope implements JavaStep {

    /** The fact that keeps the chosen topic. */
    static final String TOPIC = "alert_topic";

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public AlertScope(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "alerts.scope";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("on", "off");
    }

    @Override
    public Set<String> gives() {
        return Set.of(
                "alert_place", "alert_home", "alert_home_name", "alert_state", "alert_state_name", "alert_topic_name");
    }

    @Override
    public Result run(Input input) {
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

    /** What the chosen topic is called; its own name where the pack has it no more, and empty where nothing was chosen from. */
    private static String topicName(Input input) {
        String chosen = Objects.requireNonNullElse(input.facts().text(TOPIC), Subscription.ALL);
        String label = AlertTopics.label(input.facts(), input.language(), chosen);
        return label.isEmpty() && !chosen.equals(Subscription.ALL) ? chosen : label;
    }
}
