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
 * One body on its way in: it is collected as it comes, handed on when all of it is there, and ended once.
 *
 * <p>Its buffer begins small and grows with what has come, never with what was announced. What it holds is part of a budget, and given
 * back at its end, whichever that is.
 */
final class Delivery implements ReadListener, AsyncListener {

    private static final int FIRST_BUFFER = 4_096;

    private final AsyncContext exchange;
    private final ServletInputStream in;
    private final int largest;
    private final @Nullable Share share;
    private final Taker taker;
    private final AtomicBoolean ended = new AtomicBoolean();
    private byte[] buffer = new byte[0];
    private int length;

    /** Takes a whole body and answers its exchange. */
    interface Taker {
        void take(AsyncContext exchange, byte[] body) throws IOException;
    }

    private interface Answer {
        void write() throws IOException;
    }

    /**
     * What bodies of one kind may take.
     *
     * @param largest bytes of the largest of them
     * @param time within which one is there as a whole
     */
    record Limits(int largest, Duration time) {}

    private Delivery(HttpServletRequest request, Limits limits, @Nullable Share share, Taker taker) throws IOException {
        this.in = request.getInputStream();
        this.largest = limits.largest();
        this.share = share;
        this.taker = taker;
        this.exchange = request.startAsync();
        exchange.setTimeout(limits.time().toMillis());
    }

    /**
     * Begins to read a request's body.
     *
     * @param share what it may hold; null where its client has too much in flight, so that it is put off without its body
     */
    static void begin(HttpServletRequest request, Limits limits, @Nullable Share share, Taker taker)
            throws IOException {
        boolean listens = false;
        try {
            Delivery delivery = new Delivery(request, limits, share, taker);
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

    /** Answers a request without its body, of which nothing is read: that could take as long as the sender likes. */
    static void refuse(HttpServletRequest request, Limits limits, Taker answer) throws IOException {
        Delivery delivery = new Delivery(request, limits, null, answer);
        delivery.listen();
        delivery.end(() -> answer.take(delivery.exchange, new byte[0]));
    }

    private void listen() {
        exchange.addListener(this);
        // Also where nothing is to be read: a body that is left is waited for by no thread then.
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
            length += read;
        }
    }

    /** Makes room for more; where there is none, the sender is told to come again. */
    private boolean grow() throws IOException {
        if (length > largest) {
            onAllDataRead();
            return false;
        }
        // One byte more than may be, so that a body that is too large is known as such.
        int next = Math.min(largest + 1, Math.max(FIRST_BUFFER, length * 2));
        if (share == null || !share.grow(next - buffer.length)) {
            end(this::putOff);
            return false;
        }
        buffer = Arrays.copyOf(buffer, next);
        return true;
    }

    @Override
    public void onAllDataRead() throws IOException {
        end(() -> taker.take(exchange, length == buffer.length ? buffer : Arrays.copyOf(buffer, length)));
    }

    @Override
    public void onError(Throwable brokenOff) {
        end(() -> {});
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end(() -> status(HttpServletResponse.SC_REQUEST_TIMEOUT));
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

    /** Answers and ends, unless that was done before. */
    private void end(Answer answer) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            answer.write();
        } catch (IOException | RuntimeException failure) {
            // Whatever failed, the sender is told to come again; nothing of the failure is shown to it.
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
