package campaignbot.alert;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Effect;
import campaignbot.conversation.EffectHandler;
import campaignbot.flow.Deed;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.people.Person;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries the effects of alerts to the subscriptions; repeating one changes nothing.
 *
 * <p>{@code subscribe} has the arguments {@code text} (the version of the words said yes to), {@code language}, {@code zone} and
 * {@code state}, which is {@code none} where it is not known, and may have {@code topics} with commas between them, without which
 * it is all of them. {@code keep-alerts} says yes again to what there is. {@code unsubscribe} and {@code forget} delete, and
 * {@code unsubscribe-group} deletes that of the whole group in which it was said.
 */
public final class SubscriptionHandler implements EffectHandler {

    /** The effect that keeps a subscription. */
    public static final String SUBSCRIBE = "subscribe";

    /** The effect that deletes it. */
    public static final String UNSUBSCRIBE = "unsubscribe";

    /** The effect that says yes again, after a year. */
    public static final String KEEP = "keep-alerts";

    /** The effect that deletes the subscription of a group. */
    public static final String UNSUBSCRIBE_GROUP = "unsubscribe-group";

    /** The flows that ask whether alerts are still wanted, and hear the answer. */
    public static final Map<String, Set<String>> TOLD =
            Map.of(KEEP, Set.of(AlertMessages.STILL, AlertMessages.KEEP, AlertMessages.LEAVE));

    /** The state of whoever has told none. */
    static final String NO_STATE = "none";

    private final String name;
    private final BiConsumer<ConversationKey, Effect> act;

    private SubscriptionHandler(String name, BiConsumer<ConversationKey, Effect> act) {
        this.name = name;
        this.act = act;
    }

    /**
     * The handlers of all effects.
     *
     * @param everyone who stands for everybody in a group, as its channel names them
     */
    public static List<EffectHandler> over(Subscriptions subscriptions, Function<Address, Person> everyone) {
        BiConsumer<ConversationKey, Effect> delete = (conversation, effect) -> subscriptions.unsubscribe(conversation);
        return List.of(
                new SubscriptionHandler(
                        SUBSCRIBE,
                        (conversation, effect) -> subscriptions.subscribe(subscription(conversation, effect))),
                new SubscriptionHandler(
                        KEEP,
                        (conversation, effect) -> subscriptions
                                .of(conversation)
                                .ifPresent(kept -> subscriptions.subscribe(kept.since(effect.at())))),
                new SubscriptionHandler(
                        UNSUBSCRIBE_GROUP,
                        (conversation, effect) -> subscriptions.unsubscribe(
                                ofGroup(conversation.address(), everyone.apply(conversation.address())))),
                new SubscriptionHandler(UNSUBSCRIBE, delete),
                new SubscriptionHandler(Deed.FORGET, delete));
    }

    /** The conversation that a group's subscription belongs to: with everybody in it, and in none of its threads. */
    static ConversationKey ofGroup(Address group, Person everyone) {
        return new ConversationKey(new Address(group.channel(), group.account(), group.chat(), null), everyone);
    }

    private static Subscription subscription(ConversationKey conversation, Effect effect) {
        String state = argument(effect, "state");
        return new Subscription(
                conversation,
                argument(effect, "text"),
                effect.at(),
                new Language(argument(effect, "language")),
                ZoneId.of(argument(effect, "zone")),
                state.equals(NO_STATE) ? null : state,
                topics(effect));
    }

    private static Set<String> topics(Effect effect) {
        String topics = effect.arguments().getOrDefault("topics", Subscription.ALL);
        return Stream.of(topics.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    }

    private static String argument(Effect effect, String name) {
        return Objects.requireNonNull(effect.arguments().get(name), () -> "the effect subscribe needs " + name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void apply(ConversationKey conversation, Effect effect) {
        act.accept(conversation, effect);
    }
}
