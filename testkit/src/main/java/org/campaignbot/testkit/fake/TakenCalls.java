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
 * Every call in the order in which a fake took them.
 *
 * <p>Where only numbers are kept, the lists are empty and the counts still true. All methods may be called from any thread.
 *
 * @param <C> the calls of the platform
 * @param <P> what it calls the places that messages go to
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
     * A log without calls.
     *
     * @param lock the lock of the fake, which whoever adds a call holds
     * @param keeps whether calls are kept, and not only their numbers
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

    /** Where a call goes that sends a message. */
    protected abstract P place(C call);

    /** Whether a call is counted and neither kept nor written, since nobody looks for it. */
    protected boolean isOnlyCounted(C call) {
        return false;
    }

    /** Whether calls are kept. */
    protected final boolean keeps() {
        return keeps;
    }

    /** Notes a call, which is made from its index; the caller holds the lock and tells the listeners after letting go of it. */
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

    /** Tells the listeners of a call, without the lock. */
    public final void tell(C call) {
        listeners.forEach(each -> each.accept(call));
    }

    /** Wakes whoever waits, because something other than a call has happened. */
    public final void signal() {
        changed.signalAll();
    }

    /** Tells somebody of each call once it is noted and before it is answered, on the thread that answers it: be quick. */
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

    /** The messages that were sent to a place, as they were sent. */
    public final List<C> messagesTo(P place) {
        return calls(sending).stream().filter(call -> place(call).equals(place)).toList();
    }

    /** How many calls of a method were accepted. */
    public final long count(String method) {
        return locked(() -> accepted.getOrDefault(method, 0L));
    }

    /** How many messages were sent to a place. */
    public final int messageCount(P place) {
        return locked(() -> messages.getOrDefault(place, 0));
    }

    /** How many calls were answered with a status, such as 429. */
    public final long countOfStatus(int status) {
        return locked(() -> statuses.getOrDefault(status, 0L));
    }

    /**
     * Waits until at least so many messages were sent to a place, and tells them.
     *
     * @throws AssertionError where they have not come by the deadline
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
     * Waits until something is true of this log.
     *
     * @throws AssertionError where it is not by the deadline
     */
    public final void await(Predicate<? super TakenCalls<C, P>> condition, Duration deadline) {
        await(
                condition,
                deadline,
                () -> "what was awaited did not come; last calls: "
                        + calls().stream().skip(Math.max(0, next - 5)).toList());
    }

    /** Waits as {@link #await(Predicate, Duration)}, and tells otherwise what did not come. */
    public final void await(
            Predicate<? super TakenCalls<C, P>> condition, Duration deadline, Supplier<String> otherwise) {
        lock.lock();
        try {
            long left = deadline.toNanos();
            while (!condition.test(this)) {
                if (left <= 0) {
                    throw new AssertionError(otherwise.get());
                }
                // What is awaited may also come about where no call tells of it, as in a database.
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
