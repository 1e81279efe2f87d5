package org.campaignbot.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A bot that runs as a process of its own; closing it ends it. */
public final class BotUnderTest implements AutoCloseable {

    private static final int SECONDS_TO_END = 15;

    private final Process process;
    private final Path output;
    /** Ends it where this process is ended in the midst of a run. */
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
     * @param settings its environment, beside that of this process
     * @param output where what it writes is added
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

    /** Its id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Where it wrote what it had to say. */
    public Path output() {
        return output;
    }

    /** Ends it as {@code kill -9} does, and returns once it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        Runtime.getRuntime().removeShutdownHook(atEnd);
    }

    /** Asks it and whatever it started to end, and insists after a while. */
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
