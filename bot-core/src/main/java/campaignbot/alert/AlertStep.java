package campaignbot.alert;

/** What came of an attempt to move an alert on. */
public sealed interface AlertStep {

    /**
     * It may be done: the alert as it is then, with the line of the trail that goes with it.
     *
     * @param alert still under the version that it was changed from, as {@link Alerts#save} wants it
     */
    record Taken(Alert alert, AlertEntry entry) implements AlertStep {}

    /** It may not, and nothing is changed. */
    record Refused(AlertRefusal why) implements AlertStep {}
}
