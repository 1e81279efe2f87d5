package org.campaignbot.platform;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Posts requests at most once, and says of each whether it was answered, never left, or may have arrived.
 *
 * <p>Platforms have no idempotency key, so a repeat could be a second message: a request is never repeated once sending its body
 * has begun, and redirects aren't followed, since they'd carry the token to another host. What passed through is wiped from the
 * library's buffers.
 */
public final class AtMostOnceHttp implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(20);
    private static final Duration WRITE = Duration.ofSeconds(10);
    private static final Duration CALL = Duration.ofSeconds(30);

    /** Enough for a few dozen concurrent senders to keep their connections. */
    private static final int IDLE_CONNECTIONS = 64;

    /** Shorter than the minute after which servers commonly close idle connections. */
    private static final Duration IDLE = Duration.ofSeconds(50);

    private static final byte[] ZEROS = new byte[64 * 1024];

    private final OkHttpClient client;

    /** Creates a client with connections of its own. */
    public AtMostOnceHttp() {
        this(new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(READ)
                .writeTimeout(WRITE)
                .callTimeout(CALL)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE.toSeconds(), TimeUnit.SECONDS))
                .followRedirects(false)
                .followSslRedirects(false)
                .build());
    }

    private AtMostOnceHttp(OkHttpClient client) {
        this.client = client;
    }

    /** What became of a request. */
    public sealed interface Result {

        /** The server answered. */
        record Answered(int status, Headers headers, ByteString body) implements Result {

            /** The server's clock, to the second; null if it doesn't say. */
            public @Nullable Instant serverTime() {
                return headers.getInstant("Date");
            }

            /** The seconds that the server asks to wait; null if it doesn't say. */
            public @Nullable Integer retryAfter() {
                String seconds = headers.get("Retry-After");
                return seconds != null && seconds.matches("[0-9]{1,6}") ? Integer.valueOf(seconds) : null;
            }
        }

        /** Nothing was sent. */
        record NotSent(String why) implements Result {}

        /** It was sent, but there's no answer. */
        record Unclear(String why) implements Result {}
    }

    /** A client on the same connections whose calls take this long at most. */
    public AtMostOnceHttp within(Duration limit) {
        return new AtMostOnceHttp(client.newBuilder().callTimeout(limit).build());
    }

    /** A client on the same connections whose server may take this long to answer; its calls end apart from this one's. */
    public AtMostOnceHttp waiting(Duration hold) {
        return new AtMostOnceHttp(client.newBuilder()
                .readTimeout(hold.plus(READ))
                .callTimeout(hold.plus(CALL))
                .dispatcher(new Dispatcher())
                .build());
    }

    /**
     * Posts a body.
     *
     * @param request where to, and its headers
     * @param type the body's type; null sends none
     */
    public Result post(Request.Builder request, @Nullable MediaType type, byte[] bytes) {
        OneShot body = new OneShot(type, bytes);
        try (Response response = client.newCall(request.post(body).build()).execute()) {
            return new Result.Answered(
                    response.code(), response.headers(), response.body().byteString());
        } catch (IOException failure) {
            String why = failure.getClass().getSimpleName();
            return body.begun ? new Result.Unclear(why) : new Result.NotSent(why);
        } finally {
            wipeBuffers();
        }
    }

    /** Ends the calls that are under way. */
    public void cancelAll() {
        client.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        cancelAll();
        client.connectionPool().evictAll();
    }

    /**
     * Overwrites what the library's pooled buffers still hold of a request and its answer, which would stay there until other calls
     * need the space. The pool has 64 KiB per group of threads, and this thread's is the one its calls use.
     */
    private static void wipeBuffers() {
        Buffer pooled = new Buffer();
        pooled.write(ZEROS);
        pooled.clear();
    }

    /** A body that is written once and knows whether writing has begun. */
    private static final class OneShot extends RequestBody {
        private final @Nullable MediaType type;
        private final byte[] bytes;
        private volatile boolean begun;

        OneShot(@Nullable MediaType type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        @Override
        public @Nullable MediaType contentType() {
            return type;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            begun = true;
            sink.write(bytes);
        }
    }
}
