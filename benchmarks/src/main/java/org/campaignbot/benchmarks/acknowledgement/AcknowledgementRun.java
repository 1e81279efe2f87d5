package org.campaignbot.benchmarks.acknowledgement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignbot.benchmarks.process.DiskSync;
import org.campaignbot.benchmarks.rounds.WarmUp;
import org.campaignbot.benchmarks.wire.Loop;

/**
 * Measures how fast the bot acknowledges Slack's deliveries, next to a Bolt bot and a bare JDK handler, in alternating rounds.
 *
 * <p>Arguments: seconds per round (5), rounds (5), a new folder on the disk to measure, and the contenders (all: {@code ours
 * bolt bare}). Start it in the checkout's folder.
 */
public final class AcknowledgementRun {

    private static final List<Integer> USERS = List.of(1, 50, 200);

    private AcknowledgementRun() {}

    /** Measures and prints the results. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 5;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("acknowledgement-run");
        List<Contender> contenders = new ArrayList<>();
        for (int i = 3; i < arguments.length; i++) {
            contenders.add(Contender.valueOf(arguments[i].toUpperCase(Locale.ROOT)));
        }
        run(seconds, rounds, folder, contenders.isEmpty() ? List.of(Contender.values()) : contenders)
                .lines()
                .forEach(System.out::println);
    }

    private static Report run(double seconds, int rounds, Path folder, List<Contender> contenders)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Report report = new Report();
        report.disk(DiskSync.perSecond(folder, 2));
        List<Contestant> contestants = new ArrayList<>();
        try (Loop loop = new Loop("driver")) {
            for (Contender each : contenders) {
                contestants.add(Contestant.start(
                        each, each.command(), loop, folder.resolve(each.name().toLowerCase(Locale.ROOT))));
            }
            measure(contestants, seconds, rounds, report);
        } finally {
            contestants.forEach(Contestant::close);
        }
        report.disk(DiskSync.perSecond(folder, 2));
        return report;
    }

    private static void measure(List<Contestant> contestants, double seconds, int rounds, Report report)
            throws InterruptedException {
        int most = USERS.get(USERS.size() - 1);
        for (Contestant each : contestants) {
            WarmUp.untilSettled(round -> {
                each.round(USERS.get(round % USERS.size()), seconds);
                return each.round(most, seconds).processorMillis();
            });
        }
        for (int users : USERS) {
            for (Contestant each : contestants) {
                each.round(users, Math.min(seconds, 1));
            }
            Map<Contender, List<Figures>> figures = new EnumMap<>(Contender.class);
            for (int round = 0; round < rounds; round++) {
                for (Contestant each : contestants) {
                    figures.computeIfAbsent(each.contender(), none -> new ArrayList<>())
                            .add(each.round(users, seconds));
                }
            }
            for (Contestant each : contestants) {
                report.row(
                        users,
                        each.contender(),
                        figures.getOrDefault(each.contender(), List.of()),
                        each.residentMegabytes());
            }
        }
    }
}
