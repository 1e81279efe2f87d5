package org.campaignbot.alert.desk;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Repair;
import org.campaignbot.flow.Value;
import org.campaignbot.organizers.AuditEntry;
import org.campaignbot.organizers.CodeNews;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.OrganizerRules;
import org.campaignbot.organizers.Organizers;

/**
 * Tells admins, in the chats where they took their role, of each new role and each code that was typed in a group. Otherwise a
 * single admin could invite a second self and approve what they wrote. The person who typed a code in a group is told too, in
 * their private chat.
 */
public final class RoleNews implements CodeNews {

    private static final String NEWS = "role_news";
    private static final String BURNED = "burned";
    private static final String TYPED = "typed";

    private final Organizers organizers;
    private final AdminNews news;
    private final Function<ConversationKey, Optional<ConversationKey>> alone;
    private final Runnable whenBurned;

    /**
     * Creates news.
     *
     * @param alone finds the private chat with the person of a conversation in a group, if the platform lets the bot try to
     *     write there
     * @param whenBurned logs that a code was typed in a group
     */
    public RoleNews(
            Organizers organizers,
            OrganizerNotifier.Reach reach,
            Function<ConversationKey, Optional<ConversationKey>> alone,
            Runnable whenBurned) {
        this.organizers = organizers;
        this.news = new AdminNews(organizers, reach);
        this.alone = alone;
        this.whenBurned = whenBurned;
    }

    @Override
    public void joined(Organizer organizer) {
        tell("joined/" + organizer.id(), organizer.role().word(), organizer.name(), organizer.id());
    }

    @Override
    public void burned(OneTimeCode code, Grant grant, ConversationKey inGroup) {
        whenBurned.run();
        tell(BURNED + "/" + code.text(), BURNED, OrganizerRules.invited(organizers.all(), grant), "");
        news.tell(
                TYPED + "/" + code.text(),
                Repair.CODE_TYPED,
                Map.of(),
                alone.apply(inGroup).stream().toList());
    }

    /**
     * Tells all admins but one.
     *
     * @param name names the news, for a keyed hash: the same name is told once
     * @param about the owner of the role or code
     */
    private void tell(String name, String what, String about, String except) {
        news.tell(
                name,
                Repair.ROLE_NEWS,
                Value.texts(Map.of(NEWS, what, "role_name", about, "role_by", inviter(about))),
                news.chats(each -> !each.id().equals(except)));
    }

    /** Who made the latest code for this person: an organizer's name, or {@link Organizers#OPERATOR}. */
    private String inviter(String about) {
        return organizers.audit().stream()
                .filter(entry ->
                        entry.act() == AuditEntry.Act.INVITED && entry.whom().equals(about))
                .findFirst()
                .map(AuditEntry::by)
                .orElse(Organizers.OPERATOR);
    }
}
