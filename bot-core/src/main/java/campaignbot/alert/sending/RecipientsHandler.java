package campaignbot.alert.sending;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.EffectHandler;
import campaignbot.flow.Deed;
import campaignbot.people.Address;
import campaignbot.subscription.GroupSubscriptions;
import campaignbot.subscription.SubscriptionHandler;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Withholds queued messages from people and groups who end their alerts, and deletes the recipients of people who want to be forgotten. */
public final class RecipientsHandler {

    private RecipientsHandler() {}

    /**
     * Creates the handlers of all effects.
     *
     * @param group the conversation with the whole group of an address; empty if it isn't a group
     */
    public static List<EffectHandler> over(Recipients recipients, Function<Address, Optional<ConversationKey>> group) {
        return List.of(
                EffectHandler.of(
                        GroupSubscriptions.UNSUBSCRIBE,
                        (conversation, effect) -> group.apply(conversation.address())
                                .ifPresent(all -> recipients.left(all, false, effect.at()))),
                EffectHandler.of(
                        SubscriptionHandler.UNSUBSCRIBE,
                        (conversation, effect) -> recipients.left(conversation, false, effect.at())),
                EffectHandler.of(
                        Deed.FORGET, (conversation, effect) -> recipients.left(conversation, true, effect.at())));
    }
}
