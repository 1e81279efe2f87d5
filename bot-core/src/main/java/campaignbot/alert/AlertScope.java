package campaignbot.alert;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.States;
import campaignbot.flow.Value;
import campaignbot.lookup.Home;
import java.util.Set;
import java.util.function.Supplier;

/** Tells for which state alerts would be, which is {@code none} where no place is kept; named {@code alerts.scope}. */
public final class AlertScope implements JavaStep {

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
        return Set.of("alert_state", "alert_state_name");
    }

    @Override
    public Result run(Input input) {
        String home = Home.of(input.facts(), directory.get());
        String state = home == null ? SubscriptionHandler.NO_STATE : Home.state(home);
        return Result.of("yes".equals(input.facts().text(Subscription.ALERTS)) ? "on" : "off")
                .with("alert_state", new Value.Text(state))
                .with("alert_state_name", new Value.Text(States.name(state).orElse("")));
    }
}
