package org.campaignbot.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.app.config.OwnFile;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.DatabaseCheck;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sql.DatabaseLocation;

/** Checks the database, its key and its disk. */
final class StorageCheck {

    private static final Duration LONG_IN_THE_OUTBOX = Duration.ofMinutes(5);
    private static final long MEGABYTE = 1L << 20;
    private static final long LITTLE_ROOM = 1_024;
    private static final long TOO_LITTLE_ROOM = 100;

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final StorageSettings storage;
    private final InstantSource clock;
    private final List<DoctorFinding> findings = new ArrayList<>();

    StorageCheck(StorageSettings storage, InstantSource clock) {
        this.storage = storage;
        this.clock = clock;
    }

    List<DoctorFinding> findings() {
        if (!storage.hasDatabase()) {
            findings.add(
                    DoctorFinding.warning(
                            "database",
                            "There is none in " + storage.data() + " yet.",
                            "The first ./bot serve or ./bot settings set makes it; if it's elsewhere, BOT_DATA names its folder."));
            return findings;
        }
        try (Database database = storage.open(clock)) {
            look(database.check());
        } catch (UnusableDatabase unusable) {
            findings.add(DoctorFinding.problem("database", String.valueOf(unusable.getMessage()), null));
        }
        if (storage.location() instanceof DatabaseLocation.Embedded) {
            ownersAlone("database", storage.data().resolve(DatabaseLocation.Embedded.FILE));
            if (storage.key() == null) {
                ownersAlone("key", storage.data().resolve("key"));
            }
            OwnFile.openFolder(storage.data())
                    .ifPresent(fix -> findings.add(DoctorFinding.problem(
                            "database", "Others on this machine can write in " + storage.data() + ".", fix)));
        }
        return findings;
    }

    private void look(DatabaseCheck check) {
        if (!check.isReachable()) {
            findings.add(DoctorFinding.problem(
                    "database", "It does not answer.", "Does its server run, and is there room on the disk?"));
            return;
        }
        String unsafe = check.durability().stream()
                .filter(each -> !each.isSafe())
                .map(each -> each.setting() + " is " + each.value())
                .collect(Collectors.joining(", "));
        findings.add(
                unsafe.isEmpty()
                        ? DoctorFinding.ok(
                                "database",
                                "It answers, its tables are of version " + check.schema()
                                        + ", and what it has taken survives a power cut.")
                        : DoctorFinding.problem(
                                "database",
                                "What it has taken may be lost in a power cut: " + unsafe + ".",
                                "Set the database server to write before it acknowledges."));
        check.freeBytes().ifPresent(bytes -> findings.add(room(bytes / MEGABYTE)));
        Instant oldest = check.oldest();
        Duration waits = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        findings.add(
                waits.compareTo(LONG_IN_THE_OUTBOX) > 0
                        ? DoctorFinding.warning(
                                "outbox",
                                check.waiting() + " messages wait, the oldest for " + waits.toMinutes() + " minutes.",
                                "Does ./bot serve run, and does it tell of trouble with Telegram?")
                        : DoctorFinding.ok("outbox", check.waiting() + " messages wait to be sent."));
        Instant rotatingSince = check.rotatingSince();
        if (rotatingSince != null) {
            findings.add(DoctorFinding.warning(
                    "key",
                    "A key rotation began at " + rotatingSince.truncatedTo(ChronoUnit.SECONDS)
                            + " and isn't finished: both keys are in use, and backups are refused.",
                    "If ./bot key rotate doesn't run any more, run it again; it goes on where it stopped."));
        }
    }

    private static DoctorFinding room(long megabytes) {
        String finding = "There is room for " + megabytes + " MB beside the database.";
        if (megabytes < TOO_LITTLE_ROOM) {
            return DoctorFinding.problem(
                    "disk", finding, "Make room now: without it nothing that people say can be kept.");
        }
        return megabytes < LITTLE_ROOM
                ? DoctorFinding.warning("disk", finding, "Make room before it runs out.")
                : DoctorFinding.ok("disk", finding);
    }

    private void ownersAlone(String subject, Path file) {
        try {
            if (!Files.exists(file)) {
                return;
            }
            Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
            others.addAll(Files.getPosixFilePermissions(file));
            others.removeAll(OWNER);
            findings.add(
                    others.isEmpty()
                            ? DoctorFinding.ok(subject, "Only its owner can read " + file.getFileName() + ".")
                            : DoctorFinding.problem(
                                    subject,
                                    "Others on this machine can read or change " + file.getFileName() + ".",
                                    "chmod 600 " + file));
        } catch (IOException | UnsupportedOperationException unknown) {
            findings.add(DoctorFinding.warning(
                    subject,
                    "This system does not tell who can read " + file.getFileName() + ".",
                    "See to it that only the bot's own account can."));
        }
    }
}
