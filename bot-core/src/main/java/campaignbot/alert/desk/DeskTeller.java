package campaignbot.alert.desk;

import campaignbot.alert.Alert;
import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.reception.Answers;
import java.time.InstantSource;
import java.util.Map;

/** Tells organizers of alerts at the desk; by what was told last in a chat an alert under way is followed there. */
final class DeskTeller {

    private final AlertDesk desk;
    private final DeskCards cards;
    private final Answers answers;
    private final InstantSource clock;

    DeskTeller(AlertDesk desk, AlertDeskHandler.Reach reach, InstantSource clock) {
        this.desk = desk;
        this.cards = reach.cards();
        this.answers = reach.answers();
        this.clock = clock;
    }

    /**
     * Lets a chat hear what there is to tell.
     *
     * @param id names it: the same again is told once
     */
    void tell(String id, ConversationKey chat, Map<String, String> facts) {
        String shown = facts.get(DeskFacts.ON_SCREEN);
        if (shown != null) {
            desk.find(shown).filter(DeskTeller::isUnderWay).ifPresent(alert -> follow(id, alert, chat));
        }
        answers.add(new Answers.Answer(id, chat, new Event.Answered(AlertDeskHandler.FLOW, facts)));
    }

    /** Whether how an alert stands changes without an organizer. */
    static boolean isUnderWay(Alert alert) {
        return alert.stage().isSending()
                || alert.stage() == Alert.Stage.SCHEDULED
                || alert.stage() == Alert.Stage.PAUSED;
    }

    private void follow(String id, Alert alert, ConversationKey chat) {
        if (cards.find(id).isEmpty()) {
            cards.all().stream().filter(each -> each.follows(alert.id(), chat)).forEach(each -> cards.drop(each.id()));
            String shown = DeskPage.progress(alert, desk.report(alert.id()));
            // Where it is there already another process carries out the same effect.
            boolean unused = cards.save(DeskCard.of(id, alert, chat, shown, clock.instant()));
        }
    }
}
