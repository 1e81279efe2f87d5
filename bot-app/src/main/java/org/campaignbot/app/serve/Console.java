package org.campaignbot.app.serve;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.campaignbot.app.config.JsonOutput;

/**
 * The server's output for the operator: a few lines at start and stop, and errors in between, with their times.
 *
 * <p>Thread-safe. Never pass it anything that a person wrote, or anyone's id or name.
 */
public final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final InstantSource clock;
    private final WorkTroubles workTroubles = new WorkTroubles(this);
    private final boolean isJson;

    /** A console on two streams that flush each line. */
    public Console(PrintWriter out, PrintWriter err, InstantSource clock) {
        this(out, err, clock, false);
    }

    /** The same, optionally with each line as a JSON object, for a log collector. */
    Console(PrintWriter out, PrintWriter err, InstantSource clock, boolean isJson) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.isJson = isJson;
    }

    /** Prints a line as it is. */
    public void say(String line) {
        print(out, "info", line, line);
    }

    /** Logs an event with its time; several lines stay together. */
    public void note(String lines) {
        print(out, "info", lines, time() + "  " + lines);
    }

    /** Logs a problem with its time. */
    public void trouble(String lines) {
        print(err, "warn", lines, time() + "  " + lines);
    }

    /** Problems that are reported once, and once more when they are over. */
    WorkTroubles troubles() {
        return workTroubles;
    }

    private void print(PrintWriter to, String level, String message, String text) {
        to.println(isJson ? json(level, message) : text);
        to.flush();
    }

    private String json(String level, String message) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", time().toString());
        line.put("level", level);
        line.put("message", message);
        return JsonOutput.write(line);
    }

    private Instant time() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
