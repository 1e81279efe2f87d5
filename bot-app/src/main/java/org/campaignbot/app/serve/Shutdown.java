package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stops a server once: when it stops itself, or when the process is told to stop.
 *
 * <p>A process that shuts down cleanly when told to has done its job, so its exit code is 0 instead of the signal's 143, which
 * supervisors would take for a failure. It waits for each part as long as that part says, and nine seconds in all.
 */
final class Shutdown implements AutoCloseable {

    /** Supervisors commonly kill whatever is still running after ten seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(9);

    private final Server server;
    private final Console console;
    private final AtomicBoolean begun = new AtomicBoolean();

    private Shutdown(Server server, Console console) {
        this.server = server;
        this.console = console;
    }

    /** Installs the shutdown hook for a server. */
    static Shutdown of(Server server, Console console) {
        Shutdown shutdown = new Shutdown(server, console);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::bySignal, "ending"));
        return shutdown;
    }

    private void bySignal() {
        if (begun.compareAndSet(false, true)) {
            console.say("Stopping: what is under way is finished first.");
            Thread closing = new Thread(server::close, "closing");
            closing.start();
            try {
                closing.join(LONGEST.toMillis());
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
            // What is left is kept, as after a crash.
            console.say(closing.isAlive() ? "Stopped; what was left goes on at the next start." : "Stopped.");
            Runtime.getRuntime().halt(0);
        }
    }

    @Override
    public void close() {
        if (begun.compareAndSet(false, true)) {
            server.close();
        }
    }
}
