package org.campaignbot.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files and folders that belong to the bot's own account alone, where the file system knows owners. */
public final class OwnFile {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OwnFile() {}

    private static boolean knowsOwners(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Writes a text that only the owner can read, also where the file was there and others could. */
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

    /** Keeps others from files of an installation, where they are there; returns those that others could read or change. */
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
            // A database that cannot be used is told of when it is opened.
            return false;
        }
    }

    /** What is to be done about a folder in which others can write, and so put another key or database; empty where none can. */
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
