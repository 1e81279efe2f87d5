package org.campaignbot.app.serve;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.campaignbot.app.config.JsonOutput;

/**
 * What a server tells whoever runs it: a few lines when it starts and ends, and what goes wrong in between, with its time.
 *
 * <p>Safe for use by several threads. Nothing that a person wrote, and no id or name of one, may be handed to it.
 */
public final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final InstantSource clock;
    private final WorkTroubles workTroubles = new WorkTroubles(this);
    private final boolean isJson;

    /** A console over two streams that flush each line. */
    public Console(PrintWriter out, PrintWriter err, InstantSource clock) {
        this(out, err, clock, false);
    }

    /** The same, where each line may be an object of JSON, for a collector of logs. */
    Console(PrintWriter out, PrintWriter err, InstantSource clock, boolean isJson) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.isJson = isJson;
    }

    /** Says something as it is. */
    public void say(String line) {
        print(out, "info", line, line);
    }

    /** Notes something that happened, with its time; several lines stay together. */
    public void note(String lines) {
        print(out, "info", lines, time() + "  " + lines);
    }

    /** Tells of something that is wrong, with its time. */
    public void trouble(String lines) {
        print(err, "warn", lines, time() + "  " + lines);
    }

    /** What is told once, and once more when it is over. */
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
