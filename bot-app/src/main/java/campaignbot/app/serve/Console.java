package campaignbot.app.serve;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * What a server tells whoever runs it: a few lines when it starts and ends, and what goes wrong in between, with its time.
 *
 * <p>Safe for use by several threads. Nothing that a person wrote, and no id or name of one, may be handed to it.
 */
public final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final InstantSource clock;
    private final Troubles troubles = new Troubles(this);

    /** A console over two streams that flush each line. */
    public Console(PrintWriter out, PrintWriter err, InstantSource clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** Says something as it is. */
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Notes something that happened, with its time; several lines stay together. */
    public void note(String lines) {
        out.println(time() + lines);
        out.flush();
    }

    /** Tells of something that is wrong, with its time. */
    public void trouble(String lines) {
        err.println(time() + lines);
        err.flush();
    }

    /** What is told once, and once more when it is over. */
    Troubles troubles() {
        return troubles;
    }

    private String time() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS) + "  ";
    }
}
