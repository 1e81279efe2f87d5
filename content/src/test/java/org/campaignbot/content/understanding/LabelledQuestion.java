package org.campaignbot.content.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.campaignbot.people.Language;

/** A question and the answer that it wants. */
record LabelledQuestion(String answer, Language language, String register, String text) {

    private static final Path FOLDER = Path.of("src/test/resources/questions");
    private static final Set<String> DANGERS = Set.of("urgent-help", "other-danger");

    /** All questions of a file. */
    static List<LabelledQuestion> of(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new LabelledQuestion(cells[0], new Language(cells[1]), cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the matcher was tuned by it; the checksum decides, so nobody chooses. */
    boolean tunes() {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return (checksum.getValue() & 1) == 0;
    }

    boolean urgent() {
        return DANGERS.contains(answer);
    }
}
