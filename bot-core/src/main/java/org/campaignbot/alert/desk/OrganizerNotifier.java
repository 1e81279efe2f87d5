package org.campaignbot.alert.desk;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.campaignbot.alert.Alert;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.flow.Value;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.update.EffectResults;

/**
 * Tells organizers about alerts, those who asked and those who didn't, in the chats where they took their role or used the desk.
 * The latest message about an alert under way in a chat is kept up to date.
 */
public final class OrganizerNotifier {

    private static final String NOTE = "desk_note";

    private final AlertService desk;
    private final Organizers organizers;
    private final Supplier<Engine> engine;
    private final Reach reach;
    private final InstantSource clock;

    /**
     * How the desk reaches organizers.
     *
     * @param chats where they are
     * @param cards the messages in which they follow alerts
     * @param answers answers that they have yet to get
     * @param names a keyed hash of any text, for the ids of answers and messages
     */
    public record Reach(DeskChats chats, DeskCards cards, EffectResults answers, Function<String, String> names) {}

    /** Creates it. */
    public OrganizerNotifier(
            AlertService desk, Organizers organizers, Supplier<Engine> engine, Reach reach, InstantSource clock) {
        this.desk = desk;
        this.organizers = organizers;
        this.engine = engine;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * Tells that the bot paused an alert, or didn't begin it, by itself: to its writer and approver, and to everyone who may
     * resume it; once for each version.
     */
    public void held(Alert alert) {
        String name = alert.id() + "/" + alert.version();
        for (Organizer each : organizers.all()) {
            if (each.role().covers(Role.ORGANIZER)
                    || each.id().equals(alert.author())
                    || each.id().equals(alert.approver())) {
                put(alert, each, "", name);
            }
        }
    }

    /**
     * Sends an alert to every other organizer that the desk can reach, for approval.
     *
     * @param name names the news: the same name is told once
     * @return whether it reached any
     */
    public boolean ask(Alert alert, Organizer by, String name) {
        boolean reached = false;
        for (Organizer other : organizers.all()) {
            boolean mayApprove = other.role().covers(Role.ORGANIZER)
                    && !other.isSameAs(by)
                    && !other.id().equals(alert.author());
            reached |= mayApprove && put(alert, other, "please", name);
        }
        return reached;
    }

    /**
     * Tells the author of an alert that it was approved or given back.
     *
     * @param name names the news: the same name is told once
     */
    public void decided(Alert alert, String name) {
        organizers.all().stream()
                .filter(each -> each.id().equals(alert.author()))
                .forEach(author -> put(alert, author, "", name));
    }

    /**
     * Sends an alert to an organizer.
     *
     * @param note what else there is to say, a word of the flow
     * @param name names the news: the same name is told once
     * @return false if no chat of the organizer is stored, so they can't be told
     */
    boolean put(Alert alert, Organizer organizer, String note, String name) {
        List<ConversationKey> desks = reach.chats().of(organizer.id());
        if (desks.isEmpty()) {
            return false;
        }
        DeskPage page = new DeskPage(desk, organizers, engine.get().pack(), organizer);
        Map<String, Value> facts = new HashMap<>(page.now(alert));
        facts.put(NOTE, new Value.Text(note));
        for (ConversationKey there : desks) {
            tell(id(reach.names().apply(name + "/" + there)), there, facts);
        }
        return true;
    }

    /**
     * Tells a chat these facts.
     *
     * @param id names the message: the same id is told once
     */
    void tell(String id, ConversationKey chat, Map<String, Value> facts) {
        if (facts.get(DeskFacts.ON_SCREEN) instanceof Value.Text shown) {
            desk.find(shown.text()).filter(OrganizerNotifier::isUnderWay).ifPresent(alert -> follow(id, alert, chat));
        }
        reach.answers().add(new EffectResults.Answer(id, chat, new Event.Answered(DeskFacts.FLOW, facts)));
    }

    /** Whether an alert's figures or stage can change without an organizer. */
    static boolean isUnderWay(Alert alert) {
        return alert.stage().isSending()
                || alert.stage() == Alert.Stage.SCHEDULED
                || alert.stage() == Alert.Stage.PAUSED;
    }

    private void follow(String id, Alert alert, ConversationKey chat) {
        if (reach.cards().find(id).isEmpty()) {
            reach.cards().all().stream()
                    .filter(each -> each.follows(alert.id(), chat))
                    .forEach(each -> reach.cards().drop(each.id()));
            String shown = DeskPage.progress(alert, desk.report(alert.id()));
            // If it exists already, another process is carrying out the same effect.
            boolean unused = reach.cards().save(DeskCard.of(id, alert, chat, shown, clock.instant()));
        }
    }

    /** As much of a hash as fits an id: letters and digits only. */
    static String id(String hash) {
        return hash.replaceAll("[^A-Za-z0-9]", "");
    }
}
