package org.campaignbot.sending;

/** Gets notified of failures while sending, without words of a message or an id. */
public interface SenderJournal {

    /** Ignores all of it. */
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
