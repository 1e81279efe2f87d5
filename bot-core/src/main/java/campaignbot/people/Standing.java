package campaignbot.people;

import java.util.Locale;

/** Whether somebody belongs to the group that they write in, as far as its platform tells; what a group does together is for members. */
public enum Standing {
    /** A member of it, or of a group that knows nobody else. */
    MEMBER,
    /** A guest, who sees a part of it. */
    GUEST,
    /** Somebody in a group that several organizations share. */
    SHARED,
    /** Somebody in a group that the bot itself is not in, so that it cannot write there for all to see. */
    ABSENT,
    /** The platform did not tell. */
    UNKNOWN;

    /** Its name in a pack's words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
