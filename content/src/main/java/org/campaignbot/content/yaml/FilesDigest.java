package org.campaignbot.content.yaml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Computes a word for some files that changes if any of them does.
 *
 * <p>It notices edits; it doesn't stop forgery. Two checksums of 32 bits are enough for that, and the JVM has fast code for them from
 * the first call on. SHA-256 of five megabytes of questions was a fifth of a command's work.
 */
public final class FilesDigest {

    private final CRC32 first = new CRC32();
    private final CRC32C second = new CRC32C();

    /** Adds a file by its name, without its folder, and its bytes. */
    public void add(Path file, byte[] bytes) {
        add(String.valueOf(file.getFileName()), bytes);
    }

    /** Adds a file by a name and its bytes. */
    public void add(String name, byte[] bytes) {
        update((name + '\0' + bytes.length + '\0').getBytes(StandardCharsets.UTF_8));
        update(bytes);
    }

    private void update(byte[] bytes) {
        first.update(bytes);
        second.update(bytes);
    }

    /** The word for all files so far: 16 hexadecimal digits. */
    public String word() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits((int) first.getValue()) + hex.toHexDigits((int) second.getValue());
    }
}
