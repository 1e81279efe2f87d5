package campaignbot.storage;

/** What became of a backup or of its restoring. */
public sealed interface Transfer {

    /** All of it is done; {@code rows} is how many rows that were. */
    record Done(long rows) implements Transfer {}

    /** Nothing was done; says why and how to mend it. */
    record Refused(String why) implements Transfer {}
}
