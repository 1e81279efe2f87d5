package org.campaignbot.subscriptions;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.flow.Operation;
import org.campaignbot.people.Language;

/**
 * Carries out the effects on subscriptions; repeating one changes nothing.
 *
 * <p>{@code subscribe} has the arguments {@code text} (the version of the words agreed to), {@code language}, {@code zone} and
 * {@code home}, or {@code state} if those words name no district; both are {@code none} if nothing is known. It may have
 * {@code topics} separated by commas; without them it's all topics. {@code keep-alerts} confirms an existing subscription.
 * {@code unsubscribe} and {@code forget} delete it.
 */
public final class SubscriptionHandler {

    /** The effect that saves a subscription. */
    public static final String SUBSCRIBE = "subscribe";

    /** The effect that deletes it. */
    public static final String UNSUBSCRIBE = "unsubscribe";

    /** The effect that confirms a subscription, after a year. */
    public static final String KEEP = "keep-alerts";

    /** The flow whose first words ask whether alerts are still wanted. */
    public static final String STILL_FLOW = "alerts-still";

    /** The flow for the answer yes; its title is the button. */
    public static final String KEEP_FLOW = "alerts-keep";

    /** The flow for the answer no; its title is the button. */
    public static final String LEAVE_FLOW = "alerts-leave";

    /** The flows that ask whether alerts are still wanted, and take the answer. */
    public static final Map<String, Set<String>> TOLD = Map.of(KEEP, Set.of(STILL_FLOW, KEEP_FLOW, LEAVE_FLOW));

    /** The home or state of people who gave none. */
    static final String NO_HOME = "none";

    private SubscriptionHandler() {}

    /** The handlers of all effects. */
    public static List<EffectHandler> over(Subscriptions subscriptions) {
        BiConsumer<ConversationKey, Effect> delete = (conversation, effect) -> subscriptions.unsubscribe(conversation);
        return List.of(
                EffectHandler.of(
                        SUBSCRIBE,
                        (conversation, effect) -> subscriptions.subscribe(subscription(conversation, effect))),
                EffectHandler.of(
                        KEEP,
                        (conversation, effect) -> subscriptions
                                .of(conversation)
                                .ifPresent(kept -> subscriptions.subscribe(kept.since(effect.at())))),
                EffectHandler.of(UNSUBSCRIBE, delete),
                EffectHandler.of(Operation.FORGET, delete));
    }

    private static Subscription subscription(ConversationKey conversation, Effect effect) {
        String home = effect.arguments().containsKey("home") ? argument(effect, "home") : argument(effect, "state");
        return new Subscription(
                conversation,
                argument(effect, "text"),
                effect.at(),
                new Language(argument(effect, "language")),
                ZoneId.of(argument(effect, "zone")),
                home.equals(NO_HOME) ? null : home,
                topics(effect));
    }

    private static Set<String> topics(Effect effect) {
        String topics = effect.arguments().getOrDefault("topics", Subscription.ALL);
        return Stream.of(topics.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    }

    private static String argument(Effect effect, String name) {
        return Objects.requireNonNull(effect.arguments().get(name), () -> "the effect subscribe needs " + name);
    }
}
