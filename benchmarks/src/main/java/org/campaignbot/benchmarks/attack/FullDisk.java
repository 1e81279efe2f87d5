package org.campaignbot.benchmarks.attack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.campaignbot.testkit.telegram.Person;

/** S2, S3 and S15: a disk that's full for a while. It mounts a small file system, so it only runs as root. */
final class FullDisk implements Attack {

    private static final int UPDATES = 12;
    private static final int CRIES = 3;
    private static final int SECONDS_TO_HEAL = 20;
    private static final long FIRST_PERSON = 7_000;

    @Override
    public List<Finding> run(Path folder) throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        if (!ran("mount", "-t", "tmpfs", "-o", "size=64m", "attack", disk.toString())) {
            return List.of(Finding.notTried(
                    "S2",
                    "a full disk",
                    "no file system can be mounted here; the tests of storage have a database of few pages"));
        }
        try (Arena arena = new Arena(folder, disk.resolve("data"))) {
            arena.knowsTheQuestions();
            arena.start();
            return attack(arena, disk);
        } finally {
            boolean unused = ran("umount", disk.toString());
        }
    }

    private static List<Finding> attack(Arena arena, Path disk) throws Exception {
        LongStream.concat(LongStream.of(1, 2), LongStream.range(FIRST_PERSON, FIRST_PERSON + CRIES))
                .forEach(person -> arena.telegram().talk(Person.of(person)).hasWrittenBefore());
        arena.door().typed(1, "menu");
        // Earlier answers must have been sent, or their rows would count as a difference.
        for (int i = 0;
                i < SECONDS_TO_HEAL
                        && !Long.valueOf(0).equals(rows(arena.data()).get("outbox"));
                i++) {
            TimeUnit.SECONDS.sleep(1);
        }
        Map<String, Long> before = rows(arena.data());
        Path filler = fill(disk);
        long linesBefore = arena.lines();
        int refused = 0;
        int down = 0;
        for (int i = 0; i < UPDATES; i++) {
            refused += arena.door().typed(1 + i % 2, "learn").status() == 503 ? 1 : 0;
            down += arena.door().health().status() == 503 ? 1 : 0;
            TimeUnit.MILLISECONDS.sleep(700);
        }
        int heard = 0;
        long slowest = 0;
        for (int i = 0; i < CRIES; i++) {
            long person = FIRST_PERSON + i;
            long begin = System.nanoTime();
            arena.door().typed(person, "ice is at my door");
            if (Arena.await(() -> arena.telegram().shown(person).size() > 0, 3)) {
                heard++;
                slowest = Math.max(slowest, (System.nanoTime() - begin) / 1_000_000);
            }
        }
        Map<String, Long> after = rows(arena.data());
        long lines = arena.lines() - linesBefore;
        Files.delete(filler);
        long freed = System.nanoTime();
        boolean healed = Arena.await(() -> arena.door().typed(1, "menu").status() == 200, SECONDS_TO_HEAL);
        double seconds = (System.nanoTime() - freed) / 1e9;
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(
                "S2",
                UPDATES + " updates on a full disk, then room",
                "each 503 until there is room, then 200 without a restart",
                refused + " of " + UPDATES + " by 503; "
                        + (healed
                                ? "200 again after " + (long) (seconds * 1000) + " ms"
                                : "still 503 after " + SECONDS_TO_HEAL + " s"),
                refused == UPDATES && healed));
        findings.add(Finding.of(
                "S2",
                "the rows of all tables before and after",
                "nothing half-written",
                before.equals(after) ? "all as before" : "before " + before + ", after " + after,
                before.equals(after)));
        findings.add(Finding.of(
                "S2",
                CRIES + " people type \"ice is at my door\" on the full disk",
                "each has the card within a second",
                heard + " of " + CRIES + " have it, the slowest after " + slowest + " ms",
                heard == CRIES && slowest <= 1_000));
        findings.add(Finding.of(
                "S3",
                UPDATES + " looks at `/health` while every update fails",
                "503 each time",
                down + " of " + UPDATES + " by 503",
                down == UPDATES));
        findings.add(Finding.of(
                "S15",
                "the log in " + (UPDATES + CRIES) + " seconds or so of a full disk",
                "said once, by name",
                lines + " lines, " + (Files.readString(arena.output()).contains("disk is full") ? "" : "none of them ")
                        + "with \"disk is full\"",
                lines <= 3 && Files.readString(arena.output()).contains("disk is full")));
        return findings;
    }

    private static Path fill(Path disk) throws IOException {
        Path filler = disk.resolve("filler");
        byte[] page = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (int i = 0; i < 64 << 8; i++) {
                out.write(page);
            }
        } catch (IOException full) {
            // As expected.
        }
        return filler;
    }

    private static Map<String, Long> rows(Path data) throws SQLException {
        Map<String, Long> rows = new LinkedHashMap<>();
        try (Connection database =
                        DriverManager.getConnection("jdbc:sqlite:file:" + data.resolve("bot.sqlite") + "?mode=ro");
                Statement statement = database.createStatement()) {
            for (String table : List.of("conversation", "outbox", "seen_update", "effect")) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
