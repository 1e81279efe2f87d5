package org.campaignbot.benchmarks;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Position;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures from what a person typed or shared to the sealed answer, each time with another place or person. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LookupBenchmark {

    private final Directory directory = Shipped.directory();
    private final LocalDate today = EasternTime.dateAt(Shipped.NOW);
    private int next;

    /** Typed input, generated from the tables. */
    @State(Scope.Benchmark)
    public static class Typed {
        private String[] zips = {};
        private String[] placesWithState = {};
        private String[] placesAlone = {};
        private String[] misspelledLawmakers = {};

        @Setup
        public void make(LookupBenchmark benchmark) {
            Queries queries = new Queries(benchmark.directory, benchmark.today);
            zips = queries.zips();
            placesWithState = queries.placesWithState();
            placesAlone = queries.placesAlone();
            misspelledLawmakers = queries.misspelledLawmakers();
        }
    }

    /** Shared positions. */
    @State(Scope.Benchmark)
    public static class Shared {
        private Position[] anywhere = {};
        private Position[] nearBorders = {};

        @Setup
        public void make(LookupBenchmark benchmark) {
            Positions positions = new Positions(benchmark.directory, benchmark.today);
            anywhere = positions.anywhere();
            nearBorders = positions.nearBorders();
        }
    }

    /** Any ZIP code in the table. */
    @Benchmark
    public Lookup zip(Typed typed) {
        return find(typed.zips);
    }

    /** A town with its state's name or code. */
    @Benchmark
    public Lookup placeWithState(Typed typed) {
        return find(typed.placesWithState);
    }

    /** A town alone. */
    @Benchmark
    public Lookup placeAlone(Typed typed) {
        return find(typed.placesAlone);
    }

    /** A lawmaker's name with a typo. */
    @Benchmark
    public Lookup misspelledLawmaker(Typed typed) {
        return find(typed.misspelledLawmakers);
    }

    /** A position anywhere in the country. */
    @Benchmark
    public Lookup position(Shared shared) {
        return at(shared.anywhere);
    }

    /** A position close to the border of two districts. */
    @Benchmark
    public Lookup positionNearBorder(Shared shared) {
        return at(shared.nearBorders);
    }

    private Lookup find(String[] queries) {
        next = next + 1 < queries.length ? next + 1 : 0;
        return directory.find(queries[next], today);
    }

    private Lookup at(Position[] positions) {
        next = next + 1 < positions.length ? next + 1 : 0;
        return directory.at(positions[next].latitude(), positions[next].longitude(), today);
    }
}
