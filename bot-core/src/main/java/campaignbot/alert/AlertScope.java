package campaignbot.alert;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.States;
import campaignbot.flow.Value;
import campaignbot.lookup.Home;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells for which state alerts would be, which is {@code none} where no place is kept, and what they are about; named
 * {@code alerts.scope}.
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
        return Set.of("alert_state", "alert_state_name", "alert_topic_name");
    }

    @Override
    public Result run(Input input) {
        String home = Home.of(input.facts(), directory.get());
        String state = home == null ? SubscriptionHandler.NO_STATE : Home.state(home);
        Result scope = Result.of("yes".equals(input.facts().text(Subscription.ALERTS)) ? "on" : "off")
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
