package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.campaignbot.content.ShippedCampaign;
import org.campaignbot.content.pack.PackRead;
import org.campaignbot.content.pack.PackReader;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.flow.Pack;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A campaign about buses over the kits that ship: without immigration-help, what sounds like agents is about buses. */
class OtherCauseTest {

    @TempDir
    private static Path content;

    private static PackRead read;
    private static Engine engine;

    @BeforeAll
    static void readTheBusCampaign() throws IOException {
        copy(Path.of("kits"), content.resolve("kits"));
        copy(Path.of("src/test/resources/bus"), content);
        read = PackReader.read(content, "bus", ShippedCampaign.VOCABULARY);
        Pack pack = Objects.requireNonNull(read.pack(), () -> read.errors().toString());
        QuestionMatcher.Result result = QuestionMatcher.read(content, pack);
        assertThat(result.problems()).isEmpty();
        engine = new Engine(pack, ShippedCampaign.VOCABULARY, new QuestionUnderstanding(result.matcher(), pack));
    }

    @Test
    void itsPackIsReadWithoutWarnings() {
        assertThat(read.problems()).isEmpty();
        assertThat(engine.pack().flows()).doesNotContainKey("urgent-help").containsKey("other-danger");
        assertThat(engine.pack().records()).doesNotContainKey("detainee-locator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "se llevaron la ruta 7",
                "which bus goes to the clinic?",
                "my bus pass expired",
                "is there a bus to court",
                "they took away my bus",
                "route 12 is gone",
                "I cannot get home at night",
                "I am scared to wait at the stop at night",
                "tengo una cita en la clínica",
                "no tengo papeles para el pase",
                "my papers are late",
                "the bus driver was arrested",
                "¿cuándo es la audiencia?"
            })
    void wordsAboutBusesAreNoCryForHelp(String text) {
        assertThat(said(text).notes()).doesNotContain(Turn.Note.URGENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to die",
                "I want to kill myself",
                "quiero morir",
                "my husband hits me",
                "mi esposo me pega",
                "he has a gun and says he will kill me",
                "my friend took pills and is not breathing",
                "no quiero vivir",
                "I am thinking about suicide",
                "urgent help",
                "ayuda urgente"
            })
    void dangerOfAnotherKindIsHeard(String text) {
        assertThat(said(text).path()).startsWith("other-danger/show");
    }

    @Test
    void wordsOfALanguageThatItDoesNotWriteAreHeard() {
        assertThat(said("parar").notes()).contains(Turn.Note.STOPPED);
        assertThat(said("mis datos").path()).startsWith("my-data/show");
    }

    @Test
    void helpPrivacyAndPeopleSayNothingOfImmigration() {
        for (String word : new String[] {"help", "privacy", "human", "urgent help"}) {
            assertThat(said(word).messages().toString())
                    .doesNotContainIgnoringCase("immigration")
                    .doesNotContainIgnoringCase("inmigración");
        }
    }

    private static Turn said(String text) {
        State menu = turn(State.fresh(), "menu").next();
        return turn(menu, text);
    }

    private static Turn turn(State state, String text) {
        Instant noon = Instant.parse("2026-11-24T17:00:00Z");
        return engine.take(state, new TurnInput(new Event.Typed(text), noon, 1, Language.ENGLISH, ""));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
