package org.campaignbot.content.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack from a stranger must not hang the bot or fill its memory: each of these did. */
class HostilePackTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheGarden() {
        Garden.copyTo(folder);
    }

    @Test
    void aLinkToADeviceIsNotRead() throws IOException {
        Files.createSymbolicLink(file("flows/zero.yaml"), Path.of("/dev/zero"));

        assertThat(problems()).containsExactly("flows/zero.yaml:1:1 foreign-file");
    }

    @Test
    void aLinkToAFileOutsideTheCampaignIsNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.yaml"), "flow: secret\n");
        Files.createSymbolicLink(file("flows/secret.yaml"), secret);
        Files.createSymbolicLink(file("flows/elsewhere.yaml"), Path.of("../../../kits/care/pack.yaml"));

        assertThat(problems())
                .containsExactly("flows/elsewhere.yaml:1:1 foreign-file", "flows/secret.yaml:1:1 foreign-file");
    }

    @Test
    void aLinkWithinTheCampaignIsRead() throws IOException {
        Files.move(file("flows/call.yaml"), file("call.text"));
        Files.createSymbolicLink(file("flows/call.yaml"), Path.of("../call.text"));

        assertThat(problems()).isEmpty();
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        for (String pipe : List.of("flows/pipe.yaml", "records.yaml", "paragraphs.yaml", "words/fr.yaml")) {
            Files.deleteIfExists(file(pipe));
            Process made = new ProcessBuilder("mkfifo", file(pipe).toString()).start();
            assertThat(made.waitFor()).isZero();
        }

        assertThat(problems())
                .contains(
                        "flows/pipe.yaml:1:1 unreadable-file",
                        "records.yaml:1:1 unreadable-file",
                        "paragraphs.yaml:1:1 unreadable-file",
                        "words/fr.yaml:1:1 unreadable-file");
    }

    @Test
    void aFileOfThreeMegabytesIsNotRead() throws IOException {
        Files.write(file("flows/large.yaml"), new byte[3_000_000]);

        assertThat(problems()).containsExactly("flows/large.yaml:1:1 file-too-large");
    }

    @Test
    void whatIsNestedTooDeepIsReadNoFurther() {
        String brackets = "[".repeat(400_000);
        Garden.write(folder, "flows/deep.yaml", "flow: " + brackets + "]".repeat(400_000));
        Garden.write(folder, "flows/open.yaml", "flow: " + brackets);
        Garden.write(folder, "flows/wide.yaml", "flow: " + "{a: ".repeat(200_000));

        assertThat(problems())
                .containsExactly(
                        "flows/deep.yaml:1:36 not-yaml",
                        "flows/open.yaml:1:36 not-yaml",
                        "flows/wide.yaml:1:123 not-yaml");
    }

    private Path file(String name) {
        return folder.resolve("campaigns/garden").resolve(name);
    }

    /** What is wrong with the garden besides its few translations, by place and code; found fast, each with a fix. */
    private List<String> problems() {
        String pack = file("").toString().replace('\\', '/') + "/";
        PackRead read = assertTimeoutPreemptively(PATIENCE, () -> Garden.read(folder));
        List<Problem> problems = read.problems().stream()
                .filter(each -> !each.code().endsWith("-translation"))
                .toList();
        assertThat(problems).allSatisfy(each -> assertThat(each.fix()).isNotBlank());
        return problems.stream()
                .map(each ->
                        each.file().replace(pack, "") + ":" + each.line() + ":" + each.column() + " " + each.code())
                .toList();
    }
}
