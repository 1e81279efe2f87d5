package campaignbot.alert.desk;

import campaignbot.alert.Alert;
import campaignbot.alert.check.Finding;
import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Engine;
import campaignbot.conversation.Event;
import campaignbot.organizers.Organizer;
import campaignbot.organizers.Organizers;
import campaignbot.reception.Answers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts alerts before organizers who did not just ask, in the chats in which they were at the desk. */
public final class DeskNews {

    private static final String NOTE = "desk_note";

    private final AlertDesk desk;
    private final Organizers organizers;
    private final Supplier<Engine> engine;
    private final DeskChats chats;
    private final Answers answers;
    private final Function<String, String> names;

    /**
     * News.
     *
     * @param names a keyed hash of any text, for the ids of what is told
     */
    public DeskNews(
            AlertDesk desk,
            Organizers organizers,
            Supplier<Engine> engine,
            DeskChats chats,
            Answers answers,
            Function<String, String> names) {
        this.desk = desk;
        this.organizers = organizers;
        this.engine = engine;
        this.chats = chats;
        this.answers = answers;
        this.names = names;
    }

    /** Tells whoever wrote or approved an alert how it stands now, such as that the bot holds it; once for each version of it. */
    public void changed(Alert alert) {
        String name = alert.id() + "/" + alert.version();
        for (Organizer each : organizers.all()) {
            if (each.id().equals(alert.author()) || each.id().equals(alert.approver())) {
                put(alert, each, "", name);
            }
        }
    }

    /**
     * Tells an organizer of an alert.
     *
     * @param note what there is to say besides, a word of the flow
     * @param name names what is told: the same again is told once
     * @return false where the organizer was never at the desk, so that nobody can tell them
     */
    boolean put(Alert alert, Organizer organizer, String note, String name) {
        List<ConversationKey> desks = chats.of(organizer.id());
        if (desks.isEmpty()) {
            return false;
        }
        List<Finding> findings = alert.stage().isFinal() ? List.of() : desk.findings(alert);
        DeskPage page = new DeskPage(desk, organizers, engine.get().pack(), organizer);
        Map<String, String> facts = new HashMap<>(page.of(alert, findings));
        facts.put(NOTE, note);
        for (ConversationKey there : desks) {
            String id = id(names.apply(name + "/" + there));
            answers.add(new Answers.Answer(id, there, new Event.Answered(AlertDeskHandler.FLOW, facts)));
        }
        return true;
    }

    /** As much of a hash as an id may hold: letters and digits alone. */
    static String id(String hash) {
        return hash.replaceAll("[^A-Za-z0-9]", "");
    }
}
