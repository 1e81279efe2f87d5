package org.campaignbot.sending;

/** How a message ended; each reaches one of these. */
public enum DeliveryStatus {
    /** The platform accepted all of it. */
    SENT,
    /** The chat can't be written to any more. */
    GONE,
    /** We don't know whether it arrived, or whether all parts did. */
    UNKNOWN,
    /** The platform will never accept it. */
    REFUSED,
    /** It waited too long. */
    EXPIRED,
    /** It was an alert that must not be sent now; none of it was sent. */
    WITHDRAWN
}
