package org.campaignbot.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.conversation.Steps;
import org.campaignbot.directory.Directory;
import org.campaignbot.flow.Value;
import org.campaignbot.letters.Letter.Part;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterStepsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private final Directory directory =
            Directory.builder().asOf(LocalDate.of(2026, 6, 15)).map(119).build();
    private final Map<String, Value> facts = new HashMap<>();

    @Test
    void aPartIsKeptAsTheWritersOwn() {
        assertThat(keep("why", "Because of my street and its people.")).isEqualTo("kept");
        assertThat(facts.get("letter_why")).isEqualTo(new Value.Text("Because of my street and its people.", true));
        assertThat(next()).isEqualTo("place");
    }

    @Test
    void aReasonOfOneWordIsKeptAndCoachedOnceInALetter() {
        assertThat(keep("why", "family")).isEqualTo("short");
        assertThat(keep("place", "fear")).isEqualTo("kept");
        assertThat(keep(null, "My sister came home to an empty house.")).isEqualTo("kept");
        assertThat(words("letter_why")).isEqualTo("My sister came home to an empty house.");
    }

    @Test
    void aNameToldBesideAReasonSignsTheLetter() {
        keep("why", "I teach here. My name is Ana Example.");
        assertThat(words("letter_why")).isEqualTo("I teach here.");
        assertThat(words("letter_name")).isEqualTo("Ana Example");

        keep("place", "The clinic. Please sign it with just my first name, Bea.");
        assertThat(words("letter_name")).as("the first one stays").isEqualTo("Ana Example");
    }

    @Test
    void aNameThatMoreFollowsIsAPartOfTheReason() {
        keep("why", "It's wrong. My name is Ana and I'm a nurse.");
        assertThat(words("letter_why")).isEqualTo("It's wrong. My name is Ana and I'm a nurse.");
        assertThat(facts).doesNotContainKey("letter_name");
    }

    @Test
    void whatToPayForMayBeOneWord() {
        keep("why", "A long and full reason.");
        keep("place", "-");
        assertThat(keep("instead", "schools")).isEqualTo("kept");
    }

    @ParameterizedTest
    @CsvSource({"why, 1500", "name, 100", "ask, 500"})
    void aPartIsTakenUpToItsLength(String part, int most) {
        all();
        assertThat(keep(part, "x".repeat(most + 1))).isEqualTo("long");
        assertThat(words("letter_" + part)).isEqualTo("-");
        assertThat(facts.get("letter_length")).isEqualTo(new Value.Count(most + 1));
        assertThat(keep(part, "x ".repeat(most / 2).strip() + "y")).isEqualTo("kept");
    }

    @Test
    void whereAnEarlierPartIsGoneTheNewOneIsKeptAndTheOtherAskedFor() {
        all();
        facts.remove("letter_place");
        assertThat(keep("instead", "new roofs for the school")).isEqualTo("lost");
        assertThat(words("letter_instead")).isEqualTo("new roofs for the school");
        assertThat(next()).isEqualTo("place");
    }

    @Test
    void wordsThatWereSetAsideAreTakenWhereTheWriterWantsThem() {
        facts.put("set_aside", new Value.Text("They took him, and he was a good neighbor.", true));
        assertThat(ask("why")).isEqualTo("ask");
        facts.put("aside_wanted", new Value.Text("yes"));
        assertThat(ask("why")).isEqualTo("aside");
        assertThat(keep("why", null)).isEqualTo("kept");
        facts.remove("set_aside");
        assertThat(ask("why")).isEqualTo("lost");
    }

    @Test
    void fewWordsGetAFrameAndSentencesStandAsTheyAre() {
        all();
        keep("why", "my family");
        keep("place", "Our bridge is closed, and the school bus cannot come");
        keep("instead", "our clinic, the library and the bus");
        assertThat(new Letter(facts::get).body().rows())
                .extracting(row -> List.of(text(row, "form"), text(row, "words")))
                .containsExactly(
                        List.of("why", "my family"),
                        List.of("own", "Our bridge is closed, and the school bus cannot come."),
                        List.of("instead", "our clinic, the library and the bus"));
    }

    private void all() {
        for (Part part : Part.values()) {
            facts.put(part.fact(), new Value.Text(Part.LEFT_OUT));
        }
        facts.put("letter_coached", new Value.Text("why"));
    }

    private static String text(Value.Row row, String field) {
        return row.fields().get(field) instanceof Value.Text text ? text.text() : "";
    }

    private String words(String fact) {
        return facts.get(fact) instanceof Value.Text text ? text.text() : "";
    }

    private String keep(
            @org.jspecify.annotations.Nullable String part, @org.jspecify.annotations.Nullable String words) {
        if (words == null) {
            facts.remove("words");
        } else {
            facts.put("words", new Value.Text(words, true));
        }
        return run("letter.keep", part == null ? Map.of() : Map.of("part", part));
    }

    private String ask(String part) {
        return run("letter.ask", Map.of("part", part));
    }

    private String next() {
        return run("letter.next", Map.of());
    }

    private String run(String name, Map<String, String> with) {
        JavaStep step = Steps.named(name, LetterSteps.all(() -> directory));
        JavaStep.Result result = step.run(new JavaStep.Input(facts::get, with, NOON, 1, Language.ENGLISH));
        assertThat(step.outcomes()).contains(result.outcome());
        assertThat(step.gives())
                .extracting(StepValue::name)
                .containsAll(result.facts().keySet());
        facts.putAll(result.facts());
        return result.outcome();
    }
}
