package org.campaignbot.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.campaignbot.content.chat.Transcript;
import org.campaignbot.content.chat.TranscriptRun;
import org.campaignbot.content.chat.TranscriptRunner;
import org.campaignbot.content.chat.Transcripts;
import org.campaignbot.content.check.PackCheck;
import org.campaignbot.content.pack.PackRead;
import org.campaignbot.content.pack.PackReader;
import org.campaignbot.content.understanding.QuestionMatcher;
import org.campaignbot.content.understanding.QuestionUnderstanding;
import org.campaignbot.conversation.Engine;
import org.campaignbot.flow.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small campaign whose call is for a number of its own, over the kits that ship. */
class OwnNumberTest {

    private static final Path CAMPAIGN = Path.of("src/test/resources/own-number/campaigns/pantry");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path content;

    @Test
    void itsChatsComeOutAsWritten() throws IOException {
        Pack pack = Objects.requireNonNull(read("").pack());
        QuestionMatcher matcher = QuestionMatcher.read(content, pack).matcher();
        TranscriptRunner runner = new TranscriptRunner(
                pack, each -> new Engine(each, ShippedCampaign.VOCABULARY, new QuestionUnderstanding(matcher, each)));
        List<Transcript> chats = Transcripts.of(content.resolve("campaigns/pantry"));
        assertThat(chats).hasSize(4).allSatisfy(chat -> {
            TranscriptRun run = runner.run(chat);
            assertThat(run.troubles()).isEmpty();
            assertThat(String.join("\n", run.differences())).isEmpty();
        });
    }

    @Test
    void itsRecordIsSound() {
        assertThat(errors("")).isEmpty();
    }

    @Test
    void anActionForANumberNeedsWhoseItIsAndTheNumberItself() {
        assertThat(errors("  office: the governor's office\n"))
                .contains("records.yaml:5: the action \"action-call\" is for a number, and has no \"office\""
                        + " — add office with whose number it is, as office: the governor's office");
        assertThat(errors("  phone: 303-555-0142\n"))
                .containsExactly("records.yaml:5: the action \"action-call\" is for a number, and has no \"phone\""
                        + " — add phone with the number, as phone: 202-224-3121");
    }

    @Test
    void itNeedsItsDateAndItsSourceToo() {
        assertThat(errors("  as_of: 2026-11-20\n"))
                .singleElement()
                .asString()
                .contains("records.yaml:1: ", "does not say as of when it holds", "add as_of with a day");
        assertThat(errors("  source: https://www.colorado.gov/governor\n"))
                .singleElement()
                .asString()
                .contains("records.yaml:1: ", "does not name its source", "add source");
    }

    @Test
    void aMalformedNumberIsRefusedAtItsLine() throws IOException {
        read("");
        Path records = content.resolve("campaigns/pantry/records.yaml");
        Files.writeString(records, Files.readString(records).replace("303-555-0142", "(303) 555-0142"));
        assertThat(errors(PackReader.read(content, "pantry", ShippedCampaign.VOCABULARY)))
                .containsExactly("records.yaml:7: \"(303) 555-0142\" isn't a phone number"
                        + " — write it as 202-224-3121, or as 911");
    }

    /** The errors of the campaign without a line of its record. */
    private List<String> errors(String left) {
        return errors(read(left));
    }

    private static List<String> errors(PackRead read) {
        return PackCheck.check(read, TODAY).stream()
                .filter(problem -> read.errors().contains(problem))
                .map(problem -> Path.of(problem.file()).getFileName() + ":" + problem.line() + ": " + problem.message()
                        + " — " + problem.fix())
                .toList();
    }

    private static void copy(Path folder, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(folder.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file));
            }
        }
    }

    private PackRead read(String left) {
        try {
            Path copy = content.resolve("campaigns/pantry");
            copy(CAMPAIGN, copy);
            copy(Path.of("kits"), content.resolve("kits"));
            Path records = copy.resolve("records.yaml");
            Files.writeString(records, Files.readString(records).replace(left, ""));
            return PackReader.read(content, "pantry", ShippedCampaign.VOCABULARY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
