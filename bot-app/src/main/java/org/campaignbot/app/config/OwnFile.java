package org.campaignbot.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files and folders that only the bot's own account can access, where the file system has owners. */
public final class OwnFile {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OwnFile() {}

    private static boolean knowsOwners(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Writes a text that only the owner can read, even if the file existed with wider permissions. */
    public static void write(Path file, String text) throws IOException {
        if (knowsOwners(file)) {
            if (Files.exists(file)) {
                Files.setPosixFilePermissions(file, FILE);
            } else {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
            }
        }
        Files.writeString(file, text);
    }

    /** Restricts an installation's existing files to their owner; returns those that others could read or change. */
    public static List<String> close(Path folder, List<String> names) {
        return names.stream().filter(name -> close(folder.resolve(name))).toList();
    }

    private static boolean close(Path file) {
        try {
            if (!knowsOwners(file) || !Files.exists(file) || FILE.containsAll(Files.getPosixFilePermissions(file))) {
                return false;
            }
            Files.setPosixFilePermissions(file, FILE);
            return true;
        } catch (IOException notOurs) {
            // An unusable database is reported when it is opened.
            return false;
        }
    }

    /** How to fix a folder that others can write to, and so swap the key or database; empty if they can't. */
    public static Optional<String> openFolder(Path folder) {
        try {
            return knowsOwners(folder)
                            && Files.isDirectory(folder)
                            && Files.getPosixFilePermissions(folder).stream().anyMatch(OTHERS_WRITE::contains)
                    ? Optional.of("chmod 700 " + folder)
                    : Optional.empty();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }
}
