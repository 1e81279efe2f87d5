package org.campaignbot.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.directory.Directory;
import org.campaignbot.flow.Pack;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures what is read at startup, once per fresh JVM, with the launcher's garbage collector and compiler. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 10,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdLoadBenchmark {

    /** The cost of reading other than wall-clock time; JMH reports the public fields. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {
        /** The heap that the result still uses after a full collection, in megabytes of 1,000,000 bytes. */
        public double megabytes;

        /** The processor time of the reading thread, in milliseconds, without the collector's and compiler's. */
        public double threadMilliseconds;

        private long heapBefore;
        private @Nullable Object kept;

        /** Records the state before. */
        @Setup(Level.Iteration)
        public void before() {
            heapBefore = heapInUse();
        }

        /** Records the difference. */
        @TearDown(Level.Iteration)
        public void after() {
            megabytes = (heapInUse() - heapBefore) / 1e6;
            if (kept == null) {
                throw new IllegalStateException("what was read is not there any more, so nothing was measured");
            }
        }

        private <T> T of(Supplier<T> reading) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            T read = reading.get();
            threadMilliseconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
            kept = read;
            return read;
        }

        private static long heapInUse() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }

    /** Preloaded tables. */
    @State(Scope.Thread)
    public static class Tables {
        private final Directory directory = Shipped.directory();
    }

    /** Reads all tables except the boundaries. */
    @Benchmark
    public Directory tables(Cost cost) {
        return cost.of(Shipped::directory);
    }

    /** Reads the boundaries, as the first shared position does. */
    @Benchmark
    public Optional<String> boundaries(Cost cost, Tables tables) {
        return cost.of(() -> tables.directory.boundaryProblem());
    }

    /** Reads the campaign's pack. */
    @Benchmark
    public Pack pack(Cost cost) {
        return cost.of(() -> Shipped.pack(Campaign.vocabulary(() -> {
            throw new IllegalStateException("reading a pack looks nothing up");
        })));
    }
}
