package campaignbot.slack;

import java.util.EnumSet;
import java.util.Set;

/** Remembers what the operator was told, so that each trouble is told once. */
final class Troubles {

    private final SlackOperator operator;
    private final Set<Trouble> told = EnumSet.noneOf(Trouble.class);
    private volatile boolean any;

    Troubles(SlackOperator operator) {
        this.operator = operator;
    }

    void met(Trouble trouble) {
        synchronized (told) {
            if (!told.add(trouble)) {
                return;
            }
            any = true;
        }
        tell(() -> operator.trouble(trouble));
    }

    void over(Trouble trouble) {
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

    /** Tells, and goes on whatever comes of it: no message may be lost because a log is full. */
    private static void tell(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException failed) {
            // Whoever cannot be told cannot be told of that either.
        }
    }
}
