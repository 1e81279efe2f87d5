package org.campaignbot.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A bot running as a separate process; closing this stops it. */
public final class BotUnderTest implements AutoCloseable {

    private static final int SECONDS_TO_END = 15;

    private final Process process;
    private final Path output;
    /** Stops it if this process ends during a run. */
    private final Thread atEnd;

    private BotUnderTest(Process process, Path output) {
        this.process = process;
        this.output = output;
        this.atEnd = new Thread(this::endAll);
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    /**
     * Starts it.
     *
     * @param command the program and its arguments
     * @param settings its environment, in addition to this process's
     * @param output the file to which its output is appended
     */
    public static BotUnderTest start(List<String> command, Map<String, String> settings, Path output) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(settings);
        try {
            return new BotUnderTest(builder.start(), output);
        } catch (IOException missing) {
            throw new UncheckedIOException("cannot start " + command.get(0), missing);
        }
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it's running. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The file with its output. */
    public Path output() {
        return output;
    }

    /** Kills it like {@code kill -9}, and returns once it's gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        Runtime.getRuntime().removeShutdownHook(atEnd);
    }

    /** Asks it and its child processes to stop, and kills them after a while. */
    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        family.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().removeShutdownHook(atEnd);
    }

    private void endAll() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
