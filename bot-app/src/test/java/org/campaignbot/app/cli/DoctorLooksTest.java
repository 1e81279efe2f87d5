package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.directory.Boundaries;
import org.campaignbot.directory.BoundarySource;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.DistrictMap;
import org.campaignbot.directory.Topology;
import org.campaignbot.directory.ZipEntry;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.maintenance.Transfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor reports about aging tables, and about the machine. */
class DoctorLooksTest {

    private static final LocalDate NEW_CONGRESS = LocalDate.of(2027, 1, 3);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void tablesAreOldAfterThirtyDays() throws Exception {
        DoctorFinding fresh = found("tables", tablesAt("2026-07-15T15:00:00Z"));
        assertThat(fresh.level()).isEqualTo(DoctorFinding.Level.OK);
        assertThat(fresh.finding()).isEqualTo("The tables of lawmakers are as of 2026-06-15, 30 days old.");
        DoctorFinding old = found("tables", tablesAt("2026-07-16T15:00:00Z"));
        assertThat(old.level()).isEqualTo(DoctorFinding.Level.WARNING);
        assertThat(old.fix()).contains("./bot directory refresh");
    }

    @Test
    void seatsWhoseTermHasEndedAreCountedByTheDateInWashington() throws Exception {
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
    void theDaysToTheNextCongressAreShownAndNeedCareInTheLastMonth() throws Exception {
        DoctorFinding early = found("congress", tablesAt("2026-11-27T15:00:00Z"));
        assertThat(early.level()).isEqualTo(DoctorFinding.Level.OK);
        assertThat(early.finding()).startsWith("The next Congress begins on 2027-01-03, in 37 days.");
        DoctorFinding late = found("congress", tablesAt("2026-12-04T15:00:00Z"));
        assertThat(late.level()).isEqualTo(DoctorFinding.Level.WARNING);
        assertThat(late.finding()).contains("in 30 days", "names nobody whose term is over");
        assertThat(late.fix()).contains("docs/january-3.md", "DIRECTORY_REFRESH=look");
        assertThat(found("congress", tablesAt("2026-12-27T15:00:00Z")).fix()).contains("must reach the source");
        DoctorFinding last = found("congress", tablesAt("2027-01-02T15:00:00Z"));
        assertThat(last.finding()).contains("on 2027-01-03, tomorrow.");
        assertThat(last.fix()).startsWith("Look for new tables each day from then");
        assertThat(found("congress", tablesAt("2027-01-03T15:00:00Z")).finding())
                .startsWith("The next Congress begins on 2029-01-03");
    }

    @Test
    void aStateIsJudgedByTheMapThatServesItOnThatDay() throws Exception {
        DoctorFinding sitting = found("map", tablesAt("2027-01-02T15:00:00Z"));
        assertThat(sitting.level()).isEqualTo(DoctorFinding.Level.OK);
        assertThat(sitting.finding())
                .isEqualTo("The districts of every state are known for the 119th Congress, which sits now.");
        DoctorFinding missing = found("map", tablesAt("2027-01-03T15:00:00Z"));
        assertThat(missing.level()).isEqualTo(DoctorFinding.Level.WARNING);
        assertThat(missing.finding())
                .isEqualTo("The House map of the 120th Congress isn't here for AL, AR, AZ, CA, CO and 39 more. People"
                        + " there hear of their senators alone.");
        assertThat(missing.fix()).contains("./bot directory map list");
    }

    @Test
    void aLaterMapBesideTheFormerAndAMapThatIsKeptAreEnough() throws Exception {
        Directory onlyNew = twoStates().corrected(List.of(), NEW_CONGRESS);
        DoctorFinding missing = found("map", lookAt(onlyNew, "2027-01-03T15:00:00Z"));
        assertThat(missing.level()).isEqualTo(DoctorFinding.Level.WARNING);
        assertThat(missing.finding()).startsWith("The House map of the 120th Congress isn't here for WA.");
        Directory both = twoStates().corrected(List.of(washingtonKeepsItsMap()), NEW_CONGRESS);
        DoctorFinding enough = found("map", lookAt(both, "2027-01-03T15:00:00Z"));
        assertThat(enough.level()).isEqualTo(DoctorFinding.Level.OK);
        assertThat(enough.finding())
                .isEqualTo("The districts of every state are known for the 120th Congress, which sits now. WA keeps its"
                        + " former map by declaration.");
        assertThat(found("map", lookAt(both, "2027-01-02T15:00:00Z")).finding())
                .isEqualTo("The districts of every state are known for the 119th Congress, which sits now.");
        // The declaration is over with the Congress that it's about, and so is the later map.
        assertThat(found("map", lookAt(both, "2029-01-03T15:00:00Z")).finding()).contains("isn't here for NY, WA.");
    }

    @Test
    void mapsThatWillBeMissingAreToldInTheLastMonth() throws Exception {
        assertThat(tablesAt("2026-11-27T15:00:00Z"))
                .extracting(DoctorFinding::subject)
                .doesNotContain("next map");
        assertThat(found("next map", tablesAt("2026-12-04T15:00:00Z")).finding())
                .contains("120th Congress isn't here for AL, AR, AZ, CA, CO and 39 more. From 2027-01-03 people there");
        assertThat(lookAt(
                        twoStates().corrected(List.of(washingtonKeepsItsMap()), NEW_CONGRESS.minusDays(30)),
                        "2026-12-04T15:00:00Z"))
                .extracting(DoctorFinding::subject)
                .doesNotContain("next map");
    }

    /** New York and Washington by the map of the 119th Congress, and New York by that of the 120th, too. */
    private static Directory twoStates() {
        return Directory.builder()
                .asOf(LocalDate.of(2026, 11, 24))
                .map(119)
                .add(zip(10001, "NY", 1))
                .add(zip(10002, "NY", 2))
                .add(zip(98001, "WA", 1))
                .add(zip(98002, "WA", 2))
                .add(new DistrictMap(
                        120,
                        Set.of("NY"),
                        List.of(zip(10001, "NY", 2), zip(10002, "NY", 1)),
                        DoctorLooksTest::noGround))
                .boundaries(DoctorLooksTest::noGround)
                .build();
    }

    private static BoundarySource.Result noGround() {
        return new BoundarySource.Result.Loaded(Boundaries.of(new Topology(List.of(), List.of())));
    }

    private static ZipEntry zip(int code, String state, int district) {
        return new ZipEntry(
                code, ZipEntry.Kind.DISTRICTS, List.of(new District(state, district)), Optional.empty(), "");
    }

    private static Correction washingtonKeepsItsMap() {
        return new Correction.KeptMap(
                "WA", 119, 120, new Correction.Note("the court", LocalDate.of(2026, 12, 1), Optional.empty()));
    }

    @Test
    void rootIsWarnedOfOutsideAContainer() {
        assertThat(found("account", new DoctorCommand.MachineCheck("root", false, folder).findings())
                        .level())
                .isEqualTo(DoctorFinding.Level.WARNING);
        assertThat(found("account", new DoctorCommand.MachineCheck("root", true, folder).findings())
                        .level())
                .isEqualTo(DoctorFinding.Level.OK);
        assertThat(found("account", new DoctorCommand.MachineCheck("campaign-bot", false, folder).findings())
                        .level())
                .isEqualTo(DoctorFinding.Level.OK);
    }

    @Test
    void reportsOfCrashesAreFoundUntilTheyAreDeleted() throws Exception {
        DoctorCommand.MachineCheck look = new DoctorCommand.MachineCheck("campaign-bot", false, folder);
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
        assertThat(unfinished.fix()).contains("./bot key rotate");

        Transfer unused = Database.rotateKey(storage.location(), null, clock, Duration.ZERO, percent -> {});
        assertThat(new StorageCheck(storage, clock).findings())
                .extracting(DoctorFinding::finding)
                .noneMatch(each -> each.contains("rotation"));
    }

    private static List<DoctorFinding> tablesAt(String time) throws SettingProblem {
        return lookAt(Shipped.DIRECTORY, time);
    }

    private static List<DoctorFinding> lookAt(Directory directory, String time) throws SettingProblem {
        return new ContentCheck(
                        Shipped.CONTENT,
                        StorageSettings.of(Map.of(StorageSettings.DATA, "none")),
                        InstantSource.fixed(Instant.parse(time)),
                        report -> {})
                .look(directory);
    }

    private static DoctorFinding found(String subject, List<DoctorFinding> findings) {
        return findings.stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }
}
