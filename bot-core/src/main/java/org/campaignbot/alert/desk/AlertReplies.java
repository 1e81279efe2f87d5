package org.campaignbot.alert.desk;

import java.time.InstantSource;
import java.util.Map;
import org.campaignbot.alert.Alert;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.flow.Value;
import org.campaignbot.update.EffectResults;

/** Tells organizers about alerts at the desk; the latest message about an alert under way in a chat is kept up to date. */
final class AlertReplies {

    private final AlertService desk;
    private final DeskCards cards;
    private final EffectResults effectResults;
    private final InstantSource clock;

    AlertReplies(AlertService desk, AlertEffectHandler.Reach reach, InstantSource clock) {
        this.desk = desk;
        this.cards = reach.cards();
        this.effectResults = reach.answers();
        this.clock = clock;
    }

    /**
     * Tells a chat these facts.
     *
     * @param id names the message: the same id is told once
     */
    void tell(String id, ConversationKey chat, Map<String, Value> facts) {
        if (facts.get(DeskFacts.ON_SCREEN) instanceof Value.Text shown) {
            desk.find(shown.text()).filter(AlertReplies::isUnderWay).ifPresent(alert -> follow(id, alert, chat));
        }
        effectResults.add(new EffectResults.Answer(id, chat, new Event.Answered(AlertEffectHandler.FLOW, facts)));
    }

    /** Whether an alert's figures or stage can change without an organizer. */
    static boolean isUnderWay(Alert alert) {
        return alert.stage().isSending()
                || alert.stage() == Alert.Stage.SCHEDULED
                || alert.stage() == Alert.Stage.PAUSED;
    }

    private void follow(String id, Alert alert, ConversationKey chat) {
        if (cards.find(id).isEmpty()) {
            cards.all().stream().filter(each -> each.follows(alert.id(), chat)).forEach(each -> cards.drop(each.id()));
            String shown = DeskPage.progress(alert, desk.report(alert.id()));
            // If it exists already, another process is carrying out the same effect.
            boolean unused = cards.save(DeskCard.of(id, alert, chat, shown, clock.instant()));
        }
    }
}
