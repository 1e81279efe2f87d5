package org.campaignbot.alert.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.flow.Value;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.update.EffectResults;

/** Sends news that no one asked for: to admins in the chats where they took their role or used the desk, and to others in theirs. */
public final class AdminNews {

    private final Organizers organizers;
    private final OrganizerNotifier.Reach reach;

    /** Sends news through these stores. */
    public AdminNews(Organizers organizers, OrganizerNotifier.Reach reach) {
        this.organizers = organizers;
        this.reach = reach;
    }

    /** The chats of the admins who want to be told of the server's troubles. */
    public List<ConversationKey> wantingAlarms() {
        return chats(each -> reach.chats().wantsAlarms(each.id()));
    }

    /** The chats of all organizers and admins. */
    List<ConversationKey> ofOrganizers() {
        return reached(each -> each.role().covers(Role.ORGANIZER));
    }

    /** The chats of these admins. */
    List<ConversationKey> chats(Predicate<Organizer> which) {
        return reached(each -> each.role() == Role.ADMIN && which.test(each));
    }

    private List<ConversationKey> reached(Predicate<Organizer> which) {
        return organizers.all().stream()
                .filter(which)
                .flatMap(each -> reach.chats().of(each.id()).stream())
                .toList();
    }

    /**
     * Tells it in these chats.
     *
     * @param name names the news, for a keyed hash: the same name is told once
     * @param flow the flow that tells it, with these facts
     */
    public void tell(String name, String flow, Map<String, Value> facts, Collection<ConversationKey> chats) {
        for (ConversationKey there : chats) {
            reach.answers().add(new EffectResults.Answer(id(name, there), there, new Event.Answered(flow, facts)));
        }
    }

    /** The id of the news with this name in a chat. */
    public String id(String name, ConversationKey chat) {
        return OrganizerNotifier.id(reach.names().apply(name + "/" + chat));
    }
}
