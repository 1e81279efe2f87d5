package org.campaignbot.app.serve;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.campaignbot.app.serve.BodyBudget.Share;
import org.jspecify.annotations.Nullable;

/**
 * One incoming request body: it is read without blocking, handed on when complete, and ended once.
 *
 * <p>Its buffer starts small and grows with the bytes received, never with the announced length. It takes its bytes from a budget,
 * and gives them back however it ends.
 */
final class Delivery implements ReadListener, AsyncListener {

    private static final int FIRST_BUFFER = 4_096;

    /** The largest announced body, in bytes, that is received and dropped before its request is refused. */
    private static final int LARGEST_DROPPED = 64 * 1024;

    private final AsyncContext exchange;
    private final ServletInputStream in;
    private final int largest;
    private final @Nullable Share share;
    private final Taker taker;
    private final boolean isRefused;
    private final AtomicBoolean ended = new AtomicBoolean();
    private byte[] buffer = new byte[0];
    private int length;

    /** Takes a complete body and answers the request. */
    interface Taker {
        void take(AsyncContext exchange, byte[] body) throws IOException;
    }

    private interface Answer {
        void write() throws IOException;
    }

    /**
     * The limits for bodies of one kind.
     *
     * @param largest the maximum size in bytes
     * @param time the maximum time to receive a whole body
     */
    record Limits(int largest, Duration time) {}

    private Delivery(HttpServletRequest request, Limits limits, @Nullable Share share, boolean isRefused, Taker taker)
            throws IOException {
        this.in = request.getInputStream();
        this.largest = limits.largest();
        this.share = share;
        this.isRefused = isRefused;
        this.taker = taker;
        this.exchange = request.startAsync();
        exchange.setTimeout(limits.time().toMillis());
    }

    /**
     * Starts reading a request's body.
     *
     * @param share its share of the budget; null if its client has too much in flight, so it is told to retry and its body isn't
     * read
     */
    static void begin(HttpServletRequest request, Limits limits, @Nullable Share share, Taker taker)
            throws IOException {
        boolean listens = false;
        try {
            Delivery delivery = new Delivery(request, limits, share, false, taker);
            delivery.listen();
            listens = true;
            if (share == null) {
                delivery.end(delivery::putOff);
            }
        } finally {
            if (!listens && share != null) {
                share.close();
            }
        }
    }

    /** Answers a request without reading its body, which could take as long as the sender likes. */
    static void refuse(HttpServletRequest request, Limits limits, Taker answer) throws IOException {
        Delivery delivery = refused(request, limits, answer);
        delivery.end(delivery::take);
    }

    /**
     * Answers a request once its body was received and dropped. A connection that is closed on bytes nobody read is reset, and a browser
     * may never show why. A large body isn't waited for.
     */
    static void drop(HttpServletRequest request, Limits limits, Taker answer) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced < 0 || announced > LARGEST_DROPPED) {
            refuse(request, limits, answer);
        } else {
            refused(request, limits, answer);
        }
    }

    private static Delivery refused(HttpServletRequest request, Limits limits, Taker answer) throws IOException {
        Delivery delivery = new Delivery(request, limits, null, true, answer);
        delivery.listen();
        return delivery;
    }

    private void listen() {
        exchange.addListener(this);
        // Needed even if nothing will be read: otherwise a thread would wait for the rest of the body.
        in.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!ended.get() && in.isReady()) {
            if (length == buffer.length && !grow()) {
                return;
            }
            int read = in.read(buffer, length, buffer.length - length);
            if (read < 0) {
                return;
            }
            // What is refused is written over itself.
            length += isRefused ? 0 : read;
        }
    }

    /** Grows the buffer; if there is no room, tells the sender to retry. */
    private boolean grow() throws IOException {
        if (length > largest) {
            onAllDataRead();
            return false;
        }
        // One byte over the limit, so that a body that is too large can be detected.
        int next = Math.min(largest + 1, Math.max(FIRST_BUFFER, length * 2));
        if (!isRefused && (share == null || !share.grow(next - buffer.length))) {
            end(this::putOff);
            return false;
        }
        buffer = Arrays.copyOf(buffer, next);
        return true;
    }

    @Override
    public void onAllDataRead() throws IOException {
        end(this::take);
    }

    private void take() throws IOException {
        taker.take(exchange, length == buffer.length ? buffer : Arrays.copyOf(buffer, length));
    }

    @Override
    public void onError(Throwable brokenOff) {
        end(() -> {});
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end(isRefused ? this::take : () -> status(HttpServletResponse.SC_REQUEST_TIMEOUT));
    }

    @Override
    public void onError(AsyncEvent event) {
        end(() -> {});
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}

    @Override
    public void onComplete(AsyncEvent event) {
        ended.set(true);
        giveBack();
    }

    /** Answers and ends the request, unless that was already done. */
    private void end(Answer answer) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            answer.write();
        } catch (IOException | RuntimeException failure) {
            // Whatever failed, tell the sender to retry; show it nothing of the failure.
            status(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } finally {
            giveBack();
            exchange.complete();
        }
    }

    private void giveBack() {
        if (share != null) {
            share.close();
        }
    }

    private void putOff() {
        ((HttpServletResponse) exchange.getResponse()).setHeader("Retry-After", "1");
        status(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private void status(int status) {
        HttpServletResponse response = (HttpServletResponse) exchange.getResponse();
        if (!response.isCommitted()) {
            response.setStatus(status);
        }
    }
}
