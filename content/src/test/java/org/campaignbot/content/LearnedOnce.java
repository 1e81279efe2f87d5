package org.campaignbot.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.campaignbot.content.understanding.QuestionMatcher;
import org.campaignbot.flow.Pack;

/** What is learned from the shipped questions takes half a minute, so the first process that needs it learns for the others. */
public final class LearnedOnce {

    private static final Path FOLDER = Path.of("target", "learned");

    private LearnedOnce() {}

    /** A matcher of the shipped questions, for their pack or a part of it. */
    public static QuestionMatcher matcher(Pack pack) {
        try {
            Files.createDirectories(FOLDER);
            Path lock = FOLDER.resolve("lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Closing the file gives the lock back.
                assertThat(channel.lock().isValid()).isTrue();
                return QuestionMatcher.read(Path.of(""), pack, FOLDER, null).matcher();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
