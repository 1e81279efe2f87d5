package org.campaignbot.benchmarks.attack;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** S1: bodies that use up memory before the sender is checked. */
final class BodyFlood implements Attack {

    private static final int CLIENTS = 900;
    private static final int ANNOUNCED = 1 << 20;
    private static final int SENT = 500 * 1024;
    private static final long SECONDS_OF_SENDING = 15;
    private static final String EXPECTED = "alive; both platforms answered within a second";

    private final String path;
    private final boolean signed;
    private final boolean sent;

    /**
     * A flood of one kind.
     *
     * @param path the request path
     * @param signed whether they have a wrong signature of the right form and time
     * @param sent whether they're sent whole, half a MiB each, or announced but not sent
     */
    BodyFlood(String path, boolean signed, boolean sent) {
        this.path = path;
        this.signed = signed;
        this.sent = sent;
    }

    @Override
    public List<Finding> run(Path folder) throws Exception {
        try (Arena arena = Arena.started(folder)) {
            String headers = signed ? Door.wrongSignature() : "";
            return List.of(sent ? whole(arena, headers) : halfSent(arena, headers));
        }
    }

    /** Heads that announce a body, followed by only a few bytes of it. */
    private Finding halfSent(Arena arena, String headers) throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            byte[] half = (Door.head(path, headers, ANNOUNCED) + "{\"a\":").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < CLIENTS && arena.isAlive(); i++) {
                try {
                    Socket socket = arena.door().open(i);
                    open.add(socket);
                    socket.getOutputStream().write(half);
                } catch (IOException refused) {
                    // A bot may turn clients away, or have ended.
                }
            }
            return judged(
                    arena,
                    CLIENTS + " bodies of 1 MiB announced on `" + path + "`"
                            + (signed ? " under well-formed, fresh, wrong signatures" : "") + ", 5 bytes of each sent");
        } finally {
            for (Socket each : open) {
                each.close();
            }
        }
    }

    /** Whole bodies with wrong signatures of the right form. */
    private Finding whole(Arena arena, String headers) throws Exception {
        ByteBuffer request =
                ByteBuffer.wrap(Door.post(path, headers, "x".repeat(SENT)).getBytes(StandardCharsets.US_ASCII));
        List<SocketChannel> open = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < CLIENTS; i++) {
                SocketChannel channel = SocketChannel.open();
                open.add(channel);
                channel.bind(Door.client(i));
                channel.configureBlocking(false);
                SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, request.duplicate());
                if (channel.connect(arena.door().address())) {
                    key.interestOps(SelectionKey.OP_WRITE);
                }
            }
            Thread sender = new Thread(() -> send(selector), "sends-bodies");
            sender.start();
            TimeUnit.SECONDS.sleep(2);
            Finding finding = judged(
                    arena,
                    CLIENTS + " bodies of 500 KiB sent to `" + path + "` under well-formed, fresh, wrong signatures");
            sender.join();
            return arena.isAlive() ? finding : died(finding.tried());
        } finally {
            for (SocketChannel each : open) {
                each.close();
            }
        }
    }

    private static void send(Selector selector) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_OF_SENDING);
        try {
            while (System.nanoTime() < end && !selector.keys().isEmpty()) {
                selector.select(200);
                for (SelectionKey key : selector.selectedKeys()) {
                    step(key);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void step(SelectionKey key) {
        SocketChannel channel = (SocketChannel) key.channel();
        ByteBuffer rest = (ByteBuffer) key.attachment();
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                key.interestOps(SelectionKey.OP_WRITE);
            } else if (key.isWritable()) {
                channel.write(rest);
                if (!rest.hasRemaining()) {
                    key.cancel();
                }
            }
        } catch (IOException refused) {
            key.cancel();
        }
    }

    private static Finding judged(Arena arena, String tried) throws InterruptedException {
        long telegram = 0;
        long slack = 0;
        boolean answered = true;
        for (int i = 0; i < 3 && arena.isAlive() && answered; i++) {
            Door.Answer one = arena.door().telegram();
            Door.Answer other = arena.door().slack();
            telegram = Math.max(telegram, one.millis());
            slack = Math.max(slack, other.millis());
            answered = one.status() == 200 && other.status() == 200;
        }
        TimeUnit.MILLISECONDS.sleep(500);
        if (!arena.isAlive()) {
            return died(tried);
        }
        String measured = answered
                ? "alive; Telegram within " + telegram + " ms, Slack within " + slack + " ms"
                : "alive, but not answered within ten seconds, or not by 200";
        return Finding.of("S1", tried, EXPECTED, measured, answered && telegram <= 1_000 && slack <= 1_000);
    }

    private static Finding died(String tried) {
        return Finding.of("S1", tried, EXPECTED, "the process ended", false);
    }
}
