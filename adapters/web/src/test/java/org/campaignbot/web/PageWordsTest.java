package org.campaignbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

class PageWordsTest {

    private static final PageWords ENGLISH = PageWords.in(Language.ENGLISH);
    private static final PageWords SPANISH = PageWords.in(Language.SPANISH);
    private static final Pattern KEY = Pattern.compile("\"((?:[a-z]+\\.)?[a-z.-]+)\"");

    /** How keys begin whose rest is made of a word, such as that for a stage. */
    private static final List<String> MADE = List.of(
            "none.",
            "trouble.",
            "act.",
            "ask.outcome.",
            "chats.group.",
            "counted.",
            "group.",
            "held.",
            "language.",
            "role.",
            "stage.",
            "told.",
            "write.title.",
            "write.words.",
            // These are for the pages about people and data.
            "choice.",
            "correct.",
            "did.",
            "field.",
            "health.is.",
            "health.job.",
            "health.jobs",
            "health.platforms",
            "kind.",
            "map.",
            "no.",
            "roles.refused.",
            "roles.told.",
            "setting.",
            "settings.as_of.",
            "settings.closes",
            "settings.kind.",
            "settings.opens",
            "settings.source.",
            "settings.told.",
            "standing.",
            "roles.may.",
            "tables.told.",
            "needs.");

    @Test
    void bothLanguagesHaveTheSameWordsWithTheSameValues() {
        assertThat(SPANISH.keys()).isEqualTo(ENGLISH.keys());
        for (String key : ENGLISH.keys()) {
            for (String value : List.of("{0}", "{1}")) {
                assertThat(SPANISH.say(key).contains(value))
                        .as(key)
                        .isEqualTo(ENGLISH.say(key).contains(value));
            }
        }
    }

    @Test
    void everyKeyThatIsUsedHasWordsAndNoOtherIsKept() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(java|jte)"))
                    .toList()) {
                Matcher keys = KEY.matcher(Files.readString(file));
                while (keys.find()) {
                    used.add(keys.group(1));
                }
            }
        }
        for (String key : ENGLISH.keys()) {
            // The console's pages leave its name out.
            String asked = key.startsWith("console.") ? key.substring("console.".length()) : key;
            boolean isMade = MADE.stream().anyMatch(asked::startsWith);
            assertThat(isMade || used.contains(asked)).as(key).isTrue();
        }
    }

    @Test
    void spanishWordsAreNoTranslation() {
        for (String key : SPANISH.keys()) {
            assertThat(SPANISH.say(key))
                    .as(key)
                    .doesNotContainPattern(
                            "(?i)espera por|\\bhall[aó]\\b|\\bpapel(es)?\\b|\\bpulse\\b|\\bgrabadora\\b");
        }
    }

    @Test
    void sentencesAndButtonsAreShort() {
        for (PageWords words : List.of(ENGLISH, SPANISH)) {
            for (String key : words.keys()) {
                for (String sentence : words.say(key).split("(?<=[.?!:])\\s+", -1)) {
                    assertThat(sentence.split("\\s+", -1)).as(sentence).hasSizeLessThanOrEqualTo(25);
                }
            }
            for (String button : List.of(
                    "home.chat",
                    "home.telegram",
                    "home.slack",
                    "place.find",
                    "chat.send",
                    "chat.leave",
                    "chat.start",
                    "lawmakers.print",
                    "topics.back")) {
                assertThat(words.say(button)).hasSizeLessThanOrEqualTo(24);
            }
        }
    }
}
