package campaignbot.alert;

import campaignbot.conversation.Engine;
import campaignbot.conversation.Event;
import campaignbot.conversation.JavaStep;
import campaignbot.flow.Value;
import campaignbot.message.Block;
import campaignbot.message.Choice;
import campaignbot.message.Message;
import campaignbot.message.RichText;
import campaignbot.message.Span;
import campaignbot.message.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a group is told with its alerts: below each stands who set them, and the button that stops them at once, for any member. */
public final class GroupNotice {

    /** The flow whose first words tell the group that it gets alerts; {@code group_topic_name} is known in them. */
    public static final String ON = "group-alerts-on";

    /** The flow whose first words stand before the name of whoever set them; its title stands in place of a name that is not shown. */
    public static final String SET_BY = "group-alerts-set-by";

    /** The flow that stops them; its title is the button. */
    public static final String OFF = "group-alerts-off";

    private final Supplier<Engine> engine;

    /** Notices in the words of the engine of the moment. */
    public GroupNotice(Supplier<Engine> engine) {
        this.engine = engine;
    }

    /** The message that a group gets when its alerts are set. */
    Message on(Subscription subscription, Instant at) {
        Engine present = engine.get();
        String topic = topic(present, subscription);
        Map<String, Value> facts = topic.isEmpty() ? Map.of() : Map.of("group_topic_name", new Value.Text(topic));
        return below(present.words(ON, facts, subscription.language(), at), subscription, at);
    }

    /** A message to a group with the same footer as all that is posted because of its subscription. */
    public Message below(RichText text, Subscription subscription, Instant at) {
        Engine present = engine.get();
        RichText all = subscription.setBy() == null ? text : text.plus(setBy(present, subscription, at));
        Choice stop = new Choice.Press(
                present.title(OFF, subscription.language(), at), OFF, Event.Pressed.ENTRY, Event.Pressed.ENTRY);
        return new Message(all, List.of(stop), Visibility.EVERYONE, null, null, false, false);
    }

    private static RichText setBy(Engine engine, Subscription subscription, Instant at) {
        List<Span> line = new ArrayList<>();
        line.add(new Span.Plain(
                engine.words(SET_BY, Map.of(), subscription.language(), at).visible() + " "));
        line.add(new Span.Mention(
                Objects.requireNonNull(subscription.setBy()).id(), engine.title(SET_BY, subscription.language(), at)));
        return new RichText(List.of(new Block.Paragraph(line)));
    }

    private static String topic(Engine engine, Subscription subscription) {
        JavaStep.Facts facts = new JavaStep.Facts() {
            @Override
            public @Nullable Value value(String name) {
                return null;
            }

            @Override
            public Map<String, Value> records() {
                return engine.pack().records();
            }
        };
        return AlertTopics.label(
                facts, subscription.language(), subscription.topics().iterator().next());
    }
}
