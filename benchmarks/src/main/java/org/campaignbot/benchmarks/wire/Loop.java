package org.campaignbot.benchmarks.wire;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one thread of a driver: it serves every connection in turn, on 127.0.0.1 alone. */
public final class Loop implements AutoCloseable {

    private static final int WAITING_CONNECTIONS = 512;

    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** Starts the thread. */
    public Loop(String name) throws IOException {
        selector = Selector.open();
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs something in the thread soon. */
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** Asks something in the thread, which alone may look at what it serves, and waits for the answer. */
    public <T extends @Nullable Object> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        execute(() -> answer.complete(question.get()));
        return answer.join();
    }

    /** Seconds of processor time that the thread has used. */
    public double processorSeconds() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId()) / 1e9;
    }

    /** Listens on a port, 0 for a free one, and returns it. */
    public int listen(int port, Connection.Receiver receiver) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING_CONNECTIONS);
        server.configureBlocking(false);
        Runnable accept = () -> accept(server, receiver);
        execute(() -> {
            try {
                register(server, SelectionKey.OP_ACCEPT, accept);
            } catch (IOException broken) {
                throw new IllegalStateException("a port that was just opened is closed", broken);
            }
        });
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    /** Connects to a port; in the thread of the loop alone. */
    public Connection connect(int port, Connection.Receiver receiver) throws IOException {
        // On the loopback a connection is made or refused at once, so waiting for it here holds nobody up.
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new Connection(this, channel, receiver);
    }

    SelectionKey register(SelectableChannel channel, int operations, Object attachment) throws IOException {
        return channel.register(selector, operations, attachment);
    }

    private void accept(ServerSocketChannel server, Connection.Receiver receiver) {
        try {
            for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
                new Connection(this, channel, receiver);
            }
        } catch (IOException gone) {
            // Whoever wanted to connect has thought better of it.
        }
    }

    private void run() {
        while (!closed) {
            try {
                selector.select(this::ready, 100);
            } catch (IOException broken) {
                throw new IllegalStateException("the selector broke", broken);
            }
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof Connection connection) {
            connection.ready();
        } else if (key.attachment() instanceof Runnable accept && key.isValid()) {
            accept.run();
        }
    }

    /** Ends the thread and closes every connection. */
    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join(5_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
