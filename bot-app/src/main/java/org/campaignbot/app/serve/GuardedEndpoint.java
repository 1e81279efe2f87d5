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

/** Tomcat's endpoint, which knows of each connection whose it is and since when it keeps a head waiting. */
final class GuardedEndpoint extends NioEndpoint {

    /** Connections that one address may hold: as many as Telegram opens at most. */
    private static final int OF_ONE_ADDRESS = 100;

    /** From so many connections on, a new one takes the place of the one that has kept a head waiting longest. */
    private static final int CROWDED = 1_500;

    private static final long NANOS_FOR_A_HEAD = Duration.ofSeconds(10).toNanos();

    /** The connection that a thread works for. */
    private static final ThreadLocal<@Nullable Guarded> PRESENT = new ThreadLocal<>();

    private volatile TrustedProxies proxies = TrustedProxies.THIS_MACHINE;

    void trust(TrustedProxies trusted) {
        proxies = trusted;
    }

    /**
     * Whether the head of the request that the calling thread works for is one that all readers understand alike.
     *
     * @param length bytes of its body
     */
    static boolean isSound(long length) {
        Guarded present = PRESENT.get();
        return present == null || present.heads.take(length);
    }

    /** A connection of Tomcat's, used for one after another. */
    private static final class Guarded extends NioChannel {

        private final HeadScan heads = new HeadScan();
        private volatile @Nullable InetAddress peer;
        /** Whether nothing runs for it, and a head is not whole, or has not begun. */
        private volatile boolean waits;
        /** Whether it has said nothing since its last request. */
        private volatile boolean idle;
        /** Since when, on the clock of nanoseconds. */
        private volatile long since;

        private Guarded(SocketBufferHandler buffers) {
            super(buffers);
        }

        @Override
        public void reset(@Nullable SocketChannel socket, @Nullable NioSocketWrapper wrapper) throws IOException {
            super.reset(socket, wrapper);
            // Without a socket it is kept for the next one.
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

        /** It is kept for the next connection. */
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
         * Overwrites what is left in its buffers of the last request and its answer, and lets go of the one that the request was read
         * into. Shorter requests would leave it there without end: a proxy may keep a connection for days. Nothing else may run for it.
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

    /** Every connection begins here, one after another, in the thread that accepts them. */
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

    /** Counted anew for each, among at most some hundreds, so that no count can go wrong. */
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

    /** Ends the connections whose head has taken too long. */
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
        // As Tomcat itself ends one that times out.
        boolean ends = processSocket(connection, SocketEvent.ERROR, true);
        if (ends && connection.getSocket() instanceof Guarded guarded) {
            guarded.waits = false;
        }
    }

    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new Watching(handler));
    }

    /** Tomcat's handler, with a look at what it leaves a connection in. */
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
                // The connection is still this thread's: whoever reads its next request waits for its lock.
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
