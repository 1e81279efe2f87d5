package campaignbot.organizers;

import campaignbot.conversation.ConversationKey;

/** Is told what one-time codes did, for admins and who typed them to hear of it; the same may be told more than once. */
public interface CodeNews {

    /** For a bot whose organizers nobody tells of anything. */
    CodeNews SILENT = new CodeNews() {
        @Override
        public void joined(Organizer organizer) {}

        @Override
        public void burnt(OneTimeCode code, Grant grant, ConversationKey inGroup) {}
    };

    /** Somebody got a role by a code. */
    void joined(Organizer organizer);

    /**
     * A code that would have worked was typed where others read along, and works no more.
     *
     * @param inGroup who typed it, and where
     */
    void burnt(OneTimeCode code, Grant grant, ConversationKey inGroup);
}
