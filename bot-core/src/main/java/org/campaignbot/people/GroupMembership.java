package org.campaignbot.people;

import java.util.Locale;

/** Whether somebody belongs to the group that they write in, as far as its platform says; what a group does together is for members. */
public enum GroupMembership {
    /** A member of the group, or a person in a group that has only members. */
    MEMBER,
    /** A guest, who sees part of it. */
    GUEST,
    /** Somebody in a group that several organizations share. */
    SHARED,
    /** Somebody in a group that the bot itself isn't in, so that it can't write there for all to see. */
    ABSENT,
    /** The platform didn't say. */
    UNKNOWN;

    /** Its name in a pack's words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
