package campaignbot.app.serve;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a server once: by itself, or because the process was told to stop.
 *
 * <p>A process that ends in order when it is told to has done what it should, so its exit code is 0 and not the 143 of the
 * signal, which supervisors would take for a failure.
 */
final class Ending implements AutoCloseable {

    private final Server server;
    private final Console console;
    private final AtomicBoolean begun = new AtomicBoolean();

    private Ending(Server server, Console console) {
        this.server = server;
        this.console = console;
    }

    /** Sees to the end of a server, should the process be told to stop. */
    static Ending of(Server server, Console console) {
        Ending ending = new Ending(server, console);
        Runtime.getRuntime().addShutdownHook(new Thread(ending::bySignal, "ending"));
        return ending;
    }

    private void bySignal() {
        if (begun.compareAndSet(false, true)) {
            console.say("Stopping: what is under way is finished first.");
            server.close();
            console.say("Stopped.");
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
