package org.campaignbot.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads for sends and timers; send threads end after half a minute without work. */
final class OwnThreads implements Sender.Threads {

    private static final int IDLE_SECONDS = 30;
    private static final int SECONDS_FOR_THE_STORE = 1;

    private final ScheduledThreadPoolExecutor wakers = timer("sender-wake");
    private final ScheduledThreadPoolExecutor tasks = timer("sender-tasks");
    private final List<ExecutorService> workers = new ArrayList<>();

    private static ScheduledThreadPoolExecutor timer(String name) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named(name));
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return timer;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public Executor workers(String channel, int most) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("send-" + channel));
        pool.allowCoreThreadTimeOut(true);
        workers.add(pool);
        return pool;
    }

    @Override
    public Alarm channels() {
        return alarm(wakers);
    }

    @Override
    public Alarm tasks() {
        return alarm(tasks);
    }

    private static Alarm alarm(ScheduledThreadPoolExecutor timer) {
        return (delay, what) -> {
            try {
                // The task catches its own failures.
                Future<?> ignored = timer.schedule(what, delay.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException closed) {
                // Shutting down: nothing needs to be woken.
            }
        };
    }

    @Override
    public void close() {
        wakers.shutdown();
        tasks.shutdown();
        workers.forEach(ExecutorService::shutdownNow);
        try {
            tasks.awaitTermination(SECONDS_FOR_THE_STORE, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
