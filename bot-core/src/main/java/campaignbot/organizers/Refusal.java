package campaignbot.organizers;

import java.util.Locale;

/** Why something about organizers is not done. */
public enum Refusal {
    /** The code is none, or was used, burnt or too old: which of them is nobody's business. */
    UNKNOWN_CODE,
    /** The person typed too many wrong codes. */
    TOO_MANY_TRIES,
    /** The code was typed where others read along, and works no more. */
    IN_A_GROUP,
    /** The person signs in as an organizer already. */
    HAS_ROLE,
    /** There is an admin, who invites others. */
    ADMIN_THERE,
    /** Without them there would be no admin. */
    LAST_ADMIN,
    /** Their role is too small for it. */
    NOT_ALLOWED,
    /** Another organizer is called so. */
    NAME_TAKEN,
    /** A name is one line of 1 to 60 characters. */
    BAD_NAME,
    /** There is no such organizer. */
    NOBODY;

    /** The word for it in packs, as {@code unknown-code}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
