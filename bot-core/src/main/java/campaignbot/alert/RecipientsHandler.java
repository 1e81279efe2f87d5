package campaignbot.alert;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Effect;
import campaignbot.conversation.EffectHandler;
import campaignbot.flow.Deed;
import java.util.List;

/** Withholds what is under way from whoever ends their alerts, and takes out of the recipients whoever wants to be forgotten. */
public final class RecipientsHandler implements EffectHandler {

    private final String name;
    private final boolean forgets;
    private final Recipients recipients;

    private RecipientsHandler(String name, boolean forgets, Recipients recipients) {
        this.name = name;
        this.forgets = forgets;
        this.recipients = recipients;
    }

    /** The handlers of both effects. */
    public static List<EffectHandler> over(Recipients recipients) {
        return List.of(
                new RecipientsHandler(SubscriptionHandler.UNSUBSCRIBE, false, recipients),
                new RecipientsHandler(Deed.FORGET, true, recipients));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void apply(ConversationKey conversation, Effect effect) {
        recipients.left(conversation, forgets, effect.at());
    }
}
