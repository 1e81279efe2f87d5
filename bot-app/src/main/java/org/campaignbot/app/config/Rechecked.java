package org.campaignbot.app.config;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A value that is checked again when it's due. Thread-safe: one thread checks, and meanwhile the others use the value they have.
 */
final class Rechecked<T> {

    private final Predicate<T> isDue;
    private final UnaryOperator<T> check;
    private final ReentrantLock checking = new ReentrantLock();
    private volatile T value;

    /**
     * Starts with a value.
     *
     * @param isDue whether to check a value; asked each time somebody needs it, so it must be quick
     * @param check gives what to use in place of a value, which may be the same one
     */
    Rechecked(T first, Predicate<T> isDue, UnaryOperator<T> check) {
        this.value = first;
        this.isDue = isDue;
        this.check = check;
    }

    T get() {
        T now = value;
        if (isDue.test(now) && checking.tryLock()) {
            try {
                now = value;
                // Another thread may have checked it a moment ago.
                if (isDue.test(now)) {
                    now = check.apply(now);
                    value = now;
                }
            } finally {
                checking.unlock();
            }
        }
        return now;
    }

    /** Checks the value whether or not it's due, after a check that is under way. */
    void checkNow() {
        checking.lock();
        try {
            value = check.apply(value);
        } finally {
            checking.unlock();
        }
    }
}
