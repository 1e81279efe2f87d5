package campaignbot.slack;

/** Tells Bolt that a store failed, and of the failure only its kind: Bolt writes what it catches into the log, with all causes. */
final class InstallStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InstallStoreException(RuntimeException failure) {
        super("the store failed: " + failure.getClass().getSimpleName());
    }
}
