package org.campaignbot.organizers;

import java.util.Locale;

/** Why a request about organizers is refused. */
public enum OrganizerRefusal {
    /** The code is unknown, used, burned or too old; we don't reveal which. */
    UNKNOWN_CODE,
    /** The person typed too many wrong codes. */
    TOO_MANY_TRIES,
    /** The code was typed where others read along, and no longer works. */
    IN_A_GROUP,
    /** The person already signs in as an organizer. */
    HAS_ROLE,
    /** There is already an admin, who can invite others. */
    ADMIN_THERE,
    /** Without them there would be no admin. */
    LAST_ADMIN,
    /** Their role isn't high enough. */
    NOT_ALLOWED,
    /** Another organizer has this name. */
    NAME_TAKEN,
    /** A name is one line of 1 to 60 characters. */
    BAD_NAME,
    /** There is no such organizer. */
    NOBODY;

    /** The word for it in packs, such as {@code unknown-code}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
