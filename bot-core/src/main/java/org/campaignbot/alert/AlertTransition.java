package org.campaignbot.alert;

/** The result of trying to move an alert on. */
public sealed interface AlertTransition {

    /**
     * Allowed: the alert as it is then, with the line for its trail.
     *
     * @param alert still under the version it was changed from, as {@link Alerts#save} expects
     */
    record Taken(Alert alert, AlertEntry entry) implements AlertTransition {}

    /** Refused; nothing has changed. */
    record Refused(AlertRefusal why) implements AlertTransition {}
}
