package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.maintenance.BackupFile;
import org.campaignbot.storage.maintenance.Transfer;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.junit.jupiter.api.Test;

class BrokenFilesTest {

    private final Path folder = TestDatabase.folder().resolve("data");
    private final DatabaseLocation here = new DatabaseLocation.Embedded(folder);
    private final Path file = folder.resolve("bot.sqlite");

    @Test
    void anEmptiedDatabaseBesideAKeyIsNoNewBot() throws Exception {
        Database.open(here, null, TestDatabase.CLOCK).close();
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> Database.open(here, null, TestDatabase.CLOCK))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("is empty, though there is a key")
                .hasMessageContaining("./bot restore FILE");
        Files.delete(file);
        Database.open(here, null, TestDatabase.CLOCK).close();
    }

    @Test
    void aDamagedDatabaseIsCalledDamaged() throws Exception {
        Database.open(here, null, TestDatabase.CLOCK).close();
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 0, 4_096, (byte) 'x');
        Files.write(file, bytes);
        assertThatThrownBy(() -> Database.open(here, null, TestDatabase.CLOCK))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("is damaged")
                .hasMessageNotContaining("room on the disk");
    }

    @Test
    void whatAKilledBackupLeftGoesWithTheNextOne() throws Exception {
        Path left = Files.createFile(Files.createDirectories(folder).resolve("bot-backup.123.part"));
        Path other = Files.createFile(folder.resolve("film.mp4.part"));
        try (Database database = Database.open(here, null, TestDatabase.CLOCK)) {
            assertThat(database.backup(folder.resolve("backup.gz"))).isInstanceOf(Transfer.Done.class);
        }
        assertThat(left).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void aBackupOfOneEndlessLineIsRefusedBeforeItIsHeldInMemory() throws Exception {
        Database.open(here, null, TestDatabase.CLOCK).close();
        Path bomb = folder.resolve("bomb.gz");
        byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            for (int i = 0; i < 64; i++) {
                out.write(block);
            }
        }
        assertThatThrownBy(() -> new BackupFile.Reader(bomb)).isInstanceOf(BackupFile.Broken.class);
        assertThat(Database.restore(here, null, TestDatabase.CLOCK, bomb))
                .isInstanceOfSatisfying(
                        Transfer.Refused.class,
                        refused -> assertThat(refused.why()).contains("damaged"));
    }
}
