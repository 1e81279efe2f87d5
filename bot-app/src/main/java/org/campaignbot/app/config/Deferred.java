package org.campaignbot.app.config;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A value that a background thread reads, or else the first caller; callers wait until it's there.
 *
 * <p>The reading thread doesn't keep the process alive.
 */
public final class Deferred<T> implements Supplier<T> {

    private final FutureTask<T> task;

    private Deferred(FutureTask<T> task) {
        this.task = task;
    }

    public static <T> Deferred<T> of(Callable<T> reading) {
        FutureTask<T> task = new FutureTask<>(reading);
        Thread reader = new Thread(task, "reads-tables");
        reader.setDaemon(true);
        reader.start();
        return new Deferred<>(task);
    }

    /** A value that the first caller reads, while others wait. */
    public static <T> Deferred<T> untilAsked(Callable<T> reading) {
        return new Deferred<>(new FutureTask<>(reading));
    }

    /** A value that needs no reading. */
    public static <T> Deferred<T> ready(T value) {
        FutureTask<T> task = new FutureTask<>(() -> value);
        task.run();
        return new Deferred<>(task);
    }

    /** A value computed from this one, once, by the first caller. */
    <U> Supplier<U> then(Function<T, U> step) {
        return untilAsked(() -> step.apply(get()));
    }

    /**
     * Waits for the value and returns it.
     *
     * @throws Exception if reading failed
     */
    public T await() throws Exception {
        // Does nothing if it is being read or has been.
        task.run();
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    @Override
    public T get() {
        // Does nothing if it is being read or has been.
        task.run();
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
