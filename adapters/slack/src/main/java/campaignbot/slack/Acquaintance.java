package campaignbot.slack;

import campaignbot.conversation.Event;
import campaignbot.people.Standing;
import campaignbot.reception.Update;
import org.jspecify.annotations.Nullable;

/** Makes updates of what people did, with everything that must be known about them and the channel. */
final class Acquaintance {

    private final Users users;
    private final SharedChannels channels;

    Acquaintance(Users users, SharedChannels channels) {
        this.users = users;
        this.channels = channels;
    }

    /** Frees expired entries. */
    void dropExpired() {
        users.dropExpired();
        channels.dropExpired();
    }

    Update update(Whereabouts where, String id, Event event, @Nullable String pressedOn) {
        Users.User user = users.of(where.installation(), where.user());
        Standing standing = user.standing();
        if (standing == Standing.MEMBER && where.channel() != null) {
            standing = channels.of(where.installation(), where.channel());
        }
        return where.update(id, event, user.language(), pressedOn, standing);
    }

    /** Remembers what an event said about a channel. */
    void told(Whereabouts where, boolean isShared) {
        if (where.channel() != null) {
            channels.told(where.installation(), where.channel(), isShared);
        }
    }
}
