package campaignbot.organizers;

/** Is told what one-time codes did, for admins to hear of it; the same may be told more than once. */
public interface CodeNews {

    /** For a bot whose organizers nobody tells of anything. */
    CodeNews SILENT = new CodeNews() {
        @Override
        public void joined(Organizer organizer) {}

        @Override
        public void burnt(OneTimeCode code, Grant grant) {}
    };

    /** Somebody got a role by a code. */
    void joined(Organizer organizer);

    /** A code that would have worked was typed where others read along, and works no more. */
    void burnt(OneTimeCode code, Grant grant);
}
