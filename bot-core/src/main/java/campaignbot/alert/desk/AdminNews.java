package campaignbot.alert.desk;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.organizers.Organizer;
import campaignbot.organizers.Organizers;
import campaignbot.organizers.Role;
import campaignbot.reception.Answers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Tells what nobody asked for: admins in the chats in which they took their role or were at the desk, and others in theirs. */
public final class AdminNews {

    private final Organizers organizers;
    private final AlertDeskHandler.Reach reach;

    /** News by these ways. */
    public AdminNews(Organizers organizers, AlertDeskHandler.Reach reach) {
        this.organizers = organizers;
        this.reach = reach;
    }

    /** The chats of those admins who want to be told of the server's troubles. */
    public List<ConversationKey> wantingAlarms() {
        return chats(each -> reach.chats().wantsAlarms(each.id()));
    }

    /** The chats of these admins. */
    List<ConversationKey> chats(Predicate<Organizer> which) {
        return organizers.all().stream()
                .filter(each -> each.role() == Role.ADMIN)
                .filter(which)
                .flatMap(each -> reach.chats().of(each.id()).stream())
                .toList();
    }

    /**
     * Tells it in these chats.
     *
     * @param name names what is told, for a keyed hash: the same again is told once
     * @param flow tells it, with these facts
     */
    public void tell(String name, String flow, Map<String, String> facts, Collection<ConversationKey> chats) {
        for (ConversationKey there : chats) {
            reach.answers().add(new Answers.Answer(id(name, there), there, new Event.Answered(flow, facts)));
        }
    }

    /** The id of what is told in a chat under this name. */
    public String id(String name, ConversationKey chat) {
        return DeskNews.id(reach.names().apply(name + "/" + chat));
    }
}
