package org.campaignbot.content.yaml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes a word for some files that changes if any of them does. */
public final class FilesDigest {

    /** Digits of the word: enough that two contents never share one. */
    private static final int LETTERS = 16;

    private final MessageDigest digest;

    /** Creates a digest of no files. */
    public FilesDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds a file by its name, without its folder, and its bytes. */
    public void add(Path file, byte[] bytes) {
        add(String.valueOf(file.getFileName()), bytes);
    }

    /** Adds a file by a name and its bytes. */
    public void add(String name, byte[] bytes) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(bytes);
    }

    /** The word for all files so far: 16 hexadecimal digits. Resets the digest. */
    public String word() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, LETTERS);
    }
}
