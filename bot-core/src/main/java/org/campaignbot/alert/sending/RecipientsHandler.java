package org.campaignbot.alert.sending;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.flow.Operation;
import org.campaignbot.people.Address;
import org.campaignbot.subscriptions.GroupSubscriptions;
import org.campaignbot.subscriptions.SubscriptionHandler;

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
                        Operation.FORGET, (conversation, effect) -> recipients.left(conversation, true, effect.at())));
    }
}
