package org.campaignbot.alert.desk;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.campaignbot.alert.Alert;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Engine;
import org.campaignbot.flow.Value;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;

/** Sends alerts to organizers who didn't just ask, in the chats where they took their role or used the desk. */
public final class OrganizerNotifier {

    private static final String NOTE = "desk_note";

    private final AlertService desk;
    private final Organizers organizers;
    private final Supplier<Engine> engine;
    private final AlertEffectHandler.Reach reach;
    private final AlertReplies teller;

    /** Creates news. */
    public OrganizerNotifier(
            AlertService desk,
            Organizers organizers,
            Supplier<Engine> engine,
            AlertEffectHandler.Reach reach,
            InstantSource clock) {
        this.desk = desk;
        this.organizers = organizers;
        this.engine = engine;
        this.reach = reach;
        this.teller = new AlertReplies(desk, reach, clock);
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
            teller.tell(id(reach.names().apply(name + "/" + there)), there, facts);
        }
        return true;
    }

    /** As much of a hash as fits an id: letters and digits only. */
    static String id(String hash) {
        return hash.replaceAll("[^A-Za-z0-9]", "");
    }
}
