package org.campaignbot.benchmarks.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** S10: who can read the bot's files, and what it does with malformed files. */
final class FilesAtRest implements Attack {

    private static final int SECONDS = 60;
    private static final String SECRET = "SECRETqz7";

    @Override
    public List<Finding> run(Path folder) throws Exception {
        List<Finding> findings = new ArrayList<>();
        try (Arena arena = new Arena(folder, folder.resolve("data"))) {
            arena.start();
            findings.add(madeFor(arena.data()));
        }
        Map<String, String> data = Map.of("BOT_DATA", folder.resolve("data").toString());
        Path record = folder.resolve("recorded.chat");
        Command unused = Command.bot(folder, data, "hello\n", SECONDS, "chat", "--record", record.toString());
        findings.add(Finding.of(
                "S10",
                "`./bot chat --record FILE`",
                "rw-------",
                Files.exists(record) ? permissions(record) : "no file was written",
                Files.exists(record) && isOwners(record)));
        findings.addAll(started(folder));
        return findings;
    }

    private static Finding madeFor(Path data) throws IOException {
        return Finding.of(
                "S10",
                "a data folder, database and key that `serve` makes",
                "for the owner alone",
                permissions(data) + " " + permissions(data.resolve("bot.sqlite")) + " "
                        + permissions(data.resolve("key")),
                isOwners(data) || (isOwners(data.resolve("bot.sqlite")) && isOwners(data.resolve("key"))));
    }

    private static List<Finding> started(Path folder) throws Exception {
        List<Finding> findings = new ArrayList<>();
        try (Arena arena = new Arena(folder.resolve("again"), folder.resolve("data"))) {
            arena.set("PERSON_RATE_PER_MINUTE", SECRET);
            Command refused = serve(folder, arena.settings());
            findings.add(Finding.of(
                    "S10",
                    "a secret in the wrong setting",
                    "refused without quoting it",
                    refused.text().contains(SECRET) ? "quoted" : "not quoted, exit " + refused.exit(),
                    refused.exit() > 0 && !refused.text().contains(SECRET)));
            arena.unset("PERSON_RATE_PER_MINUTE");

            open(arena.data(), "rwxrwxrwx");
            open(arena.data().resolve("key"), "rw-r--r--");
            open(arena.data().resolve("bot.sqlite"), "rw-r--r--");
            Command readable = serve(folder, arena.settings());
            boolean told = readable.exit() > 0
                    || readable.text().contains("chmod")
                    || readable.text().contains("0777");
            findings.add(Finding.of(
                    "S10",
                    "`serve` with key and database 0644 in a folder 0777",
                    "refused or told, with how to fix it",
                    told ? readable.exit() > 0 ? "refused" : "told" : "started in silence",
                    told));

            for (String file : List.of("bot.sqlite-wal", "bot.sqlite-shm")) {
                Files.deleteIfExists(arena.data().resolve(file));
            }
            open(arena.data(), "rwx------");
            open(arena.data().resolve("key"), "rw-------");
            open(arena.data().resolve("bot.sqlite"), "rw-------");
            Files.write(arena.data().resolve("bot.sqlite"), new byte[0]);
            Command emptied = serve(folder, arena.settings());
            findings.add(Finding.of(
                    "S10",
                    "an emptied database beside its key",
                    "refused",
                    emptied.exit() > 0 ? "refused: " + emptied.last() : "started as a new bot",
                    emptied.exit() > 0));
        }
        return findings;
    }

    /** Starts a server, and kills it after some seconds if it hasn't ended by itself. */
    private static Command serve(Path folder, Map<String, String> settings) throws Exception {
        return Command.bot(folder, new HashMap<>(settings), 12, "serve");
    }

    private static void open(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static boolean isOwners(Path file) throws IOException {
        return permissions(file).endsWith("------");
    }
}
