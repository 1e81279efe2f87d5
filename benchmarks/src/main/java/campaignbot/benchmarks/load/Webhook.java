package campaignbot.benchmarks.load;

import campaignbot.benchmarks.wire.Connection;
import campaignbot.benchmarks.wire.HttpMessage;
import campaignbot.benchmarks.wire.Loop;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Delivers updates to a bot's webhook over connections that are kept open, one update at a time on each. */
final class Webhook {

    /** As many as Telegram opens to one webhook at most ({@code max_connections} of setWebhook). */
    private static final int MOST_CONNECTIONS = 100;

    private final Loop loop;
    private final URI address;
    private final String headers;
    private final Deque<Line> idle = new ArrayDeque<>();
    private final Queue<Delivery> waiting = new ArrayDeque<>();
    private int lines;

    private record Delivery(SimulatedChat chat, String update) {}

    Webhook(Loop loop, URI address, @Nullable String secret) {
        this.loop = loop;
        this.address = address;
        this.headers = secret == null ? "" : "X-Telegram-Bot-Api-Secret-Token: " + secret + "\r\n";
    }

    void deliver(SimulatedChat chat, String update) {
        waiting.add(new Delivery(chat, update));
        // The line used last is used first, so that few are open where few are needed.
        Line line = idle.pollLast();
        if (line != null) {
            line.next();
        } else if (lines < MOST_CONNECTIONS) {
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
                return loop.connect(address.getPort(), this);
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
                connection.send(HttpMessage.post(address.getPath(), headers, delivery.update));
            }
        }

        @Override
        public void received(Connection from, HttpMessage response) {
            Delivery done = current;
            next();
            if (done != null) {
                done.chat.acknowledged(response.status() / 100 == 2);
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
                loop.execute(() -> lost.chat.acknowledged(false));
            }
        }
    }
}
