package org.campaignbot.platform;

import java.util.HashSet;
import java.util.Set;

/** Remembers what the operator was told, so that each trouble is reported once; thread-safe. */
public final class Troubles {

    private final Operator operator;
    private final Set<Trouble> told = new HashSet<>();
    private volatile boolean any;

    /** An operator who hasn't been told anything yet. */
    public Troubles(Operator operator) {
        this.operator = operator;
    }

    /** Reports a trouble, unless already reported. */
    public void met(Trouble trouble) {
        synchronized (told) {
            if (!told.add(trouble)) {
                return;
            }
            any = true;
        }
        tell(() -> operator.trouble(trouble));
    }

    /** Reports that a trouble is over, if it was reported. */
    public void over(Trouble trouble) {
        if (!any) {
            return;
        }
        synchronized (told) {
            if (!told.remove(trouble)) {
                return;
            }
            any = !told.isEmpty();
        }
        tell(() -> operator.resolved(trouble));
    }

    /** Reports that the platform answered. */
    public void reached() {
        tell(operator::reached);
    }

    /** Reports that it didn't. */
    public void missed() {
        tell(operator::missed);
    }

    /** Reports and ignores any failure: no message may be lost because a log is full. */
    private static void tell(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException failed) {
            // If reporting fails, there's no way to report that either.
        }
    }
}
