package org.campaignbot.organizers;

import org.campaignbot.conversation.ConversationKey;

/** Gets notified of what one-time codes did, to tell admins and the people who typed them; may be notified more than once. */
public interface CodeNews {

    /** For a bot that doesn't notify its organizers. */
    CodeNews SILENT = new CodeNews() {
        @Override
        public void joined(Organizer organizer) {}

        @Override
        public void burned(OneTimeCode code, Grant grant, ConversationKey inGroup) {}
    };

    /** Somebody got a role with a code. */
    void joined(Organizer organizer);

    /**
     * A valid code was typed where others read along, and no longer works.
     *
     * @param inGroup who typed it, and where
     */
    void burned(OneTimeCode code, Grant grant, ConversationKey inGroup);
}
