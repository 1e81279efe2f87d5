package campaignbot.delivery;

/** What became of a send. */
public sealed interface SendOutcome {

    /** The platform took it. */
    record Sent() implements SendOutcome {}

    /** The platform will never take it; {@code why} is its reason without a word of the message. */
    record Refused(String why) implements SendOutcome {}

    /** It could not be tried, or nobody knows; it is tried again. */
    record Unknown(String why) implements SendOutcome {}
}
