package org.campaignbot.benchmarks.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.campaignbot.testkit.FreePort;

/** A PostgreSQL server on this machine that keeps what it confirms: fsync, synchronous_commit and full_page_writes are on. */
public final class PostgresServer implements AutoCloseable {

    private static final Duration TO_START = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private PostgresServer(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.server = start(data, port);
    }

    /** Starts a server with its data in a new folder. */
    public static PostgresServer start(Path data) throws IOException {
        Files.createDirectories(data.toAbsolutePath().getParent());
        return new PostgresServer(data.toAbsolutePath(), FreePort.find());
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(TO_START)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    /** Its address, in the form of the setting {@code DATABASE_URL}. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Kills the server and all its processes like {@code kill -9}, and returns once they're gone. */
    public void kill() throws IOException, InterruptedException {
        long first = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle postmaster =
                ProcessHandle.of(first).orElseThrow(() -> new IllegalStateException("the server has ended by itself"));
        List<ProcessHandle> family = postmaster.descendants().toList();
        // The parent first, because it would restart children that die.
        postmaster.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        for (ProcessHandle each : family) {
            each.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    /** Restarts it after {@link #kill}, on the same port and data, which it recovers. */
    public void restart() throws IOException {
        server.close();
        server = start(data, port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
