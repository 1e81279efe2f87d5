package org.campaignbot.benchmarks.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.campaignbot.benchmarks.process.PostgresServer;
import org.jspecify.annotations.Nullable;

/**
 * Kills the bot, and PostgreSQL under it, repeatedly during alerts, and prints what became of every recipient.
 *
 * <p>Arguments: kills of each kind (50), recipients per alert (5,000), a new folder, and the kinds ({@code sqlite postgresql
 * server}; all). Start it in the checkout's folder; it exits with status 1 if someone neither got the alert nor is unknown, got
 * it twice, or is reported as having got it but didn't, or if more are unknown than can be in flight at a kill.
 */
public final class AlertCrash {

    private final int kills;
    private final int recipients;
    private final Path folder;

    private AlertCrash(int kills, int recipients, Path folder) {
        this.kills = kills;
        this.recipients = recipients;
        this.folder = folder;
    }

    /** Kills, checks and prints a table. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int recipients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("alert-crash");
        List<String> kinds = arguments.length > 3
                ? Arrays.asList(arguments).subList(3, arguments.length)
                : List.of("sqlite", "postgresql", "server");
        AlertCrash run = new AlertCrash(kills, recipients, folder);
        System.out.println(
                "| killed | kills | alerts | recipients | received | said to be sent | unknown | of these received |"
                        + " unknown a kill, in the mean of the worst alert | neither received nor unknown | received twice | sent but not received |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        boolean good = true;
        for (String kind : kinds) {
            good &= run.run(kind);
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run(String kind) throws IOException, InterruptedException {
        AlertVerdict all = AlertVerdict.NONE;
        for (int i = 0; all.kills() < kills; i++) {
            Path data = Files.createDirectories(folder.resolve(kind + "-" + i));
            int next = Math.min(KilledAlert.KILLS, kills - all.kills());
            if (kind.equals("sqlite")) {
                all = all.and(killed(data, null, kind, next));
            } else {
                try (PostgresServer server = PostgresServer.start(data.resolve("postgresql"))) {
                    all = all.and(killed(data, server, kind, next));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d |%n",
                kind,
                all.kills(),
                all.alerts(),
                all.recipients(),
                all.received(),
                all.sent(),
                all.unknown(),
                all.unknownReceived(),
                all.mostUnknown(),
                all.lost(),
                all.twice(),
                all.claimed());
        return all.isGood();
    }

    private AlertVerdict killed(Path data, @Nullable PostgresServer server, String kind, int times)
            throws IOException, InterruptedException {
        return new KilledAlert(data, server, kind.equals("server"), recipients).run(times);
    }
}
