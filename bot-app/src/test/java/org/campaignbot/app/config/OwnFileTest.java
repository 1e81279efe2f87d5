package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void whatIsWrittenOnlyItsOwnerCanRead() throws Exception {
        Path fresh = folder.resolve("fresh.chat");
        OwnFile.write(fresh, "me: hello");
        Path there = Files.createFile(
                folder.resolve("there.chat"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        OwnFile.write(there, "me: hello");
        assertThat(permissions(fresh)).isEqualTo("rw-------");
        assertThat(permissions(there)).isEqualTo("rw-------");
    }

    @Test
    void filesThatOthersCouldReadAreClosedAndNamed() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "secret");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(OwnFile.close(folder, List.of("key", "bot.sqlite"))).containsExactly("key");
        assertThat(permissions(key)).isEqualTo("rw-------");
        assertThat(OwnFile.close(folder, List.of("key"))).isEmpty();
    }

    @Test
    void aFolderInWhichOthersCanWriteIsTold() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(OwnFile.openFolder(folder)).contains("chmod 700 " + folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(OwnFile.openFolder(folder)).isEmpty();
    }
}
