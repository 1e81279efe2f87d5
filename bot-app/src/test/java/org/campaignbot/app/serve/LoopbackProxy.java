package org.campaignbot.app.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A reverse proxy on this machine that streams bodies, like Caddy, and reports a separate client address for each connection. */
final class LoopbackProxy implements AutoCloseable {

    private static final int STACK = 128 * 1024;
    private static final int MOST_OF_A_HEAD = 8_192;

    private final ServerSocket door;
    private final int server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger clients = new AtomicInteger();

    LoopbackProxy(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(null, work, "loopback-proxy", STACK);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                sockets.add(client);
                start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            sockets.add(upstream);
            start(() -> pipeAndEnd(upstream, client));
            InputStream in = client.getInputStream();
            OutputStream out = upstream.getOutputStream();
            int number = clients.incrementAndGet();
            String told = "X-Forwarded-For: 198.18." + number / 256 + "." + number % 256 + "\r\n\r\n";
            String head = head(in);
            while (!head.isEmpty()) {
                out.write((head.substring(0, head.length() - 2) + told).getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                pipe(in, out, length(head));
                head = head(in);
            }
        } catch (IOException ended) {
            // One of the two has closed.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < MOST_OF_A_HEAD && !head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int length(String head) {
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                return Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return 0;
    }

    private static void pipe(InputStream in, OutputStream out, int length) throws IOException {
        byte[] some = new byte[8_192];
        int left = length;
        while (left > 0) {
            int read = in.read(some, 0, Math.min(some.length, left));
            if (read < 0) {
                throw new IOException("the client is gone");
            }
            out.write(some, 0, read);
            out.flush();
            left -= read;
        }
    }

    private static void pipeAndEnd(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            // One of the two has closed.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket each : sockets) {
            each.close();
        }
    }
}
