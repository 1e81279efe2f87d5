package campaignbot.organizers;

import java.util.Locale;

/** What an organizer may do, from the least to the most. */
public enum Role {
    /** Sees reports. */
    VIEWER,
    /** Drafts and approves alerts, and mutes in a chat. */
    ORGANIZER,
    /** Does all that, and makes organizers and viewers. */
    ADMIN;

    /** Whether this role may do what another may. */
    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }

    /** The word for it in packs and on the command line, as {@code organizer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
