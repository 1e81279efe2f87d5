package org.campaignbot.subscriptions;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.flow.Operation;
import org.campaignbot.message.Message;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.sending.Outgoing;

/**
 * Carries out the effects of group alerts; repeating one changes nothing.
 *
 * <p>{@link #SUBSCRIBE} has the arguments {@code text} (the version of the words agreed to), {@code language}, {@code zone} and
 * {@code topic}. The subscription belongs to the whole group, and the group is told about it, so it's no secret.
 * {@link #UNSUBSCRIBE} deletes it, no matter who asks. A person who is forgotten, in a private chat, is no longer named as the
 * one who set it up.
 */
public final class GroupSubscriptions {

    /** The effect that saves a group's subscription. */
    public static final String SUBSCRIBE = "group-subscribe";

    /** The effect that deletes it. */
    public static final String UNSUBSCRIBE = "group-unsubscribe";

    /** The flows that the first effect triggers. */
    public static final Map<String, Set<String>> TOLD =
            Map.of(SUBSCRIBE, Set.of(GroupNotice.ON, GroupNotice.SET_BY, GroupNotice.OFF));

    private GroupSubscriptions() {}

    /**
     * The handlers of all effects.
     *
     * @param group the conversation with the whole group of an address; empty if it isn't a group
     * @param outbox queues the notice to the group
     */
    public static List<EffectHandler> over(
            Subscriptions subscriptions,
            Function<Address, Optional<ConversationKey>> group,
            GroupNotice notice,
            Consumer<List<Outgoing>> outbox) {
        return List.of(
                EffectHandler.of(
                        SUBSCRIBE,
                        (conversation, effect) -> group.apply(conversation.address())
                                .ifPresent(all -> {
                                    Subscription subscription = subscription(all, conversation, effect);
                                    subscriptions.subscribe(subscription);
                                    outbox.accept(List.of(told(conversation, effect, subscription, notice)));
                                })),
                EffectHandler.of(
                        UNSUBSCRIBE,
                        (conversation, effect) ->
                                group.apply(conversation.address()).ifPresent(subscriptions::unsubscribe)),
                EffectHandler.of(Operation.FORGET, (conversation, effect) -> {
                    // In a group, this only ends the bot's stay there; nobody asked to be forgotten everywhere.
                    if (group.apply(conversation.address()).isEmpty()) {
                        subscriptions.forgetSetter(conversation.person());
                    }
                }));
    }

    private static Subscription subscription(ConversationKey all, ConversationKey by, Effect effect) {
        return new Subscription(
                all,
                argument(effect, "text"),
                effect.at(),
                new Language(argument(effect, "language")),
                ZoneId.of(argument(effect, "zone")),
                null,
                Set.of(argument(effect, "topic")),
                true,
                by.person());
    }

    private static Outgoing told(ConversationKey by, Effect effect, Subscription subscription, GroupNotice notice) {
        Message message = notice.on(subscription, effect.at());
        Address place = by.address();
        String id = String.join(
                "/",
                SUBSCRIBE,
                place.channel(),
                place.account(),
                place.chat(),
                by.person().id(),
                Long.toString(effect.turn()),
                Integer.toString(effect.ordinal()));
        return new Outgoing(id, place, subscription.conversation().person(), Outgoing.Lane.REPLY, message);
    }

    private static String argument(Effect effect, String name) {
        return Objects.requireNonNull(effect.arguments().get(name), () -> "the effect " + SUBSCRIBE + " needs " + name);
    }
}
