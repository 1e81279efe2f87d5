package campaignbot.platform;

import java.util.HashSet;
import java.util.Set;

/** Remembers what the operator was told, so that each trouble is told once; safe for use by several threads. */
public final class Troubles {

    private final Operator operator;
    private final Set<Trouble> told = new HashSet<>();
    private volatile boolean any;

    /** Nothing has been told yet to this operator. */
    public Troubles(Operator operator) {
        this.operator = operator;
    }

    /** Tells of a trouble, unless that was done. */
    public void met(Trouble trouble) {
        synchronized (told) {
            if (!told.add(trouble)) {
                return;
            }
            any = true;
        }
        tell(() -> operator.trouble(trouble));
    }

    /** Tells that a trouble is over, if it was told of. */
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
        tell(() -> operator.mended(trouble));
    }

    /** Tells that the platform answered. */
    public void reached() {
        tell(operator::reached);
    }

    /** Tells that it did not. */
    public void missed() {
        tell(operator::missed);
    }

    /** Tells, and goes on whatever comes of it: no message may be lost because a log is full. */
    private static void tell(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException failed) {
            // Whoever cannot be told cannot be told of that either.
        }
    }
}
