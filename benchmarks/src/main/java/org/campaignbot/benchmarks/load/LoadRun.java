package org.campaignbot.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.campaignbot.benchmarks.process.DiskSync;
import org.campaignbot.benchmarks.rounds.WarmUp;
import org.campaignbot.benchmarks.wire.Loop;

/**
 * Measures the bot next to small bots of other frameworks and handlers that do nothing, in alternating rounds.
 *
 * <p>Arguments: seconds per round (3), rounds (3), a new folder on the disk to measure, {@code webhook} or {@code polling}, and the bots
 * (those of {@link Setup} but {@code other}). Start it in the checkout's folder.
 */
public final class LoadRun {

    private static final List<Integer> CHATS = List.of(1, 50, 200);

    /** What a bot reads after its first answer is read by then. */
    private static final int SECONDS_TO_REST = 12;

    /** A bot that gives memory back waits until nobody is there. */
    private static final int SECONDS_AFTER = 60;

    private final double seconds;
    private final int rounds;
    private final Path folder;
    private final boolean polling;
    private final List<Setup> setups;

    private LoadRun(double seconds, int rounds, Path folder, boolean polling, List<Setup> setups) {
        this.seconds = seconds;
        this.rounds = rounds;
        this.folder = folder;
        this.polling = polling;
        this.setups = setups;
    }

    /** Measures and prints the results. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 3;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("load-run");
        boolean polling = arguments.length > 3 && arguments[3].equals("polling");
        List<Setup> setups = new ArrayList<>();
        for (int i = 4; i < arguments.length; i++) {
            setups.add(Setup.valueOf(arguments[i].toUpperCase(Locale.ROOT)));
        }
        if (setups.isEmpty()) {
            setups.addAll(EnumSet.complementOf(EnumSet.of(Setup.OTHER)));
        }
        setups.removeIf(each -> polling && !each.polls());
        new LoadRun(seconds, rounds, folder, polling, setups).run();
    }

    private void run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Report report = new Report(polling);
        report.disk(DiskSync.perSecond(folder, 2));
        try (Loop loop = new Loop("driver")) {
            BotApiSink sink = new BotApiSink(loop);
            List<Contestant> contestants = new ArrayList<>();
            try {
                for (Setup setup : setups) {
                    contestants.add(Contestant.start(
                            setup,
                            polling,
                            List.of(),
                            loop,
                            sink,
                            folder.resolve(setup.name().toLowerCase(Locale.ROOT))));
                }
                TimeUnit.SECONDS.sleep(SECONDS_TO_REST);
                contestants.forEach(Contestant::rested);
                measure(contestants, report);
                TimeUnit.SECONDS.sleep(SECONDS_AFTER);
                contestants.forEach(report::after);
            } finally {
                contestants.forEach(Contestant::close);
            }
            if (setups.contains(Setup.OURS) && !polling) {
                SyncCount.measure(CHATS, seconds, loop, sink, folder.resolve("traced"))
                        .ifPresent(report::syncs);
            }
            report.disk(DiskSync.perSecond(folder, 2));
        } finally {
            // Printed now, so that a quarter of an hour of measurements isn't lost if something fails at the end.
            report.lines().forEach(System.out::println);
        }
    }

    private void measure(List<Contestant> contestants, Report report) throws InterruptedException {
        for (Contestant each : contestants) {
            WarmUp.untilSettled(round -> {
                each.round(CHATS.get(round % CHATS.size()), seconds);
                return each.round(CHATS.get(CHATS.size() - 1), seconds).processorMillis();
            });
        }
        for (int chats : CHATS) {
            Map<Setup, List<Figures>> figures = new EnumMap<>(Setup.class);
            for (Contestant each : contestants) {
                each.round(chats, Math.min(seconds, 1));
            }
            for (int round = 0; round < rounds; round++) {
                for (Contestant each : contestants) {
                    figures.computeIfAbsent(each.setup(), none -> new ArrayList<>())
                            .add(each.round(chats, seconds));
                }
            }
            for (Contestant each : contestants) {
                report.row(chats, each, figures.getOrDefault(each.setup(), List.of()));
            }
        }
    }
}
