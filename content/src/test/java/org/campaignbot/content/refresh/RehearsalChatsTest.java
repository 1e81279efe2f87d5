package org.campaignbot.content.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.campaignbot.content.ShippedCampaign;
import org.campaignbot.content.chat.Transcript;
import org.campaignbot.content.chat.TranscriptRun;
import org.campaignbot.content.chat.TranscriptRunner;
import org.campaignbot.content.chat.Transcripts;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whole conversations from December 2026 to March 2027, over the tables that {@link Rehearsal} puts in force as the days pass; with
 * {@code -Drehearsal.write=true} it writes what the bot says now into them.
 */
class RehearsalChatsTest {

    private static final Path CHATS = Path.of("src/test/resources/rehearsal");

    private static Instant now = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static TranscriptRunner runner;

    @BeforeAll
    static void play() throws IOException {
        Rehearsal rehearsal = Rehearsal.played();
        Supplier<Directory> inForce = () -> rehearsal.on(EasternTime.dateAt(now));
        runner = new TranscriptRunner(ShippedCampaign.PACK, ShippedCampaign.engines(inForce), instant -> now = instant);
    }

    private static List<Transcript> chats() throws IOException {
        try (Stream<Path> files = Files.list(CHATS)) {
            return files.filter(each -> each.toString().endsWith(".chat"))
                    .sorted()
                    .map(RehearsalChatsTest::read)
                    .toList();
        }
    }

    private static Transcript read(Path file) {
        try {
            return Transcripts.read(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyConversationComesOutAsWritten() throws IOException {
        List<String> troubles = new ArrayList<>();
        for (Transcript chat : chats()) {
            TranscriptRun run = runner.run(chat);
            if (Boolean.getBoolean("rehearsal.write")) {
                Files.writeString(Path.of(chat.file()), run.rewritten());
            }
            troubles.addAll(run.troubles());
            if (!Boolean.getBoolean("rehearsal.write")) {
                troubles.addAll(run.differences());
            }
        }
        assertThat(String.join("\n", troubles)).isEmpty();
    }

    /** Each story is told in both languages, and nobody is left without an answer. */
    @Test
    void everyStoryIsToldInBothLanguages() throws IOException {
        List<String> names = chats().stream()
                .map(each -> String.valueOf(Path.of(each.file()).getFileName()))
                .toList();
        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(names)
                        .contains(
                                name.startsWith("in-spanish-")
                                        ? name.substring("in-spanish-".length())
                                        : "in-spanish-" + name));
        for (Transcript chat : chats()) {
            assertThat(chat.exchanges())
                    .filteredOn(each -> each.happening().startsWith("me:"))
                    .allSatisfy(turn -> assertThat(turn.answer())
                            .as("%s:%d %s", chat.file(), turn.line(), turn.happening())
                            .isNotEmpty());
        }
    }
}
