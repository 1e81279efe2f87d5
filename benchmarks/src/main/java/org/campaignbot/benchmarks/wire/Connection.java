package org.campaignbot.benchmarks.wire;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/** A persistent connection; used only in the thread of its {@link Loop}. */
public final class Connection {

    /** Receives what arrives. */
    public interface Receiver {
        /** A whole message arrived. */
        void received(Connection connection, HttpMessage message);

        /** The other side closed the connection; nothing more can be sent. */
        default void closed(Connection connection) {}
    }

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Receiver receiver;
    private final HttpReader reader = new HttpReader();
    private final Queue<ByteBuffer> unwritten = new ArrayDeque<>();

    Connection(Loop loop, SocketChannel channel, Receiver receiver) throws IOException {
        this.channel = channel;
        this.receiver = receiver;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = loop.register(channel, SelectionKey.OP_READ, this);
    }

    /** Sends bytes, immediately if the other side accepts them. */
    public void send(byte[] bytes) {
        unwritten.add(ByteBuffer.wrap(bytes));
        if (unwritten.size() == 1) {
            write();
        }
    }

    /** Closes it without notifying the receiver. */
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // There's nothing left to close.
        }
    }

    void ready() {
        if (key.isValid() && key.isReadable()) {
            read();
        }
        if (key.isValid() && key.isWritable()) {
            write();
        }
    }

    private void read() {
        try {
            int count = channel.read(reader.room());
            if (count < 0) {
                lost();
                return;
            }
            reader.took(count);
            for (HttpMessage message = reader.next(); message != null; message = reader.next()) {
                receiver.received(this, message);
            }
        } catch (IOException broken) {
            lost();
        }
    }

    private void write() {
        try {
            for (ByteBuffer next = unwritten.peek(); next != null; next = unwritten.peek()) {
                channel.write(next);
                if (next.hasRemaining()) {
                    key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                    return;
                }
                unwritten.remove();
            }
            key.interestOps(SelectionKey.OP_READ);
        } catch (IOException broken) {
            lost();
        }
    }

    private void lost() {
        close();
        receiver.closed(this);
    }
}
