package org.campaignbot.testkit.fake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every call in the order in which a fake received it.
 *
 * <p>If only counts are kept, the lists are empty but the counts are right. All methods are thread-safe.
 *
 * @param <C> the calls of the platform
 * @param <P> the platform's type for places that messages go to
 */
public abstract class TakenCalls<C extends TakenCall, P> implements AutoCloseable {

    private static final long LOOK_NANOS = 100_000_000L;

    private final ReentrantLock lock;
    private final Condition changed;
    private final boolean keeps;
    private final String sending;
    private final List<C> calls = new ArrayList<>();
    private final Map<String, Long> accepted = new TreeMap<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Map<P, Integer> messages = new HashMap<>();
    private final List<Consumer<? super C>> listeners = new CopyOnWriteArrayList<>();
    private final @Nullable BufferedWriter file;
    private long next;

    /**
     * An empty log.
     *
     * @param lock the fake's lock, held when adding a call
     * @param keeps whether calls are kept, not only counted
     * @param sending the method that sends a message
     * @param file where calls are written, or null
     */
    protected TakenCalls(ReentrantLock lock, boolean keeps, String sending, @Nullable Path file) {
        this.lock = lock;
        this.changed = lock.newCondition();
        this.keeps = keeps;
        this.sending = sending;
        try {
            this.file = file == null ? null : Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        } catch (IOException noFile) {
            throw new UncheckedIOException(noFile);
        }
    }

    /** The place that a sending call goes to. */
    protected abstract P place(C call);

    /** Whether a call is only counted, neither kept nor written, because nobody looks for it. */
    protected boolean isOnlyCounted(C call) {
        return false;
    }

    /** Whether calls are kept. */
    protected final boolean keeps() {
        return keeps;
    }

    /** Records a call, built from its index; the caller holds the lock and notifies the listeners after releasing it. */
    protected final C note(LongFunction<C> made) {
        C call = made.apply(next++);
        statuses.merge(call.status(), 1L, Long::sum);
        if (call.accepted()) {
            accepted.merge(call.method(), 1L, Long::sum);
            if (call.method().equals(sending)) {
                messages.merge(place(call), 1, Integer::sum);
            }
        }
        if (!isOnlyCounted(call)) {
            if (keeps) {
                calls.add(call);
            }
            write(call);
        }
        changed.signalAll();
        return call;
    }

    private void write(C call) {
        if (file != null) {
            try {
                file.write(call.json().toString());
                file.write('\n');
                file.flush();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Notifies the listeners of a call, without the lock. */
    public final void tell(C call) {
        listeners.forEach(each -> each.accept(call));
    }

    /** Wakes waiting threads, because something other than a call has happened. */
    public final void signal() {
        changed.signalAll();
    }

    /** Notifies a listener of each call after it's recorded and before it's answered, on the answering thread: be quick. */
    public final void listen(Consumer<? super C> listener) {
        listeners.add(listener);
    }

    /** All calls so far. */
    public final List<C> calls() {
        return since(0);
    }

    /** The calls from an index on. */
    public final List<C> since(long index) {
        return locked(() -> List.copyOf(calls.subList((int) Math.min(index, calls.size()), calls.size())));
    }

    /** The accepted calls of a method. */
    public final List<C> calls(String method) {
        return calls().stream()
                .filter(call -> call.accepted() && call.method().equals(method))
                .toList();
    }

    /** The messages sent to a place, in their original form. */
    public final List<C> messagesTo(P place) {
        return calls(sending).stream().filter(call -> place(call).equals(place)).toList();
    }

    /** The number of accepted calls of a method. */
    public final long count(String method) {
        return locked(() -> accepted.getOrDefault(method, 0L));
    }

    /** The number of messages sent to a place. */
    public final int messageCount(P place) {
        return locked(() -> messages.getOrDefault(place, 0));
    }

    /** The number of calls answered with a status, such as 429. */
    public final long countOfStatus(int status) {
        return locked(() -> statuses.getOrDefault(status, 0L));
    }

    /**
     * Waits until at least this many messages were sent to a place, and returns them.
     *
     * @throws AssertionError if they haven't come by the deadline
     */
    public final List<C> awaitMessages(P place, int atLeast, Duration deadline) {
        await(
                log -> log.messageCount(place) >= atLeast,
                deadline,
                () -> place + " was sent " + messageCount(place) + " messages instead of " + atLeast + ": "
                        + messagesTo(place).stream().map(TakenCall::text).toList());
        return messagesTo(place);
    }

    /**
     * Waits until this log meets a condition.
     *
     * @throws AssertionError if it doesn't by the deadline
     */
    public final void await(Predicate<? super TakenCalls<C, P>> condition, Duration deadline) {
        await(
                condition,
                deadline,
                () -> "what was awaited did not come; last calls: "
                        + calls().stream().skip(Math.max(0, next - 5)).toList());
    }

    /** Like {@link #await(Predicate, Duration)}, with a failure message about what didn't come. */
    public final void await(
            Predicate<? super TakenCalls<C, P>> condition, Duration deadline, Supplier<String> otherwise) {
        lock.lock();
        try {
            long left = deadline.toNanos();
            while (!condition.test(this)) {
                if (left <= 0) {
                    throw new AssertionError(otherwise.get());
                }
                // The condition may also become true without a call, as in a database.
                long look = Math.min(left, LOOK_NANOS);
                left -= look - changed.awaitNanos(look);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", interrupted);
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> read) {
        lock.lock();
        try {
            return read.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
