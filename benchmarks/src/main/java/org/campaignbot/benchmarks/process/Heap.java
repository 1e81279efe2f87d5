package org.campaignbot.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap usage of another process, by the JDK's {@code jcmd}. */
public final class Heap {

    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

    private Heap() {}

    /**
     * Megabytes (1,000,000 bytes) of objects left by a full collection: counted in the collection's pause, because a busy process
     * would fill ten megabytes more before the next query.
     */
    public static double megabytesAfterCollection(long pid) throws InterruptedException {
        String histogram = jcmd(pid, "GC.class_histogram");
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException("jcmd GC.class_histogram tells no total");
        }
        return Long.parseLong(total.group(1)) / 1e6;
    }

    private static String jcmd(long pid, String command) throws InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process asked = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (asked.waitFor() != 0) {
                throw new IllegalStateException("jcmd " + command + ": " + answer);
            }
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
