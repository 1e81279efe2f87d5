package org.campaignbot.app;

/**
 * Configures the JDK's logging so that libraries log nothing: the commands themselves report errors, in words.
 *
 * <p>The JDK creates an instance when something is first logged, so a command that logs nothing pays nothing.
 */
public final class QuietLibraries {

    /** The system property that names this class. */
    static final String PROPERTY = "java.util.logging.config.class";

    /** Leaves the root logger without a handler. */
    public QuietLibraries() {
        // The JDK's own configuration would write to standard error; without a handler nothing is written.
    }
}
