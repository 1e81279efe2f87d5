package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.UnreadableSettings;
import org.campaignbot.settings.Version;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptChangesTest {

    private static final Instant MORNING = Instant.parse("2026-11-24T15:00:00Z");
    private static final String CAMPAIGN = "welcoming-communities";
    private static final String NUMBER = "202-224-4451";
    private static final int PROCESSES = 6;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private StorageSettings storage() throws SettingProblem {
        return StorageSettings.of(Map.of(StorageSettings.DATA, data().toString()));
    }

    private KeptChanges open() throws Exception {
        return open(CAMPAIGN);
    }

    private KeptChanges open(String campaign) throws Exception {
        return KeptChanges.open(storage(), campaign, InstantSource.fixed(MORNING));
    }

    private static Change change(String value) {
        return Change.set("ana", MORNING, Map.of("keep_days", value));
    }

    private static void set(Settings settings, String value) {
        assertThat(settings.change(settings.current(), change(value))).isTrue();
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void readingMakesNoDatabase() throws Exception {
        try (KeptChanges kept = open()) {
            assertThat(kept.current()).isEqualTo(Version.FIRST);
            assertThat(kept.history()).isEmpty();
            assertThat(kept.wrongNumbers().reported()).isEmpty();
            kept.wrongNumbers().report("ben", NUMBER, MORNING);
        }
        assertThat(data()).doesNotExist();
    }

    @Test
    void theFirstChangeMakesTheDatabaseWithItsKeyForItsOwnerAlone() throws Exception {
        try (KeptChanges kept = open()) {
            set(kept, "30");
            assertThat(kept.current().value("keep_days")).isEqualTo("30");
            assertThat(kept.history()).hasSize(1);
            assertThat(permissions(data().resolve("bot.sqlite-wal"))).isEqualTo("rw-------");
        }
        assertThat(permissions(data())).isEqualTo("rwx------");
        assertThat(permissions(data().resolve("bot.sqlite"))).isEqualTo("rw-------");
        assertThat(permissions(data().resolve("key"))).isEqualTo("rw-------");
    }

    @Test
    void anotherProcessReadsWhatOneHasWritten() throws Exception {
        try (KeptChanges kept = open()) {
            set(kept, "30");
            kept.wrongNumbers().report("ben", NUMBER, MORNING);
        }
        try (KeptChanges again = open();
                KeptChanges other = open("other")) {
            assertThat(again.current().value("keep_days")).isEqualTo("30");
            assertThat(again.history()).hasSize(1);
            assertThat(again.wrongNumbers().reported()).hasSize(1);
            assertThat(other.current()).isEqualTo(Version.FIRST);
        }
    }

    @Test
    void aChatThatBeganBeforeTheDatabaseWasMadeFindsIt() throws Exception {
        try (KeptChanges chat = open();
                KeptChanges command = open()) {
            assertThat(chat.current()).isEqualTo(Version.FIRST);
            set(command, "30");
            assertThat(chat.current().value("keep_days")).isEqualTo("30");
        }
    }

    @Test
    void ofManyWhoMakeTheFirstChangeOneSucceeds() throws Exception {
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, PROCESSES).parallel().forEach(process -> {
            try (KeptChanges kept = open()) {
                if (kept.change(Version.FIRST, change("3" + process))) {
                    done.incrementAndGet();
                }
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        });
        assertThat(done).hasValue(1);
        try (KeptChanges kept = open()) {
            assertThat(kept.history()).hasSize(1);
        }
    }

    @Test
    void reportsOfSeveralProcessesAddUp() throws Exception {
        try (KeptChanges kept = open()) {
            set(kept, "30");
        }
        IntStream.range(0, PROCESSES).parallel().forEach(process -> {
            try (KeptChanges kept = open()) {
                kept.wrongNumbers().report("hash" + process, NUMBER, MORNING);
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        });
        try (KeptChanges kept = open()) {
            assertThat(kept.wrongNumbers().reported())
                    .singleElement()
                    .satisfies(all -> assertThat(all.count()).isEqualTo(PROCESSES));
        }
    }

    @Test
    void whereNoDatabaseCanBeMadeAChangeSaysWhy() throws Exception {
        Files.writeString(data(), "a file in the place of the folder");
        try (KeptChanges kept = open()) {
            assertThat(kept.current()).isEqualTo(Version.FIRST);
            assertThatThrownBy(() -> kept.change(Version.FIRST, change("30")))
                    .isInstanceOf(UnreadableSettings.class)
                    .hasMessageContaining("BOT_DATA");
        }
    }

    @Test
    void aDatabaseThatIsNoneIsToldAndLeftAsItIs() throws Exception {
        Path file = Files.createDirectories(data()).resolve("bot.sqlite");
        String text = "this is no database, though it is long enough to be taken for one ".repeat(20);
        Files.writeString(file, text);
        assertThatThrownBy(this::open).isInstanceOf(UnusableDatabase.class).hasMessageContaining("damaged");
        assertThat(file).hasContent(text);
    }
}
