package org.campaignbot.subscriptions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Block;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Notices to groups about their alerts: each shows below it who set them up, and a button with which any member can stop them.
 */
public final class GroupNotice {

    /** The flow whose first words tell the group that it gets alerts; they can use {@code group_topic_name}. */
    static final String ON = "group-alerts-on";

    /** The flow whose first words precede the name of the person who set them up; its title replaces a name that isn't shown. */
    static final String SET_BY = "group-alerts-set-by";

    /** The flow that stops them; its title is the button. */
    public static final String OFF = "group-alerts-off";

    private final Supplier<Engine> engine;

    /** Notices in the words of the current engine. */
    public GroupNotice(Supplier<Engine> engine) {
        this.engine = engine;
    }

    /** The message to a group when its alerts are set up. */
    Message on(Subscription subscription, Instant at) {
        Engine present = engine.get();
        String topic = topic(present, subscription);
        Map<String, Value> facts = topic.isEmpty() ? Map.of() : Map.of("group_topic_name", new Value.Text(topic));
        return below(
                present.words(ON, facts, subscription.language(), at),
                List.of(),
                new Footer(subscription.setBy(), subscription.language()),
                at);
    }

    /**
     * The footer of each message that a group gets because of its subscription.
     *
     * @param setBy who set it up, or null if they were forgotten
     */
    public record Footer(@Nullable Person setBy, Language language) {}

    /** A message to a group with its footer, and the stop button after all others. */
    public Message below(RichText text, List<Choice> choices, Footer footer, Instant at) {
        Engine present = engine.get();
        RichText all = footer.setBy() == null ? text : text.plus(setBy(present, footer.setBy(), footer.language(), at));
        List<Choice> withStop = new ArrayList<>(choices);
        withStop.add(new Choice.Press(
                present.title(OFF, footer.language(), at), OFF, Event.Pressed.ENTRY, Event.Pressed.ENTRY));
        return new Message(all, withStop, Visibility.EVERYONE, null, null, false, false);
    }

    private static RichText setBy(Engine engine, Person setBy, Language language, Instant at) {
        List<Span> line = List.of(
                new Span.Plain(engine.words(SET_BY, Map.of(), language, at).visible() + " "),
                new Span.Mention(setBy.id(), engine.title(SET_BY, language, at)));
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
