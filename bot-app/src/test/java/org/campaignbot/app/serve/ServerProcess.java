package org.campaignbot.app.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.campaignbot.app.Bot;
import org.campaignbot.app.BotJvm;
import org.campaignbot.app.config.Clocks;

/** {@code ./bot serve} as a separate process, with its output so far. */
final class ServerProcess implements AutoCloseable {

    /** Far longer than a start takes, even on a machine that is busy with other tests. */
    private static final long PATIENCE_SECONDS = 120;

    /** The instant at which its clock starts. */
    static final String BEGIN = "2026-11-24T15:00:00Z";

    private static final String READY = "Ctrl-C ends it";

    private final Process process;
    private final Lines out;
    private final Lines err;

    private ServerProcess(Process process) {
        this.process = process;
        this.out = Lines.of(process.getInputStream());
        this.err = Lines.of(process.getErrorStream());
    }

    /** Starts a server with these variables set, and waits until it is ready. */
    static ServerProcess ready(Map<String, String> variables) throws IOException, InterruptedException {
        ServerProcess server = start(variables);
        server.awaitOut(READY);
        return server;
    }

    /** Starts a server with its shipped heap size that exits when out of memory, and waits until it is ready. */
    static ServerProcess readyAsShipped(Map<String, String> variables, String... flags)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-Xmx704m", "-XX:+ExitOnOutOfMemoryError"));
        all.addAll(List.of(flags));
        ServerProcess server = start(variables, all.toArray(String[]::new));
        server.awaitOut(READY);
        return server;
    }

    /** Starts a server without waiting. */
    static ServerProcess start(Map<String, String> variables, String... flags) throws IOException {
        List<String> command = BotJvm.command(flags);
        command.addAll(List.of(Bot.class.getName(), "serve"));
        return start(new ProcessBuilder(command), variables);
    }

    /** Starts a server with another command, with these variables set in addition to its own, and waits until it is ready. */
    static ServerProcess ready(ProcessBuilder builder, Map<String, String> variables)
            throws IOException, InterruptedException {
        ServerProcess server = start(builder, variables);
        server.awaitOut(READY);
        return server;
    }

    private static ServerProcess start(ProcessBuilder builder, Map<String, String> variables) throws IOException {
        builder.environment().put(Clocks.VARIABLE, BEGIN);
        builder.environment().putAll(variables);
        return new ServerProcess(builder.start());
    }

    void awaitOut(String part) throws InterruptedException {
        out.await(part, this);
    }

    void awaitErr(String part) throws InterruptedException {
        err.await(part, this);
    }

    String out() {
        return out.text();
    }

    String err() {
        return err.text();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Tells it to stop, and returns its exit code. */
    int stop() throws InterruptedException {
        // Unlike the process itself, its handle leaves the streams open for the last output.
        if (!process.toHandle().destroy()) {
            throw new AssertionError("the server could not be told to stop: " + out() + err());
        }
        return exit();
    }

    /** Kills it, like a power cut. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exit();
    }

    /** Waits until it ends by itself, and returns its exit code. */
    int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not end: " + out() + err());
        }
        out.finish();
        err.finish();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Lines as they arrive, read by a separate thread. */
    private static final class Lines {

        private final List<String> lines = new ArrayList<>();
        private final Thread reader;

        private Lines(InputStream from) {
            this.reader = new Thread(() -> read(from), "reads-a-server");
            reader.setDaemon(true);
        }

        static Lines of(InputStream from) {
            Lines lines = new Lines(from);
            lines.reader.start();
            return lines;
        }

        private void read(InputStream from) {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    add(line);
                }
            } catch (IOException ended) {
                throw new UncheckedIOException(ended);
            }
        }

        private synchronized void add(String line) {
            lines.add(line);
            notifyAll();
        }

        synchronized String text() {
            return String.join("\n", lines);
        }

        synchronized void await(String part, ServerProcess server) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (lines.stream().noneMatch(line -> line.contains(part))) {
                long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (millis <= 0 || !reader.isAlive()) {
                    throw new AssertionError("no line with \"" + part + "\": " + server.out() + server.err());
                }
                wait(Math.min(millis, 1_000));
            }
        }

        void finish() throws InterruptedException {
            reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
    }
}
