package campaignbot.alert.sending;

import campaignbot.conversation.EffectHandler;
import campaignbot.flow.Deed;
import campaignbot.subscription.SubscriptionHandler;
import java.util.List;

/** Withholds what is under way from whoever ends their alerts, and takes out of the recipients whoever wants to be forgotten. */
public final class RecipientsHandler {

    private RecipientsHandler() {}

    /** The handlers of both effects. */
    public static List<EffectHandler> over(Recipients recipients) {
        return List.of(
                EffectHandler.of(
                        SubscriptionHandler.UNSUBSCRIBE,
                        (conversation, effect) -> recipients.left(conversation, false, effect.at())),
                EffectHandler.of(
                        Deed.FORGET, (conversation, effect) -> recipients.left(conversation, true, effect.at())));
    }
}
