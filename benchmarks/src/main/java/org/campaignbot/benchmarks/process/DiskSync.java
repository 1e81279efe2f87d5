package org.campaignbot.benchmarks.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How many times per second a disk can guarantee that a page is written. */
public final class DiskSync {

    private static final int PAGE = 4096;

    private DiskSync() {}

    /**
     * Appends pages to a file in the folder for this many seconds, each followed by an fdatasync, and returns the number per
     * second.
     */
    public static double perSecond(Path folder, double seconds) throws IOException {
        Path file = Files.createTempFile(folder, "sync", ".tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long begin = System.nanoTime();
            long count = 0;
            while (System.nanoTime() - begin < seconds * 1e9) {
                channel.write(ByteBuffer.allocate(PAGE));
                channel.force(false);
                count++;
            }
            return count / ((System.nanoTime() - begin) / 1e9);
        } finally {
            Files.delete(file);
        }
    }
}
