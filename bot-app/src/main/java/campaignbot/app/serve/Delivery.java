package campaignbot.app.serve;

import campaignbot.telegram.TelegramWebhook;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/** One body on its way in: it is collected as it comes, handed on when all of it is there, and ended once. */
final class Delivery implements ReadListener, AsyncListener {

    private static final int MOST = TelegramWebhook.LARGEST + 1;
    private static final int FIRST_BUFFER = 4_096;

    private final AsyncContext exchange;
    private final ServletInputStream in;
    private final Taker taker;
    private final AtomicBoolean ended = new AtomicBoolean();
    private byte[] buffer;
    private int length;

    /** Takes a whole body and answers it. */
    interface Taker {
        void take(byte[] body) throws IOException;
    }

    /** Answers. */
    interface Answer {
        void write() throws IOException;
    }

    /**
     * A delivery that has just begun.
     *
     * @param announced how many bytes are announced, or -1
     */
    Delivery(AsyncContext exchange, ServletInputStream in, int announced, Taker taker) {
        this.exchange = exchange;
        this.in = in;
        this.taker = taker;
        // One byte more than announced, so that the end is seen without growing.
        this.buffer = new byte[announced >= 0 && announced < MOST ? announced + 1 : FIRST_BUFFER];
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!ended.get() && in.isReady()) {
            if (length == buffer.length) {
                if (length == MOST) {
                    onAllDataRead();
                    return;
                }
                buffer = Arrays.copyOf(buffer, Math.min(MOST, length * 2));
            }
            int read = in.read(buffer, length, buffer.length - length);
            if (read < 0) {
                return;
            }
            length += read;
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        end(() -> taker.take(length == buffer.length ? buffer : Arrays.copyOf(buffer, length)));
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
    }

    /** Answers and ends, unless that was done before. */
    void end(Answer answer) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            answer.write();
        } catch (IOException | RuntimeException failure) {
            // Whatever failed, the sender is told to come again; nothing of the failure is shown to it.
            status(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } finally {
            exchange.complete();
        }
    }

    private void status(int status) {
        HttpServletResponse response = (HttpServletResponse) exchange.getResponse();
        if (!response.isCommitted()) {
            response.setStatus(status);
        }
    }
}
