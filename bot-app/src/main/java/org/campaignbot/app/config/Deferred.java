package org.campaignbot.app.config;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A value that is read in the background; the first caller that needs it waits for it.
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

    /** A value that needs no reading. */
    public static <T> Deferred<T> ready(T value) {
        FutureTask<T> task = new FutureTask<>(() -> value);
        task.run();
        return new Deferred<>(task);
    }

    /** What follows from the value, worked out once by the first caller that needs it. */
    <U> Supplier<U> then(Function<T, U> step) {
        FutureTask<U> next = new FutureTask<>(() -> step.apply(get()));
        Deferred<U> deferred = new Deferred<>(next);
        return () -> {
            next.run();
            return deferred.get();
        };
    }

    /**
     * Waits for the value and returns it.
     *
     * @throws Exception if reading failed
     */
    public T await() throws Exception {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    @Override
    public T get() {
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
