package org.campaignbot.slack;

/** Tells Bolt that a store failed, and only the kind of failure: Bolt logs what it catches, with all causes. */
final class InstallStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InstallStoreException(RuntimeException failure) {
        super("the store failed: " + failure.getClass().getSimpleName());
    }
}
