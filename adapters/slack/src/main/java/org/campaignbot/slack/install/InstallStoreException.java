package org.campaignbot.slack.install;

/** Tells Bolt that a store failed, and only the kind of failure: Bolt logs what it catches, with all causes. */
public final class InstallStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InstallStoreException(RuntimeException failure) {
        super("the store failed: " + failure.getClass().getSimpleName());
    }
}
