package campaignbot.delivery;

/** Who is told what; nothing that they throw stops a thread that sends. */
record Listeners(Deliveries deliveries, ChatChanges changes, SenderJournal journal) {

    static final Listeners NONE = new Listeners(Deliveries.IGNORED, ChatChanges.IGNORED, SenderJournal.SILENT);

    /** Does something and tells the journal where it failed; returns whether it did not. */
    boolean guard(Runnable what) {
        try {
            what.run();
            return true;
        } catch (Throwable failure) {
            failed(failure);
            return false;
        }
    }

    /** Tells the kind and the place of a failure and nothing else, since messages of exceptions may hold anything. */
    void failed(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        String place = stack.length == 0
                ? "unknown"
                : stack[0].getClassName() + "." + stack[0].getMethodName() + ":" + stack[0].getLineNumber();
        try {
            journal.failed(failure.getClass().getName(), place);
        } catch (RuntimeException journalFailed) {
            // Nobody is left to tell.
        }
    }

    void refused(String channel, Outgoing.Lane lane, String why) {
        guard(() -> journal.refused(channel, lane, why));
    }
}
