package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A campaign of three answers with eight examples each and no list of words, with the questions of kits. */
class SmallCampaignTest {

    @TempDir
    private static Path content;

    private static QuestionMatcher matcher;

    @BeforeAll
    static void read() throws IOException {
        Path own = Files.createDirectories(content.resolve("campaigns/library/questions"));
        Files.writeString(own.resolveSibling("pack.yaml"), "pack: library\nkits: [immigration-help]\n");
        Files.writeString(own.resolve("answers.yaml"), "answers:\n  why: {}\n  speak: {}\n  tell: {}\n");
        Files.writeString(own.resolve("en.yaml"), """
                examples:
                  why: |
                    why keep the library open
                    is the library going to close
                    why does the library matter
                    what happens if the library closes
                    who uses the library
                    when would the library close
                    what is this about the library
                    why do you fight for the library
                  speak: |
                    how do I speak at the council meeting
                    when is the council meeting
                    where does the town council meet
                    can I talk at the meeting
                    sign me up to speak
                    how long may I speak
                    what do I say to the council
                    I want to speak up at town hall
                  tell: |
                    how do I tell my neighbors
                    is there a flyer to share
                    I want to spread the word
                    can I tell my friends about the library
                    share this with others
                    how do I help spread it
                    do you have a poster
                    give me something to pass on
                """);
        for (String kit : List.of("immigration-help", "care", "alerts", "lawmakers", "reminders")) {
            Path copy = Files.createDirectories(content.resolve("kits").resolve(kit));
            Files.copy(Path.of("kits", kit, "pack.yaml"), copy.resolve("pack.yaml"));
            Path questions = Path.of("kits", kit, "questions");
            if (Files.isDirectory(questions)) {
                Files.createDirectories(copy.resolve("questions"));
                try (Stream<Path> files = Files.list(questions)) {
                    for (Path file : files.toList()) {
                        Files.copy(file, copy.resolve("questions").resolve(file.getFileName()));
                    }
                }
            }
        }
        QuestionMatcher.Result result = QuestionMatcher.read(content, ShippedQuestions.pack("library", Stream.of()));
        assertThat(result.problems()).isEmpty();
        matcher = result.matcher();
    }

    @ParameterizedTest
    @CsvSource({
        "is the library closing?, why",
        "why is the library closing, why",
        "Is the libary going to close, why",
        "why should the library stay open, why",
        "what if they close the library, why",
        "can I speak at the council meeting, speak",
        "when does the council meet, speak",
        "how do I sign up to speak at the meeting, speak",
        "what should I say to the council, speak",
        "do you have a flyer, tell",
        "how can I tell my neighbors about it, tell",
        "how do I spread the word, tell",
        "is there a poster I can share, tell"
    })
    void whatComesNearAnExampleIsUnderstood(String question, String answer) {
        assertThat(match(question).answer()).isEqualTo(answer);
    }

    @Test
    void angerGetsASmallAnswerAtMost() {
        assertThat(match("you are an idiot").answer()).isIn(Matched.NONE, "chat-insult");
    }

    @Test
    void anExampleIsUnderstoodWithoutDoubt() {
        assertThat(match("IS THE LIBRARY GOING TO CLOSE??")).isEqualTo(Matched.clear("why", 1, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "will it rain on sunday",
                "how do I bake a cake",
                "who won the match last night",
                "cuanto es dos mas dos",
                "what is the capital of Peru"
            })
    void offTopicWordsGetASmallAnswerAtMost(String question) {
        assertThat(match(question).answer()).isIn(Matched.NONE, "chat-off-topic");
    }

    @ParameterizedTest
    @CsvSource({"they took my dad, urgent-help", "hay agentes en mi puerta, urgent-help", "I want to die, other-danger"
    })
    void dangerIsHeardInACampaignThatNamesTheKits(String cry, String answer) {
        assertThat(match(cry).answer()).isEqualTo(answer);
    }

    private static Matched match(String question) {
        return matcher.match(question);
    }
}
