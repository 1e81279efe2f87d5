package org.campaignbot.sending;

/** Who gets notified of what; an exception from a listener never stops a sending thread. */
record Listeners(DeliveryListener deliveries, ChatChangeListener changes, SenderJournal journal) {

    static final Listeners NONE =
            new Listeners(DeliveryListener.IGNORED, ChatChangeListener.IGNORED, SenderJournal.SILENT);

    /** Runs something and reports a failure to the journal; returns whether it succeeded. */
    boolean guard(Runnable what) {
        try {
            what.run();
            return true;
        } catch (Throwable failure) {
            failed(failure);
            return false;
        }
    }

    /** Reports only the kind and place of a failure, because exception messages may contain anything. */
    void failed(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        String place = stack.length == 0
                ? "unknown"
                : stack[0].getClassName() + "." + stack[0].getMethodName() + ":" + stack[0].getLineNumber();
        try {
            journal.failed(failure.getClass().getName(), place);
        } catch (RuntimeException journalFailed) {
            // Nothing is left to report to.
        }
    }

    void refused(String channel, Outgoing.Lane lane, String why) {
        guard(() -> journal.refused(channel, lane, why));
    }
}
