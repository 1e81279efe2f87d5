package org.campaignbot.benchmarks.wire;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Delivers requests to a port over persistent connections, one request at a time on each; used only in the thread of its
 * {@link Loop}.
 */
public final class Lines {

    private final Loop loop;
    private final int port;
    private final int most;
    private final Deque<Line> idle = new ArrayDeque<>();
    private final Queue<Delivery> waiting = new ArrayDeque<>();
    private int lines;

    @SuppressWarnings("ArrayRecordComponent") // Passed on and never changed; a copy would cost what is being measured.
    private record Delivery(byte[] request, IntConsumer answered) {}

    /** Opens at most this many connections, and none before it's needed. */
    public Lines(Loop loop, int port, int most) {
        this.loop = loop;
        this.port = port;
        this.most = most;
    }

    /**
     * Delivers a request as soon as a connection is free.
     *
     * @param answered called with the status of the response, or 0 if the connection was refused or broke
     */
    public void deliver(byte[] request, IntConsumer answered) {
        waiting.add(new Delivery(request, answered));
        // The most recently used line goes first, so that no more are open than needed.
        Line line = idle.pollLast();
        if (line != null) {
            line.next();
        } else if (lines < most) {
            new Line().next();
        }
    }

    private final class Line implements Connection.Receiver {

        private final @Nullable Connection connection;
        private @Nullable Delivery current;

        Line() {
            lines++;
            connection = connect();
        }

        private @Nullable Connection connect() {
            try {
                return loop.connect(port, this);
            } catch (IOException refused) {
                return null;
            }
        }

        void next() {
            Delivery delivery = waiting.poll();
            current = delivery;
            if (delivery == null) {
                idle.add(this);
            } else if (connection == null) {
                closed();
            } else {
                connection.send(delivery.request);
            }
        }

        @Override
        public void received(Connection from, HttpMessage response) {
            Delivery done = current;
            next();
            if (done != null) {
                done.answered.accept(response.status());
            }
        }

        @Override
        public void closed(Connection gone) {
            closed();
        }

        private void closed() {
            lines--;
            idle.remove(this);
            Delivery lost = current;
            if (lost != null) {
                loop.execute(() -> lost.answered.accept(0));
            }
        }
    }
}
