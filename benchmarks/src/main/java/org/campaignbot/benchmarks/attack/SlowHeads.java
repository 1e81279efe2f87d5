package org.campaignbot.benchmarks.attack;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** S4: where the port listens, and whether heads sent one byte at a time lock everyone else out. */
final class SlowHeads implements Attack {

    private static final int CLIENTS = 1_000;
    private static final int LOOKS = 8;

    /** 127.0.0.1 as written in /proc/net/tcp and /proc/net/tcp6. */
    private static final List<String> LOOPBACK =
            List.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

    @Override
    public List<Finding> run(Path folder) throws Exception {
        try (Arena arena = Arena.started(folder)) {
            return List.of(bound(arena), slow(arena));
        }
    }

    private static Finding bound(Arena arena) throws IOException {
        List<String> bound = listening(arena.port());
        boolean held = !bound.isEmpty() && LOOPBACK.containsAll(bound);
        return Finding.of(
                "S4",
                "started without `SERVER_ADDRESS`",
                "bound to 127.0.0.1",
                held ? "127.0.0.1" : "bound to " + bound + ", all interfaces",
                held);
    }

    private static List<String> listening(int port) throws IOException {
        String end = String.format(Locale.ROOT, ":%04X", port);
        List<String> addresses = new ArrayList<>();
        for (String file : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(file))) {
                lines.map(line -> line.strip().split("\\s+", -1))
                        .filter(words -> words.length > 3 && words[3].equals("0A") && words[1].endsWith(end))
                        .forEach(words -> addresses.add(words[1].substring(0, words[1].indexOf(':'))));
            }
        }
        return addresses;
    }

    private static Finding slow(Arena arena) throws IOException, InterruptedException {
        List<Socket> open = new ArrayList<>();
        int answered = 0;
        long worst = 0;
        try {
            for (int i = 0; i < CLIENTS; i++) {
                Socket socket = arena.door().open(i);
                open.add(socket);
                socket.getOutputStream()
                        .write("GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            }
            for (int look = 0; look < LOOKS; look++) {
                for (Socket each : open) {
                    try {
                        each.getOutputStream().write('a');
                    } catch (IOException turnedAway) {
                        // A safe bot does this after a while.
                    }
                }
                Door.Answer answer =
                        arena.door().sends("GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 2_000);
                answered += answer.within(1_000) ? 1 : 0;
                worst = Math.max(worst, answer.millis());
                TimeUnit.MILLISECONDS.sleep(1_500);
            }
        } catch (IOException full) {
            // If no more connections are accepted, everyone else is locked out too.
        } finally {
            for (Socket each : open) {
                each.close();
            }
        }
        return Finding.of(
                "S4",
                CLIENTS + " heads from 100 addresses, a byte every two seconds",
                "`/health` answers",
                answered + " of " + LOOKS + " looks answered within a second, the slowest after " + worst + " ms",
                answered == LOOKS);
    }
}
