package org.campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.campaignbot.app.config.Clocks;
import org.campaignbot.app.config.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void aPipedChatReachesADialableSenatorInThreeTurnsAndEndsCleanly() throws Exception {
        BotProcess bot = BotProcess.run("call my senators\n10001\n", "chat");
        assertThat(bot.out()).contains("Sen. ").contains("202-224-4451").contains("I'm asking Senator");
        assertThat(bot.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(bot.out()).doesNotContain("\u001b");
        assertThat(bot.err()).isEmpty();
        assertThat(bot.exit()).isZero();
    }

    @Test
    void aRecordedChatIsPlayedAsWritten() throws Exception {
        Path chat = folder.resolve("my.chat");
        BotHere.run("1\n2\nhelp\n\n7\n{name} *x*\n", "chat", "--record", chat.toString());
        BotHere played = BotHere.run("", "play", chat.toString());
        assertThat(played.out()).endsWith("As written.\n");
        assertThat(played.exit()).isZero();
    }

    @Test
    void aLookupAnswersEachLineWithAnObject() throws Exception {
        BotProcess bot = BotProcess.run("82001\n-14.27,-170.70\nMayagüez, PR\n\n", "directory", "lookup", "-");
        assertThat(bot.out().lines()).hasSize(4);
        assertThat(bot.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("{\"query\":\"82001\",\"kind\":\"exact\",\"districts\":[\"WY-0\"]"),
                        line -> assertThat(line).contains("\"districts\":[\"AS-0\"]"),
                        line -> assertThat(line).contains("\"query\":\"Mayagüez, PR\",\"kind\":\"exact\""),
                        line -> assertThat(line).contains("\"kind\":\"unknown\""));
        assertThat(bot.exit()).isZero();
    }

    @Test
    void theClockOfTheProcessDecidesWhoseTermIsOver() throws Exception {
        Map<String, String> nextCongress = Map.of(Clocks.VARIABLE, "2027-01-03T15:00:00Z");
        BotHere bot = BotHere.run(nextCongress, "", "directory", "lookup", "82001", "--json");
        assertThat(bot.out()).contains("{\"seat\":\"WY-0\",\"status\":\"expired\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "chat",
                "play",
                "check",
                "chats",
                "ask",
                "directory",
                "settings",
                "doctor",
                "claim",
                "organizers",
                "token",
                "crm",
                "block",
                "unblock",
                "backup",
                "restore",
                "webhook"
            })
    void everyCommandExplainsItself(String command) throws Exception {
        BotHere bot = BotHere.run("", command, "--help");
        assertThat(bot.out()).startsWith("Usage: bot " + command);
        assertThat(bot.exit()).isZero();
    }

    @Test
    void aSettingThatIsWrongIsNamed() throws Exception {
        BotProcess bot = BotProcess.run("", "chat", "--at", "yesterday");
        assertThat(bot.err())
                .isEqualTo("--at isn't an instant: \"yesterday\". Write it in UTC, as 2026-11-24T15:00:00Z.\n");
        assertThat(bot.exit()).isEqualTo(2);
        BotHere campaign = BotHere.run(Map.of(Content.CAMPAIGN_VARIABLE, "nowhere"), "", "chat");
        assertThat(campaign.err()).contains("BOT_CAMPAIGN names no campaign").doesNotContain("nowhere");
        assertThat(campaign.exit()).isEqualTo(2);
    }

    @Test
    void aBrokenPackStopsTheStartWithItsPlaceAndTheFix() throws Exception {
        Path content = copyOfTheContent();
        Path menu = content.resolve("campaigns/welcoming-communities/flows/menu.yaml");
        Files.writeString(menu, Files.readString(menu).replaceFirst("then: flow learn", "then: flow lern"));
        BotHere bot = BotHere.run(Map.of(Content.FOLDER_VARIABLE, content.toString()), "", "chat");
        assertThat(bot.err()).containsPattern("menu\\.yaml:\\d+:\\d+: .*lern").contains(" — ");
        assertThat(bot.err()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(bot.exit()).isEqualTo(1);
    }

    @Test
    void brokenQuestionsEndAChatAfterItsGreetingWithTheirPlace() throws Exception {
        Path content = copyOfTheContent();
        Path answers = content.resolve("campaigns/welcoming-communities/questions/answers.yaml");
        Files.writeString(answers, Files.readString(answers) + "\nnonsense: true\n");
        BotHere bot = BotHere.run(Map.of(Content.FOLDER_VARIABLE, content.toString()), "hi\n", "chat");
        assertThat(bot.out()).contains("Hi!");
        assertThat(bot.err())
                .containsPattern("answers\\.yaml:\\d+:\\d+: .*nonsense")
                .doesNotContain("Exception");
        assertThat(bot.exit()).isEqualTo(1);
    }

    @Test
    void aBrokenTableStopsTheStartWithItsPlaceAndTheFix() throws Exception {
        Path content = copyOfTheContent();
        Path lawmakers = content.resolve("directory/lawmakers.csv");
        Files.writeString(lawmakers, Files.readString(lawmakers).replaceFirst("2029-01-03", "someday"));
        for (String[] command : new String[][] {{"chat"}, {"directory", "lookup", "10001"}, {"check"}}) {
            BotHere bot = BotHere.run(Map.of(Content.FOLDER_VARIABLE, content.toString()), "call\n10001\n", command);
            assertThat(bot.out() + bot.err()).containsPattern("lawmakers\\.csv:\\d+:\\d+: .*someday");
            assertThat(bot.err()).doesNotContain("\tat ").doesNotContain("Exception");
            assertThat(bot.exit()).isEqualTo(1);
        }
    }

    private Path copyOfTheContent() throws IOException {
        Path copy = folder.resolve("content");
        for (String part : new String[] {"campaigns", "kits", "directory"}) {
            try (Stream<Path> files = Files.walk(Path.of("..", "content", part))) {
                for (Path file : files.toList()) {
                    Path target = copy.resolve(Path.of("..", "content").relativize(file));
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                }
            }
        }
        return copy;
    }
}
