package org.campaignbot.web;

import java.util.function.Function;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.SendOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Adds messages to the chats on this site's pages.
 *
 * <p>A message never takes another one's place: a page is read from top to bottom, also aloud, and what is new stands below.
 */
public final class WebChannel implements Channel {

    /** The channel's name in addresses. */
    public static final String NAME = "web";

    /** What a page can show; the limits are for a reader's patience, since HTML has none. */
    private static final Surface SURFACE = new Surface(4_000, 12, 60, 200, false, true, false, false);

    private final Function<String, @Nullable WebChat> chats;

    /** A channel that finds chats by the name in their addresses; null for one that has ended. */
    WebChannel(Function<String, @Nullable WebChat> chats) {
        this.chats = chats;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Surface surface(Address address) {
        return SURFACE;
    }

    /** The mark of the address that a conversation's chat was begun from; the mark of no address if it has ended. */
    public String client(ConversationKey conversation) {
        WebChat chat = chats.apply(conversation.address().chat());
        return chat == null ? "" : chat.client();
    }

    @Override
    public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
        WebChat chat = chats.apply(address.chat());
        if (chat == null) {
            return new SendOutcome.Gone("the chat has ended");
        }
        chat.add(message);
        return new SendOutcome.Sent();
    }
}
