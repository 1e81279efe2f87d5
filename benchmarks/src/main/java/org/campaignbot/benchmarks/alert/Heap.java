package org.campaignbot.benchmarks.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of another process's heap is in use, asked of it by the JDK's own {@code jcmd}. */
final class Heap {

    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

    private Heap() {}

    /**
     * Megabytes (1,000,000 bytes) of objects that a full collection leaves: counted in the pause of the collection, since a busy process
     * fills ten megabytes more before it could be asked again.
     */
    static double megabytesAfterCollection(long pid) throws InterruptedException {
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
