package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Settings;
import org.campaignbot.storage.Database;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptChangesTest {

    private static final Instant MORNING = Instant.parse("2026-11-24T15:00:00Z");
    private static final String CAMPAIGN = "welcoming-communities";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path data;

    private final SettableClock clock = new SettableClock(MORNING);
    private final List<String> reports = new ArrayList<>();

    private StorageSettings storage() throws SettingProblem {
        return StorageSettings.of(Map.of(DataFolder.VARIABLE, data.toString()));
    }

    private KeptChanges open() throws Exception {
        return KeptChanges.open(storage(), CAMPAIGN, clock, reports::add);
    }

    private void makeTheDatabase() throws Exception {
        try (Database database = storage().open(clock)) {
            assertThat(database.settings(CAMPAIGN).current().number()).isZero();
        }
    }

    private void set(Settings settings, String who, String key, String value) {
        Change change = Change.set(who, clock.instant(), Map.of(key, value));
        assertThat(settings.change(settings.current(), change)).isTrue();
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void aCommandMakesNoDatabase() throws Exception {
        try (KeptChanges kept = open()) {
            set(kept.settings(), "ana", "keep_days", "30");
            assertThat(kept.database()).isNull();
        }
        assertThat(storage().hasDatabase()).isFalse();
        assertThat(new FileSettings(data, CAMPAIGN).current().value("keep_days"))
                .isEqualTo("30");
    }

    @Test
    void whatOrganizersSetBeforeThereWasADatabaseIsMovedIntoItWithItsHistory() throws Exception {
        List<Edit> before;
        try (KeptChanges files = open()) {
            set(files.settings(), "ana", "keep_days", "30");
            set(files.settings(), "ben", "keep_days", "60");
            set(files.settings(), "ana", "endorsed_by", "Friends of the river");
            before = files.settings().history();
        }
        makeTheDatabase();
        try (KeptChanges kept = open()) {
            assertThat(kept.database()).isNotNull();
            assertThat(kept.settings().history()).isEqualTo(before);
            set(kept.settings(), "ben", "keep_days", "7");
        }
        try (KeptChanges again = open()) {
            assertThat(again.settings().current().value("keep_days")).isEqualTo("7");
            assertThat(again.settings().current().value("endorsed_by")).isEqualTo("Friends of the river");
        }
        assertThat(new FileSettings(data, CAMPAIGN).current().number()).isZero();
        assertThat(reports).isEmpty();
    }

    @Test
    void aMoveThatWasInterruptedGoesOnWhereItStopped() throws Exception {
        FileSettings file = new FileSettings(data, CAMPAIGN);
        set(file, "ana", "keep_days", "30");
        set(file, "ben", "keep_days", "60");
        List<Edit> before = file.history();
        try (Database database = storage().open(clock)) {
            Settings settings = database.settings(CAMPAIGN);
            assertThat(settings.change(settings.current(), Change.set("ana", MORNING, Map.of("keep_days", "30"))))
                    .isTrue();
        }
        try (KeptChanges kept = open()) {
            assertThat(kept.settings().history()).isEqualTo(before);
        }
    }

    @Test
    void valuesWhoseHistoryIsLostAreMovedAllTheSame() throws Exception {
        Path file = data.resolve("settings").resolve(CAMPAIGN + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "version: 7\nvalues:\n  \"keep_days\": \"30\"\nhistory: []\n");
        makeTheDatabase();
        try (KeptChanges kept = open()) {
            assertThat(kept.settings().current().value("keep_days")).isEqualTo("30");
            assertThat(kept.settings().history())
                    .singleElement()
                    .satisfies(edit -> assertThat(edit.who()).isEqualTo("the settings file"));
        }
    }

    @Test
    void reportsOfWrongNumbersAreMovedByTheirDays() throws Exception {
        List<WrongNumbers.Reported> before;
        try (KeptChanges files = open()) {
            for (int person = 0; person < 4; person++) {
                files.wrongNumbers().report("someone " + person, "202-224-0000", clock.instant());
                clock.advance(Duration.ofHours(20));
            }
            before = files.wrongNumbers().reported();
        }
        makeTheDatabase();
        for (int opened = 0; opened < 2; opened++) {
            try (KeptChanges kept = open()) {
                assertThat(kept.wrongNumbers().reported()).isEqualTo(before);
            }
        }
    }

    @Test
    void aBrokenFileIsToldAndLeftWhereItIs() throws Exception {
        Path file = data.resolve("settings").resolve(CAMPAIGN + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "version: [");
        makeTheDatabase();
        try (KeptChanges kept = open()) {
            assertThat(kept.settings().current().number()).isZero();
        }
        assertThat(reports).singleElement().asString().contains("cannot be read");
        assertThat(file).exists();
    }
}
