package campaignbot.benchmarks;

import campaignbot.app.Campaign;
import campaignbot.directory.Directory;
import campaignbot.flow.Pack;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

/** What the start reads, once in each fresh JVM, with the collector and compiler that the launcher chooses. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 10,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdLoadBenchmark {

    /** The heap that what was read still takes after a full collection, in megabytes of 1,000,000 bytes. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Heap {
        /** The result; JMH reports public fields. */
        public double megabytes;

        private long before;
        private @Nullable Object kept;

        /** Notes what was there before. */
        @Setup(Level.Iteration)
        public void before() {
            before = used();
        }

        /** Notes what came. */
        @TearDown(Level.Iteration)
        public void after() {
            megabytes = (used() - before) / 1e6;
            if (kept == null) {
                throw new IllegalStateException("what was read is not there any more, so nothing was measured");
            }
        }

        private <T> T keep(T read) {
            kept = read;
            return read;
        }

        private static long used() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }

    /** Tables that are there already. */
    @State(Scope.Thread)
    public static class Tables {
        private final Directory directory = Shipped.directory();
    }

    /** Reads every table but the boundaries. */
    @Benchmark
    public Directory tables(Heap heap) {
        return heap.keep(Shipped.directory());
    }

    /** Reads the boundaries, as the first shared position does. */
    @Benchmark
    public Optional<String> boundaries(Heap heap, Tables tables) {
        return heap.keep(tables.directory).boundaryProblem();
    }

    /** Reads the pack of the campaign. */
    @Benchmark
    public Pack pack(Heap heap) {
        return heap.keep(Shipped.pack(Campaign.vocabulary(() -> {
            throw new IllegalStateException("reading a pack looks nothing up");
        })));
    }
}
