package org.campaignbot.slack.receive;

import org.campaignbot.conversation.Event;
import org.campaignbot.people.GroupMembership;
import org.campaignbot.slack.workspace.SharedChannels;
import org.campaignbot.slack.workspace.SlackOrigin;
import org.campaignbot.slack.workspace.Users;
import org.campaignbot.update.Update;
import org.jspecify.annotations.Nullable;

/** Makes updates of what people did, with everything that must be known about them and the channel. */
public final class SlackUpdates {

    private final Users users;
    private final SharedChannels channels;

    public SlackUpdates(Users users, SharedChannels channels) {
        this.users = users;
        this.channels = channels;
    }

    /** Frees expired entries. */
    public void dropExpired() {
        users.dropExpired();
        channels.dropExpired();
    }

    Update update(SlackOrigin where, String id, Event event, @Nullable String pressedOn) {
        Users.User user = users.of(where.installation(), where.user());
        GroupMembership groupMembership = user.standing();
        if (groupMembership == GroupMembership.MEMBER && where.channel() != null) {
            groupMembership = channels.of(where.installation(), where.channel());
        }
        return where.update(id, event, user.language(), pressedOn, groupMembership);
    }

    /** Remembers what an event said about a channel. */
    void told(SlackOrigin where, boolean isShared) {
        if (where.channel() != null) {
            channels.told(where.installation(), where.channel(), isShared);
        }
    }
}
