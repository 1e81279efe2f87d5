package campaignbot.alert.desk;

import campaignbot.alert.Alert;
import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Engine;
import campaignbot.organizers.Organizer;
import campaignbot.organizers.Organizers;
import campaignbot.organizers.Role;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Puts alerts before organizers who did not just ask, in the chats in which they took their role or were at the desk. */
public final class DeskNews {

    private static final String NOTE = "desk_note";

    private final AlertDesk desk;
    private final Organizers organizers;
    private final Supplier<Engine> engine;
    private final AlertDeskHandler.Reach reach;
    private final DeskTeller teller;

    /** News. */
    public DeskNews(
            AlertDesk desk,
            Organizers organizers,
            Supplier<Engine> engine,
            AlertDeskHandler.Reach reach,
            InstantSource clock) {
        this.desk = desk;
        this.organizers = organizers;
        this.engine = engine;
        this.reach = reach;
        this.teller = new DeskTeller(desk, reach, clock);
    }

    /**
     * Tells how an alert stands that the bot holds, or did not begin, by itself: whoever wrote or approved it, and all who may let it
     * go on; once for each version of it.
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
     * Tells an organizer of an alert.
     *
     * @param note what there is to say besides, a word of the flow
     * @param name names what is told: the same again is told once
     * @return false where no chat of the organizer's is kept, so that nobody can tell them
     */
    boolean put(Alert alert, Organizer organizer, String note, String name) {
        List<ConversationKey> desks = reach.chats().of(organizer.id());
        if (desks.isEmpty()) {
            return false;
        }
        DeskPage page = new DeskPage(desk, organizers, engine.get().pack(), organizer);
        Map<String, String> facts = new HashMap<>(page.now(alert));
        facts.put(NOTE, note);
        for (ConversationKey there : desks) {
            teller.tell(id(reach.names().apply(name + "/" + there)), there, facts);
        }
        return true;
    }

    /** As much of a hash as an id may hold: letters and digits alone. */
    static String id(String hash) {
        return hash.replaceAll("[^A-Za-z0-9]", "");
    }
}
