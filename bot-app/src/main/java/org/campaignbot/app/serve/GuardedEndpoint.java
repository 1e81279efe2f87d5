package org.campaignbot.app.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.campaignbot.app.config.TrustedProxies;
import org.jspecify.annotations.Nullable;

/** Tomcat's endpoint, plus each connection's client and how long it has been waiting for a head. */
final class GuardedEndpoint extends NioEndpoint {

    /** The maximum number of connections from one address: Telegram's maximum. */
    private static final int OF_ONE_ADDRESS = 100;

    /** At this many connections, a new one replaces the one that has waited longest for a head. */
    private static final int CROWDED = 1_500;

    private static final long NANOS_FOR_A_HEAD = Duration.ofSeconds(10).toNanos();

    /** The connection that the current thread handles. */
    private static final ThreadLocal<@Nullable Guarded> PRESENT = new ThreadLocal<>();

    private volatile TrustedProxies proxies = TrustedProxies.THIS_MACHINE;

    void trust(TrustedProxies trusted) {
        proxies = trusted;
    }

    /**
     * Whether the head of the current thread's request reads the same to every HTTP reader.
     *
     * @param length the length of its body in bytes
     */
    static boolean isSound(long length) {
        Guarded present = PRESENT.get();
        return present == null || present.heads.take(length);
    }

    /** A Tomcat channel, reused for one connection after another. */
    private static final class Guarded extends NioChannel {

        private final HeadScan heads = new HeadScan();
        private volatile @Nullable InetAddress peer;
        /** Whether no thread handles it, and it waits for a head to start or to be complete. */
        private volatile boolean waits;
        /** Whether it has been silent since its last request. */
        private volatile boolean idle;
        /** The start of the wait, as in {@link System#nanoTime()}. */
        private volatile long since;

        private Guarded(SocketBufferHandler buffers) {
            super(buffers);
        }

        @Override
        public void reset(@Nullable SocketChannel socket, @Nullable NioSocketWrapper wrapper) throws IOException {
            super.reset(socket, wrapper);
            // A null socket means that the channel is being kept for reuse.
            peer = socket == null ? null : peer(socket);
            heads.begin();
            waitsSince(System.nanoTime(), false);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            int from = into.position();
            int read = super.read(into);
            if (read > 0) {
                heads.see(into, from, from + read);
            }
            return read;
        }

        /** Wipes the buffers, since the channel is kept for the next connection. */
        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                setAppReadBufHandler(null);
                wipe(bufHandler.getReadBuffer());
                wipe(bufHandler.getWriteBuffer());
            }
        }

        /**
         * Overwrites what the last request and its answer left in the buffers, and releases the buffer that the request was read
         * into. Shorter requests would never overwrite it all, and a proxy may keep a connection for days. No other thread may be
         * using the connection.
         */
        private void forget() {
            setAppReadBufHandler(null);
            if (bufHandler.isReadBufferEmpty() && bufHandler.isWriteBufferEmpty()) {
                wipe(bufHandler.getReadBuffer());
                wipe(bufHandler.getWriteBuffer());
            }
        }

        private static void wipe(ByteBuffer buffer) {
            if (buffer.hasArray()) {
                Arrays.fill(buffer.array(), buffer.arrayOffset(), buffer.arrayOffset() + buffer.capacity(), (byte) 0);
            }
        }

        private void waitsSince(long nanos, boolean betweenRequests) {
            since = nanos;
            idle = betweenRequests;
            waits = true;
        }
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return new Guarded(buffers);
    }

    /** Accepts a connection; called for one after another by the accepting thread. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (isOneTooMany(socket)) {
            destroySocket(socket);
            return false;
        }
        if (connections.size() >= CROWDED) {
            endTheOldest();
        }
        return super.setSocketOptions(socket);
    }

    /** Recounts each time, over a few hundred connections at most, so that the count can't drift. */
    private boolean isOneTooMany(SocketChannel socket) {
        InetAddress peer = peer(socket);
        if (peer == null || proxies.trust(peer)) {
            return peer == null;
        }
        String client = Clients.name(peer);
        int held = 0;
        for (SocketWrapperBase<NioChannel> each : connections.values()) {
            InetAddress other = each.getSocket() instanceof Guarded guarded ? guarded.peer : null;
            if (other != null && client.equals(Clients.name(other))) {
                held++;
            }
        }
        return held >= OF_ONE_ADDRESS;
    }

    private static @Nullable InetAddress peer(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress address ? address.getAddress() : null;
        } catch (IOException gone) {
            return null;
        }
    }

    private void endTheOldest() {
        SocketWrapperBase<NioChannel> oldest = null;
        long longest = -1;
        long now = System.nanoTime();
        for (SocketWrapperBase<NioChannel> each : connections.values()) {
            if (each.getSocket() instanceof Guarded guarded && guarded.waits && now - guarded.since > longest) {
                oldest = each;
                longest = now - guarded.since;
            }
        }
        if (oldest != null) {
            end(oldest);
        }
    }

    /** Closes the connections whose head has taken too long. */
    void endSlowHeads() {
        long now = System.nanoTime();
        for (SocketWrapperBase<NioChannel> each : connections.values()) {
            if (each.getSocket() instanceof Guarded guarded
                    && guarded.waits
                    && !guarded.idle
                    && now - guarded.since > NANOS_FOR_A_HEAD) {
                end(each);
            }
        }
    }

    private void end(SocketWrapperBase<NioChannel> connection) {
        // The same way that Tomcat ends a connection on a timeout.
        boolean ends = processSocket(connection, SocketEvent.ERROR, true);
        if (ends && connection.getSocket() instanceof Guarded guarded) {
            guarded.waits = false;
        }
    }

    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new Watching(handler));
    }

    /** Tomcat's handler, which also records each connection's state after processing. */
    private record Watching(Handler<NioChannel> handler) implements Handler<NioChannel> {

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
            Guarded guarded = connection.getSocket() instanceof Guarded one ? one : null;
            if (guarded == null) {
                return handler.process(connection, event);
            }
            guarded.waits = false;
            PRESENT.set(guarded);
            SocketState state;
            try {
                state = handler.process(connection, event);
            } finally {
                PRESENT.remove();
            }
            if (state == SocketState.OPEN) {
                // This thread still owns the connection: the reader of its next request waits for its lock.
                guarded.forget();
                guarded.waitsSince(System.nanoTime(), true);
            } else if (state == SocketState.LONG
                    && connection.getCurrentProcessor() instanceof Processor processor
                    && !processor.isAsync()) {
                long began = processor.getRequest().getStartTimeNanos();
                guarded.waitsSince(began > 0 ? began : System.nanoTime(), false);
            }
            return state;
        }

        @Override
        public Object getGlobal() {
            return handler.getGlobal();
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> connection) {
            handler.release(connection);
        }

        @Override
        public void pause() {
            handler.pause();
        }

        @Override
        public void recycle() {
            handler.recycle();
        }
    }
}
