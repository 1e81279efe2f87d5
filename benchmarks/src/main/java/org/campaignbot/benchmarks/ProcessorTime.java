package org.campaignbot.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time of an operation, with its share of garbage collection and compilation.
 *
 * <p>Unlike wall-clock time, it doesn't grow when other processes use the processor, so it's reported next to it.
 */
public final class ProcessorTime implements InternalProfiler {

    /** The result's name; it's in the benchmark's unit. */
    static final String NAME = "processor";

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long before;

    @Override
    public String getDescription() {
        return "Processor time of the JVM per operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double nanos = system.getProcessCpuTime() - before;
        TimeUnit unit = benchmark.getTimeUnit();
        double perOperation = nanos / unit.toNanos(1) / result.getMetadata().getAllOps();
        return List.of(new ScalarResult(NAME, perOperation, benchmark.getTimeUnit() + "/op", AggregationPolicy.AVG));
    }
}
