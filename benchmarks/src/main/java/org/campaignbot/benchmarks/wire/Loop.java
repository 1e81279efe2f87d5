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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A driver's single thread: it serves every connection in turn, only on 127.0.0.1. */
public final class Loop implements AutoCloseable {

    private static final int WAITING_CONNECTIONS = 512;

    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<Runnable> everyRound = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** Starts the thread. */
    public Loop(String name) throws IOException {
        selector = Selector.open();
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs a task in the thread soon. */
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** Runs a quick look in the thread after each round of serving, ten times a second or more. */
    public void everyRound(Runnable look) {
        everyRound.add(look);
    }

    /** Runs a query in the thread, which alone may access what it serves, and waits for the result. */
    public <T extends @Nullable Object> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        execute(() -> answer.complete(question.get()));
        return answer.join();
    }

    /** The thread's processor time in seconds. */
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

    /** Connects to a port; only in the loop's thread. */
    public Connection connect(int port, Connection.Receiver receiver) throws IOException {
        // On loopback, a connection is made or refused at once, so waiting for it here delays nobody.
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
            // The client closed the connection before it was accepted.
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
            everyRound.forEach(Runnable::run);
        }
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof Connection connection) {
            connection.ready();
        } else if (key.attachment() instanceof Runnable accept && key.isValid()) {
            accept.run();
        }
    }

    /** Stops the thread and closes every connection. */
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
