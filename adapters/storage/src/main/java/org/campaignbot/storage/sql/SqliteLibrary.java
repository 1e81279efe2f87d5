package org.campaignbot.storage.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, where a setting of the driver names a folder for it. Without that, each start unpacks a megabyte into a
 * temporary file and compares the two byte by byte, and a killed process leaves its file behind.
 */
public final class SqliteLibrary {

    private SqliteLibrary() {}

    /** Unpacks it into that folder, unless it's there or no folder is named. */
    public static void unpack() throws IOException {
        String folder = System.getProperty("org.sqlite.lib.path");
        String name = LibraryLoaderUtil.getNativeLibName();
        if (folder == null || Files.exists(Path.of(folder, name))) {
            return;
        }
        String inJar = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(inJar)) {
            if (in != null) {
                // Not a temporary file of Java's: only its own account could read that.
                Path part = Files.createDirectories(Path.of(folder)).resolve(name + "." + UUID.randomUUID() + ".part");
                try {
                    Files.copy(in, part);
                    Files.move(part, Path.of(folder, name), StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(part);
                }
            }
        }
    }
}
