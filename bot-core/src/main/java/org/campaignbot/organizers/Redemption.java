package org.campaignbot.organizers;

/** The result of redeeming a one-time code. */
public sealed interface Redemption {

    /**
     * It gave what it was made for, again if the same person redeemed it before.
     *
     * @param organizer who they are now
     * @param isNew whether it made the record; otherwise it added a sign-in
     */
    record Granted(Organizer organizer, boolean isNew) implements Redemption {}

    /** It gave nothing. */
    record Refused(OrganizerRefusal why) implements Redemption {}
}
