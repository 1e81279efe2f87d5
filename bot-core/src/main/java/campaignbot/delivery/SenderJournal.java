package campaignbot.delivery;

/** Is told what went wrong while sending, without a word of a message or an id. */
public interface SenderJournal {

    /** Whoever does not want to know. */
    SenderJournal SILENT = new SenderJournal() {};

    /** A platform refused a message for good. */
    default void refused(String channel, Outgoing.Lane lane, String why) {}

    /**
     * Something threw an exception.
     *
     * @param kind the exception's class
     * @param place the class, method and line that threw it
     */
    default void failed(String kind, String place) {}
}
