package campaignbot.content.problem;

/** What a problem stops. */
public enum Severity {
    /** The pack must not be used. */
    ERROR,
    /** The pack works, and someone should look. */
    WARNING
}
