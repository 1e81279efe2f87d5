package org.campaignbot.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.Steps;
import org.campaignbot.directory.Directory;
import org.campaignbot.flow.Value;
import org.campaignbot.memory.MemorySubscriptions;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertTopicsTest {

    private static final ConversationKey ANA =
            new ConversationKey(new Address("paper", "bot", "ana", null), new Person("paper", "ana"));
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final Directory DIRECTORY =
            Directory.builder().asOf(LocalDate.of(2026, 6, 15)).map(119).build();

    @Test
    void aSubscriptionHoldsTheTopicsThatTheEffectNames() {
        assertThat(subscribed(Map.of("topics", "calls, meet"))).containsExactlyInAnyOrder("calls", "meet");
        assertThat(subscribed(Map.of())).containsExactly(Subscription.ALL);
    }

    @Test
    void thereIsAChoiceWhereThePackHasMoreThanOneTopic() {
        JavaStep.Result some = run(new Value.Rows(List.of(row("all", "All"), row("calls", "Calls"))));
        assertThat(some.outcome()).isEqualTo("some");
        assertThat(some.facts().get("alert_topics"))
                .isEqualTo(new Value.Rows(List.of(shown("all", "All"), shown("calls", "Calls"))));
        assertThat(run(new Value.Rows(List.of(row("all", "All")))).outcome()).isEqualTo("none");
        assertThat(run(null).outcome()).isEqualTo("none");
    }

    private static JavaStep.Result run(Value.@Nullable Rows topics) {
        JavaStep.Facts facts = new JavaStep.Facts() {
            @Override
            public @Nullable Value value(String name) {
                return null;
            }

            @Override
            public Map<String, Value> records() {
                return topics == null ? Map.of() : Map.of(AlertTopics.RECORD, topics);
            }
        };
        return Steps.named("alerts.topics", SubscriptionSteps.all(() -> DIRECTORY))
                .run(new JavaStep.Input(facts, Map.of(), NOON, 1, Language.ENGLISH));
    }

    private static Value.Row row(String value, String label) {
        Value.Translated words = new Value.Translated(Map.of(Language.ENGLISH, label), Language.ENGLISH);
        return new Value.Row(Map.of("value", new Value.Text(value), "label", words));
    }

    private static Value.Row shown(String value, String label) {
        return new Value.Row(Map.of("value", new Value.Text(value), "label", new Value.Text(label)));
    }

    private static Iterable<String> subscribed(Map<String, String> more) {
        MemorySubscriptions subscriptions = new MemorySubscriptions();
        Map<String, String> arguments = new HashMap<>(more);
        arguments.putAll(Map.of("text", "2", "language", "en", "zone", "America/New_York", "state", "none"));
        for (EffectHandler handler : SubscriptionHandler.over(subscriptions)) {
            if (handler.name().equals(SubscriptionHandler.SUBSCRIBE)) {
                handler.apply(ANA, new Effect(1, 0, handler.name(), NOON, arguments));
            }
        }
        return subscriptions.of(ANA).orElseThrow().topics();
    }
}
