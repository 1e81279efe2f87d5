package org.campaignbot.app;

/**
 * Sets up the JDK's logging so that libraries say nothing: what goes wrong is told by the commands themselves, in words.
 *
 * <p>The JDK makes one of these when something is first logged, so a command in which nothing is pays nothing.
 */
public final class QuietLibraries {

    /** The setting by which the JDK finds this class. */
    static final String PROPERTY = "java.util.logging.config.class";

    /** Leaves the root logger without a handler. */
    public QuietLibraries() {
        // The JDK's own set-up would write to the standard error; without any nothing is written.
    }
}
