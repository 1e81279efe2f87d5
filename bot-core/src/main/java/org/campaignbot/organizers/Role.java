package org.campaignbot.organizers;

import java.util.Locale;

/** What an organizer may do, from least to most. */
public enum Role {
    /** Sees reports. */
    VIEWER,
    /** Drafts and approves alerts, and mutes in a chat. */
    ORGANIZER,
    /** Does all that, and creates organizers and viewers. */
    ADMIN;

    /** Whether this role may do everything that another one may. */
    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }

    /** The word for it in packs and on the command line, such as {@code organizer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
