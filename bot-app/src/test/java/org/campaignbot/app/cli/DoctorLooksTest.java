package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.maintenance.Transfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor reports about aging tables, and about the machine. */
class DoctorLooksTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void tablesAreOldAfterThirtyDays() {
        DoctorFinding fresh = found("tables", tablesAt("2026-07-15T15:00:00Z"));
        assertThat(fresh.level()).isEqualTo(DoctorFinding.Level.OK);
        assertThat(fresh.finding()).isEqualTo("The tables of lawmakers are as of 2026-06-15, 30 days old.");
        DoctorFinding old = found("tables", tablesAt("2026-07-16T15:00:00Z"));
        assertThat(old.level()).isEqualTo(DoctorFinding.Level.WARNING);
        assertThat(old.mend()).contains("./bot directory refresh");
    }

    @Test
    void seatsWhoseTermHasEndedAreCountedByTheDateInWashington() {
        assertThat(found("terms", tablesAt("2026-11-03T04:59:00Z")).level()).isEqualTo(DoctorFinding.Level.OK);
        DoctorFinding ended = found("terms", tablesAt("2026-11-03T05:00:00Z"));
        assertThat(ended.level()).isEqualTo(DoctorFinding.Level.WARNING);
        assertThat(ended.finding())
                .isEqualTo(
                        "The terms of 2 seats in the tables have ended, so the bot names nobody for them: FL-S3, OH-S3.");
        assertThat(found("terms", tablesAt("2027-01-03T15:00:00Z")).finding())
                .contains("The terms of 476 seats")
                .contains(" and 471 more.");
    }

    @Test
    void theDaysToTheNextCongressAreShownAndNeedCareInTheLastMonth() {
        DoctorFinding early = found("congress", tablesAt("2026-11-27T15:00:00Z"));
        assertThat(early.level()).isEqualTo(DoctorFinding.Level.OK);
        assertThat(early.finding()).startsWith("The next Congress begins on 2027-01-03, in 37 days.");
        DoctorFinding late = found("congress", tablesAt("2026-12-04T15:00:00Z"));
        assertThat(late.level()).isEqualTo(DoctorFinding.Level.WARNING);
        assertThat(late.finding()).contains("in 30 days", "names nobody whose term is over");
        assertThat(late.mend()).contains("docs/january-3.md", "DIRECTORY_REFRESH=look");
        assertThat(found("congress", tablesAt("2026-12-27T15:00:00Z")).mend()).contains("must reach the source");
        DoctorFinding last = found("congress", tablesAt("2027-01-02T15:00:00Z"));
        assertThat(last.finding()).contains("on 2027-01-03, tomorrow.");
        assertThat(last.mend()).startsWith("Look for new tables each day from then");
        assertThat(found("congress", tablesAt("2027-01-03T15:00:00Z")).finding())
                .startsWith("The next Congress begins on 2029-01-03");
    }

    @Test
    void rootIsWarnedOfOutsideAContainer() {
        assertThat(found("account", new MachineCheck("root", false, folder).findings())
                        .level())
                .isEqualTo(DoctorFinding.Level.WARNING);
        assertThat(found("account", new MachineCheck("root", true, folder).findings())
                        .level())
                .isEqualTo(DoctorFinding.Level.OK);
        assertThat(found("account", new MachineCheck("campaign-bot", false, folder).findings())
                        .level())
                .isEqualTo(DoctorFinding.Level.OK);
    }

    @Test
    void reportsOfCrashesAreFoundUntilTheyAreDeleted() throws Exception {
        MachineCheck look = new MachineCheck("campaign-bot", false, folder);
        assertThat(look.findings()).extracting(DoctorFinding::subject).doesNotContain("crashes");
        Path report = Files.writeString(folder.resolve("crash-4711.log"), "SIGSEGV");
        assertThat(found("crashes", look.findings()).finding())
                .endsWith(": 1. Each may hold fragments of what people said.");
        Files.delete(report);
        assertThat(look.findings()).extracting(DoctorFinding::subject).doesNotContain("crashes");
    }

    @Test
    void anUnfinishedKeyRotationIsToldUntilItEnds() throws Exception {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-27T15:00:00Z"));
        StorageSettings storage = StorageSettings.of(
                Map.of(StorageSettings.DATA, folder.resolve("data").toString()));
        storage.open(clock).close();
        assertThatThrownBy(() -> Database.rotateKey(storage.location(), null, clock, Duration.ZERO, percent -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        DoctorFinding unfinished = new StorageCheck(storage, clock)
                .findings().stream()
                        .filter(each -> each.finding().startsWith("A key rotation began at 2026-11-27T15:00:00Z"))
                        .findFirst()
                        .orElseThrow();
        assertThat(unfinished.level()).isEqualTo(DoctorFinding.Level.WARNING);
        assertThat(unfinished.mend()).contains("./bot key rotate");

        Transfer unused = Database.rotateKey(storage.location(), null, clock, Duration.ZERO, percent -> {});
        assertThat(new StorageCheck(storage, clock).findings())
                .extracting(DoctorFinding::finding)
                .noneMatch(each -> each.contains("rotation"));
    }

    private static List<DoctorFinding> tablesAt(String time) {
        return new ContentCheck(Shipped.CONTENT, InstantSource.fixed(Instant.parse(time)), report -> {})
                .look(Shipped.DIRECTORY);
    }

    private static DoctorFinding found(String subject, List<DoctorFinding> findings) {
        return findings.stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }
}
