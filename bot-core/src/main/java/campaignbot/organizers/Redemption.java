package campaignbot.organizers;

/** What came of a one-time code. */
public sealed interface Redemption {

    /**
     * It gave what it was made for; the same again where the same person redeemed it before.
     *
     * @param organizer who they are now
     * @param isNew whether the record was made by it, or else a sign-in was added
     */
    record Granted(Organizer organizer, boolean isNew) implements Redemption {}

    /** It gave nothing. */
    record Refused(Refusal why) implements Redemption {}
}
