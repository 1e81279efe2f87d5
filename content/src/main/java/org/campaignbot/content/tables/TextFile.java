package org.campaignbot.content.tables;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a whole UTF-8 file, or reports why it can't be read. */
final class TextFile {

    private TextFile() {}

    /** The text; empty if a problem was added instead. */
    static Optional<String> read(Path folder, String file, TableProblems tableProblems) {
        Path path = folder.resolve(file);
        try {
            return Optional.of(Files.readString(path));
        } catch (CharacterCodingException e) {
            reportBadBytes(path, file, tableProblems);
        } catch (NoSuchFileException e) {
            tableProblems.add(
                    file,
                    1,
                    1,
                    "table-missing-file",
                    "this file is not in the folder of tables",
                    "put it back, or take its name out of " + TableList.FILE);
        } catch (IOException e) {
            reportUnreadable(file, tableProblems);
        }
        return Optional.empty();
    }

    private static void reportBadBytes(Path path, String file, TableProblems tableProblems) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            reportUnreadable(file, tableProblems);
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String before = out.flip().toString();
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        String shown = result.isUnderflow() ? "a byte" : "the byte 0x%02X".formatted(bytes[in.position()]);
        tableProblems.add(
                file,
                line,
                column,
                "table-bad-utf8",
                shown + " is not UTF-8 here",
                "save the file in the encoding UTF-8");
    }

    private static void reportUnreadable(String file, TableProblems tableProblems) {
        tableProblems.add(
                file,
                1,
                1,
                "table-unreadable",
                "this file cannot be read",
                "make it an ordinary file that this program may read");
    }
}
