package org.campaignbot.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints the results as a table; takes JMH's options, such as a part of a benchmark's name. */
public final class Measurements {

    private static final String QUESTION = "question";
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String KEPT = "megabytes";
    private static final String THREAD = "threadMilliseconds";

    private Measurements() {}

    /**
     * Runs the benchmarks.
     *
     * @throws RunnerException if JMH can't run
     * @throws CommandLineOptionException if an option isn't one of JMH's
     */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        CommandLineOptions commandLine = new CommandLineOptions(arguments);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(commandLine)
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessorTime.class)
                .shouldFailOnError(true);
        if (!commandLine.getParameter(QUESTION).hasValue()) {
            options.param(QUESTION, questions());
        }
        report(new Runner(options.build()).run()).forEach(System.out::println);
    }

    private static String[] questions() {
        return PackTour.waits(Shipped.campaign(Shipped.directory()).engine()).stream()
                .map(Wait::question)
                .toArray(String[]::new);
    }

    private static List<String> report(Collection<RunResult> results) {
        List<String> lines = new ArrayList<>();
        lines.add("| measured | time | processor time | bytes allocated, MB kept |");
        lines.add("|---|---:|---:|---:|");
        List<RunResult> presses = new ArrayList<>();
        for (RunResult result : results) {
            if (result.getParams().getParamsKeys().contains(QUESTION)) {
                presses.add(result);
            } else {
                lines.add(line(result.getPrimaryResult().getLabel(), result));
            }
        }
        if (!presses.isEmpty()) {
            presses.sort(Comparator.comparingDouble(result -> secondary(result, ProcessorTime.NAME)));
            lines.add(String.format(
                    Locale.ROOT,
                    "| press, median of %d questions | %.2f µs | %.2f µs | %.0f bytes |",
                    presses.size(),
                    median(presses, Measurements::time),
                    median(presses, result -> secondary(result, ProcessorTime.NAME)),
                    median(presses, result -> secondary(result, ALLOCATED))));
            RunResult dearest = presses.get(presses.size() - 1);
            lines.add(line("press, dearest question: " + dearest.getParams().getParam(QUESTION), dearest));
        }
        return lines;
    }

    private static String line(String name, RunResult result) {
        boolean isKept = result.getSecondaryResults().containsKey(KEPT);
        String unit =
                result.getPrimaryResult().getScoreUnit().replace("us", "µs").replace("/op", "");
        String time = String.format(
                Locale.ROOT,
                "%.2f ± %.2f %s",
                time(result),
                result.getPrimaryResult().getScoreError(),
                unit);
        return isKept
                ? String.format(
                        Locale.ROOT,
                        "| %s | %s | %.0f ms | %.1f MB |",
                        name,
                        time,
                        secondary(result, THREAD),
                        secondary(result, KEPT))
                : String.format(
                        Locale.ROOT,
                        "| %s | %s | %.2f %s | %.0f bytes |",
                        name,
                        time,
                        secondary(result, ProcessorTime.NAME),
                        unit,
                        secondary(result, ALLOCATED));
    }

    private static double time(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double secondary(RunResult result, String name) {
        // JMH sums up counters as events, so the mean is computed here.
        return Objects.requireNonNull(result.getSecondaryResults().get(name), name)
                .getStatistics()
                .getMean();
    }

    private static double median(List<RunResult> results, ToDoubleFunction<RunResult> value) {
        double[] sorted = results.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
