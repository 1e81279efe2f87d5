package org.campaignbot.benchmarks.attack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.campaignbot.benchmarks.attack.Finding.Verdict;
import org.campaignbot.benchmarks.process.ProcessFigures;

/**
 * Repeats the whole attack against a bot started by its launcher, and prints a Markdown table.
 *
 * <p>Everything stays on this machine and ends by itself: what doesn't finish within the given minutes is reported as not tried,
 * and its bots end with this process.
 */
public final class AttackRun {

    private static final int SECONDS_TO_BUILD = 600;

    private AttackRun() {}

    private static Map<String, Attack> attacks() {
        Map<String, Attack> attacks = new LinkedHashMap<>();
        attacks.put("events", new BodyFlood(Door.EVENTS, false, false));
        attacks.put("nothing", new BodyFlood("/slack/nothing", false, false));
        attacks.put("telegram", new BodyFlood(Door.TELEGRAM, false, false));
        attacks.put("signed", new BodyFlood(Door.EVENTS, true, false));
        attacks.put("bodies", new BodyFlood(Door.EVENTS, true, true));
        attacks.put("disk", new FullDisk());
        attacks.put("heads", new SlowHeads());
        attacks.put("codes", new OneTimeCodes());
        attacks.put("urgent", new UrgentBehindFlood());
        attacks.put("crash", new Crash());
        attacks.put("alerts", new MisleadingAlerts());
        attacks.put("files", new FilesAtRest());
        attacks.put("installs", new InstallFlood());
        attacks.put("requests", new OddRequests());
        attacks.put("pack", new HostilePack());
        attacks.put("database", new DatabaseAway());
        attacks.put("health", new HealthTruth());
        return attacks;
    }

    /**
     * Runs it.
     *
     * @param arguments the maximum minutes, a folder, and the names of some parts to run only those
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2 || !Files.isExecutable(Arena.LAUNCHER)) {
            System.err.println(
                    "Start this in a checkout, with minutes (6), a folder and, where not all are wanted, some of "
                            + String.join(" ", attacks().keySet()));
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(arguments[1])).toAbsolutePath();
        List<String> wanted = Arrays.asList(arguments).subList(2, arguments.length);
        // The launcher builds what isn't built, and a bot learns the questions once; neither is part of a measurement.
        Command unused = Command.bot(
                folder, Map.of("BOT_DATA", folder.resolve(Arena.ONCE).toString()), SECONDS_TO_BUILD, "chat");
        long begin = System.nanoTime();
        long end = begin + TimeUnit.MINUTES.toNanos(Long.parseLong(arguments[0]));
        List<Finding> findings = new ArrayList<>();
        ExecutorService runner = Executors.newCachedThreadPool();
        for (Map.Entry<String, Attack> each : attacks().entrySet()) {
            if (wanted.isEmpty() || wanted.contains(each.getKey())) {
                findings.addAll(run(runner, each.getKey(), each.getValue(), folder, end));
            }
        }
        findings.add(Finding.notTried(
                "S7",
                "the heap after 31 quiet minutes",
                "no clock can be moved from outside; a test of `mvn verify` does it"));
        System.out.printf(
                Locale.ROOT,
                "%nLoad of the machine at the end %.1f, %d seconds in all.%n%n",
                ProcessFigures.loadAverage(),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
        System.out.println(Finding.HEAD);
        findings.forEach(each -> System.out.println(each.row()));
        System.exit(findings.stream().anyMatch(each -> each.verdict() == Verdict.BROKEN) ? 1 : 0);
    }

    private static List<Finding> run(ExecutorService runner, String name, Attack attack, Path folder, long end)
            throws Exception {
        long begin = System.nanoTime();
        Path own = Files.createTempDirectory(folder, name);
        Future<List<Finding>> running = runner.submit(() -> attack.run(own));
        List<Finding> findings;
        try {
            findings = running.get(end - begin, TimeUnit.NANOSECONDS);
        } catch (ExecutionException broken) {
            findings = List.of(Finding.notTried(name, "", String.valueOf(broken.getCause())));
        } catch (TimeoutException late) {
            running.cancel(true);
            findings = List.of(Finding.notTried(name, "", "the minutes were over"));
        }
        System.err.printf(Locale.ROOT, "%s: %.0f s%n", name, (System.nanoTime() - begin) / 1e9);
        findings.forEach(each -> System.err.println("  " + each.row()));
        return findings;
    }
}
