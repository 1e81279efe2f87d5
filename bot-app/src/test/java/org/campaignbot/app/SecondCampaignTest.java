package org.campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.app.config.Clocks;
import org.campaignbot.app.config.Content;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows content/README.md like an author: from {@code bot new} to a campaign that is ready to chat. */
class SecondCampaignTest {

    private static final Path SHIPPED = Path.of("..", "content");
    private static final Pattern YAML = Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CHAT = Pattern.compile("<!-- (\\S+\\.chat) -->\n```\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PART =
            Pattern.compile("<!-- part of (\\S+\\.chat) -->\n```\n(.*?)```", Pattern.DOTALL);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path content;

    private Path library = Path.of("");

    @BeforeEach
    void shareWhatEveryCampaignHas() throws IOException {
        library = content.resolve("campaigns/library");
        Files.createDirectories(content.resolve("campaigns"));
        copy(SHIPPED.resolve("kits"), content.resolve("kits"));
        copy(SHIPPED.resolve("directory"), content.resolve("directory"));
    }

    @Test
    void aNewCampaignPassesTheCheckAndCanBeTalkedWith() throws Exception {
        BotProcess made = BotProcess.run(variables(), "", "new", "library", "--title", "Keep the library's doors open");
        assertThat(made.err()).isEmpty();
        assertThat(made.out()).contains("BOT_CAMPAIGN=library ./bot chat");

        assertThat(bot("", "check", "library").out()).isEqualTo("library: 0 errors, 0 warnings.\n");
        assertThat(bot("", "chats", "library").out()).isEqualTo("2 chats, 2 as written.\n");
        assertThat(bot("hello\n1\n", "chat").out()).contains("Our campaign says");
    }

    @Test
    void theGuideLeadsToACampaignOfOnesOwn() throws Exception {
        bot("", "new", "library", "--title", "Keep the library open");
        String guide = Files.readString(SHIPPED.resolve("README.md"));
        write(YAML, guide);
        write(CHAT, guide);
        assertThat(bot("", "chats", "library", "--write").exit()).isZero();

        assertThat(bot("", "check", "library").out()).contains("library: 0 errors, ");
        MatchResult part = all(PART, guide).findFirst().orElseThrow();
        assertThat(Files.readString(library.resolve(part.group(1)))).contains(part.group(2));
        assertThat(bot("mi biblioteca\nagents are at my door\n", "chat").out()).contains("judge");
    }

    @Test
    void aNameThatIsTakenOrNoneIsRefusedAndNothingIsWritten() throws Exception {
        bot("", "new", "library");
        BotHere again = bot("", "new", "library");
        assertThat(again.err()).contains("already").doesNotContain("Exception");
        assertThat(again.exit()).isEqualTo(2);
        for (String name : new String[] {"My Library", "../library", "-x", "bücher", ""}) {
            assertThat(bot("", "new", "--", name).err()).contains("is no name for a folder");
        }
        assertThat(bot("", "new", "park", "--title", "Keep {it}").err()).contains("without { and }");
        try (Stream<Path> campaigns = Files.list(content.resolve("campaigns"))) {
            assertThat(campaigns.map(each -> String.valueOf(each.getFileName())))
                    .containsExactly("library");
        }
    }

    private BotHere bot(String input, String... arguments) {
        return BotHere.run(variables(), input, arguments);
    }

    private Map<String, String> variables() {
        return Map.of(
                Content.FOLDER_VARIABLE, content.toString(),
                Content.CAMPAIGN_VARIABLE, "library",
                Clocks.VARIABLE, "2026-03-02T15:00:00Z");
    }

    private void write(Pattern example, String guide) throws IOException {
        for (MatchResult each : all(example, guide).toList()) {
            Path file = library.resolve(each.group(1));
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, each.group(2));
        }
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
    }
}
