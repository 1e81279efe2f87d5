package org.campaignbot.content.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.campaignbot.content.pack.PackRead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants texts that are too long or too hard into the garden, and what makes them right. */
class BudgetCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    private static final Set<String> RULES = Set.of(
            "grade-too-high",
            "too-many-words",
            "long-sentence",
            "off-screen",
            "too-wide",
            "long-button",
            "banned-phrase",
            "unused-exception");

    /** Sixty words in sentences of four. */
    private static final String SIXTY = "We dig one row. ".repeat(15).strip();

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");
    private int gardens;

    @Test
    void aReceiptHasSixtyWordsAndATopicMore() {
        assertThat(found(say(SIXTY) + "    then: end\n")).isEmpty();
        assertThat(messages(say(SIXTY + " Done.") + "    then: end\n"))
                .containsExactly("\"sow/ready\" in \"en\" has 61 words; a receipt has at most 60");
        assertThat(found("    kind: topic\n" + say(SIXTY + " Done.") + "    then: end\n"))
                .isEmpty();
    }

    @Test
    void aGreetingIsShorter() {
        newGarden();
        Garden.write(
                folder,
                "flows/start.yaml",
                "flow: start\ntitle: Start\nheard: [start]\nsteps:\n  hello:\n" + say(SIXTY) + "    then: end\n");

        assertThat(problems().stream().map(Problem::message))
                .contains("\"start/hello\" in \"en\" has 60 words; a greeting has at most 50");
    }

    @Test
    void theFormsOfOneValueAreCountedTogether() {
        String forms = """
                    say:
                      - {by: plan.state, proposed: %1$s, other: No.}
                      - {by: plan.state, enacted: %1$s, other: No.}
                    then: end
                """.formatted("We dig one row. ".repeat(10).strip());

        assertThat(found(forms)).isEmpty();
        assertThat(messages(forms.replace("enacted", "proposed")))
                .containsExactly(
                        "\"sow/ready\" in \"en\" has 80 words, with plan.state=proposed; a receipt has at most 60");
    }

    @Test
    void aValueCountsAtItsLongest() {
        String words = "We dig one row. ".repeat(13) + "Now.";
        assertThat(found(say(words + " The town wants this.") + "    then: end\n"))
                .isEmpty();
        assertThat(messages(say(words + " {plan.summary}") + "    then: end\n"))
                .containsExactly("\"sow/ready\" in \"en\" has 61 words; a receipt has at most 60");
    }

    @Test
    void wordsToSayCountOnACardAndApartElsewhere() {
        String script = """
                    say: |
                      Call now.

                      > %s
                    then: end
                """.formatted("We dig one row. ".repeat(20).strip());

        assertThat(found(script)).isEmpty();
        assertThat(found("    kind: card\n" + script)).isEmpty();
        assertThat(messages("    kind: question\n    limits: {quote: 79, because: It is a test.}\n" + script))
                .containsExactly("\"sow/ready\" in \"en\" has 80 words to say or copy, of at most 79");
        assertThat(messages("    kind: card\n    limits: {words: 81, because: It is a test.}\n" + script))
                .containsExactly("\"sow/ready\" in \"en\" has 82 words; a card has at most 81");
    }

    @Test
    void stepsOfOneTurnAreCountedTogether() {
        String two = say("We dig one row. ".repeat(10).strip()) + "  later:\n"
                + say("We dig two rows. ".repeat(10).strip()) + "    then: end\n";

        assertThat(messages(two))
                .containsExactly("\"sow/ready\" in \"en\" has 80 words with sow/later; such a turn has at most 60");
        assertThat(found(two.replace("  later:\n", "  later:\n    kind: card\n")))
                .isEmpty();
    }

    @Test
    void theMenuBelowATextBelongsToItsScreen() {
        String list = "    say: |\n" + "      - Beans\n".repeat(25);
        assertThat(found(list + "    then: end\n")).isEmpty();
        assertThat(messages(list + "    then: menu\n"))
                .containsExactly("\"sow/ready\" in \"en\" needs 33 lines of 38 columns with menu/choose,"
                        + " 6 of them for buttons; 30 is a screen");
    }

    @Test
    void aSentenceHasTwentyFiveWordsAndFourteenOnAverage() {
        String many = "dig and ".repeat(12);
        assertThat(found(say("We " + many + "dig. So.") + "    then: end\n")).containsExactly("long-sentence");
        String twenty =
                "We dig and dig and dig and dig and dig and dig. ".repeat(5).strip();
        assertThat(found(say(twenty) + "    then: end\n")).isEmpty();
        assertThat(messages(say(twenty.replace("We dig", "We dig and dig and dig and dig"))
                        + "    kind: topic\n    then: end\n"))
                .isEmpty();
        assertThat(messages(say("We dig and dig and dig and dig and dig and dig and dig and dig. "
                                .repeat(3)
                                .strip()) + "    then: end\n"))
                .containsExactly(
                        "\"sow/ready\" in \"en\" has 16.0 words a sentence; a receipt has at most 14 on average");
    }

    @Test
    void aButtonHasTwentyCharacters() {
        String ask = "    ask: Well?\n    answers:\n      done: {label: %s, then: menu}\n";
        assertThat(found(ask.formatted("I sowed all my beans"))).isEmpty();
        assertThat(messages(ask.formatted("I sowed all the beans")))
                .containsExactly(
                        "the button \"done\" in \"en\" has 21 characters of at most 20: \"I sowed all the beans\"");
        assertThat(found("    allow: {long-button: So the gardeners call it.}\n"
                        + ask.formatted("I sowed all the beans")))
                .isEmpty();
    }

    @Test
    void aPhraseIsBannedInItsWrongSenseAlone() {
        assertThat(found(say("We shall sow anew.") + "    then: end\n"))
                .containsExactly("banned-phrase", "banned-phrase");
        assertThat(found(say("The law of 2025 is here.") + "    then: end\n")).containsExactly("banned-phrase");
        assertThat(found(say("It grows until the end of 2025. The canew grows.") + "    then: end\n"))
                .isEmpty();
    }

    @Test
    void quotesAndTitlesMayUseAnyPhrase() {
        assertThat(found(say("'They said \"we shall sow\" in *The Song We Shall Sing*.'") + "    then: end\n"))
                .isEmpty();
        assertThat(found("    kind: quote\n" + say("We shall sow.") + "    then: end\n"))
                .isEmpty();
        assertThat(found("    say: |\n      > We shall sow.\n    then: end\n"))
                .as("a script is ours")
                .containsExactly("banned-phrase");
    }

    @Test
    void anExceptionStandsBesideTheTextAndExcusesThatAlone() {
        String text = say("We shall sow anew.") + "    then: end\n";
        assertThat(found("    allow: {shall: It is the song., anew: It is the song.}\n" + text))
                .isEmpty();
        assertThat(found("    allow: {shall: It is the song.}\n" + text)).containsExactly("banned-phrase");
        assertThat(messages("    allow: {shall: It is the song., anew: The song., whom: No.}\n" + text))
                .containsExactly("\"sow/ready\" has an exception for \"whom\", and nothing there needs it");
    }

    @Test
    void anExceptionBesideATranslationIsForThatLanguage() {
        String text = say("We sow again.") + "    then: end\n";
        plant(text);
        Garden.write(folder, "words/es/sow.yaml", translation("    allow: {pulse: Así se llama.}\n"));
        assertThat(codes()).isEmpty();
        Garden.write(folder, "words/es/sow.yaml", translation(""));
        assertThat(codes()).containsExactly("banned-phrase");
    }

    @Test
    void theLimitsOfAFlowAreThoseOfItsStepsButNotOfAnotherKind() {
        String flow = """
                flow: sow
                title: Sow beans
                heard: [sow]
                kind: privacy
                limits: {words: 61, because: It is a test.}
                steps:
                  ready:
                """;
        newGarden();
        Garden.write(folder, "flows/sow.yaml", flow + say(SIXTY + " Done.") + "    then: end\n");
        assertThat(codes()).isEmpty();
        Garden.write(
                folder, "flows/sow.yaml", flow + "    kind: receipt\n" + say(SIXTY + " Done.") + "    then: end\n");
        assertThat(codes()).containsExactly("too-many-words");
    }

    @Test
    void limitsNeedTheirReason() {
        plant("    limits: {words: 90}\n" + say("Sow.") + "    then: end\n");
        assertThat(Garden.read(folder).problems()).extracting(Problem::code).contains("missing-key");
    }

    private static String translation(String exception) {
        return "sow:\n  ready:\n    of: xxxx\n" + exception + "    say: Pulse la tierra.\n";
    }

    private static String say(String text) {
        return "    say: " + text + "\n";
    }

    private List<String> found(String step) {
        plant(step);
        return codes();
    }

    private List<String> messages(String step) {
        plant(step);
        return problems().stream()
                .filter(problem -> RULES.contains(problem.code()))
                .map(Problem::message)
                .toList();
    }

    private void newGarden() {
        folder = Garden.copyTo(temporary.resolve("garden-" + gardens++));
    }

    private void plant(String step) {
        newGarden();
        Garden.write(folder, "flows/sow.yaml", "flow: sow\ntitle: Sow beans\nheard: [sow]\nsteps:\n  ready:\n" + step);
    }

    private List<String> codes() {
        return problems().stream().map(Problem::code).filter(RULES::contains).toList();
    }

    private List<Problem> problems() {
        PackRead read = Garden.read(folder);
        assertThat(read.errors()).isEmpty();
        return PackCheck.check(read, TODAY);
    }
}
