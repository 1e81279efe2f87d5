package org.campaignbot.app.config;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A value that is read beside other work, and waited for where it is first needed.
 *
 * <p>The thread that reads it does not keep the process alive.
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

    /**
     * The value, once it is there.
     *
     * @throws Exception what the reading ended with
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
