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

/**
 * Withholds what is under way from whoever ends their alerts, a person or a group, and takes out of the recipients whoever wants to be
 * forgotten.
 */
public final class RecipientsHandler {

    private RecipientsHandler() {}

    /**
     * The handlers of all effects.
     *
     * @param group the conversation with the group of an address as a whole; empty where it is no group
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
