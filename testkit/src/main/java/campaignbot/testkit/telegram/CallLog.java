package campaignbot.testkit.telegram;

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
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every call of the bot in the order in which the server took them; getUpdates is only counted.
 *
 * <p>Where only numbers are kept, the lists are empty and the counts still true. All methods may be called from any thread.
 */
public final class CallLog implements AutoCloseable {

    private static final long LOOK_NANOS = 100_000_000L;

    private final ReentrantLock lock;
    private final Condition changed;
    private final boolean keeps;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Long> accepted = new TreeMap<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Map<Long, Integer> messages = new HashMap<>();
    private final List<Consumer<Call>> listeners = new CopyOnWriteArrayList<>();
    private final @Nullable BufferedWriter file;
    private long next;

    CallLog(ReentrantLock lock, boolean keeps, @Nullable Path file) {
        this.lock = lock;
        this.changed = lock.newCondition();
        this.keeps = keeps;
        try {
            this.file = file == null ? null : Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        } catch (IOException noFile) {
            throw new UncheckedIOException(noFile);
        }
    }

    /** Notes a call; the caller holds the lock and tells the listeners after letting go of it. */
    Call add(Request request, int status, String description) {
        String raw = keeps ? request.parameters().toString() : "";
        Call call = Call.of(next++, request, status, description, raw);
        statuses.merge(status, 1L, Long::sum);
        if (call.accepted()) {
            accepted.merge(call.method(), 1L, Long::sum);
            if (call.method().equals("sendMessage")) {
                messages.merge(call.chat(), 1, Integer::sum);
            }
        }
        if (!call.method().equals("getUpdates")) {
            if (keeps) {
                calls.add(call);
            }
            write(call);
        }
        changed.signalAll();
        return call;
    }

    private void write(Call call) {
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

    void tell(Call call) {
        listeners.forEach(each -> each.accept(call));
    }

    /** Wakes whoever waits, because something other than a call has happened. */
    void signal() {
        changed.signalAll();
    }

    /** Tells somebody of each call once it is noted and before it is answered, on the thread that answers it: be quick. */
    public void listen(Consumer<Call> listener) {
        listeners.add(listener);
    }

    /** All calls so far. */
    public List<Call> calls() {
        return since(0);
    }

    /** The calls from an index on. */
    public List<Call> since(long index) {
        return locked(() -> List.copyOf(calls.subList((int) Math.min(index, calls.size()), calls.size())));
    }

    /** The accepted calls of a method. */
    public List<Call> calls(String method) {
        return calls().stream()
                .filter(call -> call.accepted() && call.method().equals(method))
                .toList();
    }

    /** The messages that a chat was sent, as they were sent. */
    public List<Call> messagesTo(long chat) {
        return calls("sendMessage").stream().filter(call -> call.chat() == chat).toList();
    }

    /** How many calls of a method were accepted. */
    public long count(String method) {
        return locked(() -> accepted.getOrDefault(method, 0L));
    }

    /** How many messages a chat was sent. */
    public int messageCount(long chat) {
        return locked(() -> messages.getOrDefault(chat, 0));
    }

    /** How many calls were answered with a status, such as 429. */
    public long countOfStatus(int status) {
        return locked(() -> statuses.getOrDefault(status, 0L));
    }

    /**
     * Waits until a chat was sent at least so many messages, and tells them.
     *
     * @throws AssertionError where they have not come by the deadline
     */
    public List<Call> awaitMessages(long chat, int atLeast, Duration deadline) {
        await(
                log -> log.messageCount(chat) >= atLeast,
                deadline,
                () -> "chat " + chat + " was sent " + messageCount(chat) + " messages instead of " + atLeast + ": "
                        + messagesTo(chat).stream().map(Call::text).toList());
        return messagesTo(chat);
    }

    /**
     * Waits until something is true of this log.
     *
     * @throws AssertionError where it is not by the deadline
     */
    public void await(Predicate<CallLog> condition, Duration deadline) {
        await(
                condition,
                deadline,
                () -> "what was awaited did not come; last calls: "
                        + calls().stream().skip(Math.max(0, next - 5)).toList());
    }

    void await(Predicate<CallLog> condition, Duration deadline, Supplier<String> otherwise) {
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
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
