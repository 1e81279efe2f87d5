package org.campaignbot.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Linux's figures about a process in {@code /proc} (proc(5)). */
public final class ProcessFigures {

    /** USER_HZ, which is 100 on every architecture that the bot is measured on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private ProcessFigures() {}

    /** The processor time of all its threads in seconds, to a hundredth. */
    public static double processorSeconds(long pid) {
        String stat = read(pid, "stat");
        // The program's name is in parentheses before the numbers and may contain spaces.
        String[] numbers = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(numbers[USER_TIME]) + Long.parseLong(numbers[SYSTEM_TIME])) / TICKS_PER_SECOND;
    }

    /** Its resident memory in megabytes (1,000,000 bytes). */
    public static double residentMegabytes(long pid) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
                .findFirst()
                .orElse(Double.NaN);
    }

    /**
     * How many processes wanted a processor in the last minute; if that's more than there are, every figure includes the
     * neighbors' load.
     */
    public static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (IOException gone) {
            throw new UncheckedIOException("process " + pid + " is gone, or this is not Linux", gone);
        }
    }
}
