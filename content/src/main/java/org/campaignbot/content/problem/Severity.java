package org.campaignbot.content.problem;

/** How serious a problem is. */
public enum Severity {
    /** The pack can't be used. */
    ERROR,
    /** The pack works, but someone should look. */
    WARNING
}
