package org.campaignbot.app.serve;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.campaignbot.app.BotJvm;

/**
 * A server in a separate process whose clock can be advanced and whose live heap can be dumped.
 *
 * <p>That process executes its input, one command per line: {@code advance PT31M} or {@code dump FILE}. It ends with its input.
 */
final class QuietServer implements AutoCloseable {

    private static final Instant BEGIN = Instant.parse("2026-11-24T15:00:00Z");

    private final Process process;
    private final BufferedReader out;

    private QuietServer(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    public static void main(String[] none) throws Exception {
        Moved clock = new Moved();
        try (ServerHere server = ServerHere.start(System.getenv(), clock);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 2);
                if (words[0].equals("advance")) {
                    clock.offset = clock.offset.plus(Duration.parse(words[1]));
                } else {
                    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                            .dumpHeap(words[1], true);
                }
                System.out.println("done");
            }
            System.out.println(server.err());
        }
    }

    /** A running clock that can be advanced. */
    private static final class Moved implements InstantSource {
        private volatile Duration offset = Duration.between(Instant.now(), BEGIN);

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }
    }

    static QuietServer start(Map<String, String> variables) throws IOException {
        List<String> command = BotJvm.command();
        command.add(QuietServer.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        QuietServer server = new QuietServer(builder.start());
        server.await("ready");
        return server;
    }

    private void await(String word) throws IOException {
        String line = out.readLine();
        while (line != null && !line.equals(word)) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the server ended");
        }
    }

    private void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        await("done");
    }

    void advance(Duration time) throws IOException {
        tell("advance " + time);
    }

    /** Which of these texts are in the live heap, with one or two bytes per character, and how often. */
    Map<String, Integer> inHeap(List<String> texts, Path folder) throws IOException {
        Path dump = folder.resolve("heap-" + System.nanoTime() + ".hprof");
        tell("dump " + dump);
        try {
            return count(Files.readAllBytes(dump), texts);
        } finally {
            Files.deleteIfExists(dump);
        }
    }

    private static Map<String, Integer> count(byte[] heap, List<String> texts) {
        Map<String, Integer> found = new TreeMap<>();
        boolean[] isFirst = new boolean[256];
        IdentityHashMap<byte[], String> patterns = new IdentityHashMap<>();
        for (String text : texts) {
            isFirst[text.charAt(0)] = true;
            patterns.put(text.getBytes(StandardCharsets.ISO_8859_1), text);
            patterns.put(text.getBytes(StandardCharsets.UTF_16LE), text);
        }
        for (int i = 0; i < heap.length; i++) {
            if (isFirst[heap[i] & 0xFF]) {
                for (Map.Entry<byte[], String> text : patterns.entrySet()) {
                    if (isAt(heap, i, text.getKey())) {
                        found.merge(text.getValue(), 1, Integer::sum);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isAt(byte[] heap, int from, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (from + i >= heap.length || heap[from + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(Scene.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the server has stopped, but something keeps its process alive");
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
