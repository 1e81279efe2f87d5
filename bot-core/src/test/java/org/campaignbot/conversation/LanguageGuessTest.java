package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.people.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageGuessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hola",
                "Buenos días",
                "quiero llamar a mis senadores",
                "no hablo inglés",
                "¿qué digo si me contestan?",
                "vivo en Texas",
                "tengo miedo de llamar",
                "ya llamé, dejé un mensaje",
                "no me contestaron",
                "se llevaron a mi esposo",
                "la migra agarro a mi tio en el home depot hace rato",
                "estamos en moline illinois",
                "la migra en la puerta",
                "q hago",
                "no sirve de nada",
                "no se, eso sirve de algo o es pura paja",
                "orlando, mi cel es de puerto rico, importa?"
            })
    void spanishIsTold(String text) {
        assertThat(LanguageGuess.of(text)).isEqualTo(new Language("es"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hi",
                "Los Angeles",
                "Las Vegas, Nevada",
                "La Puente",
                "San Juan de Puerto Rico",
                "El Paso",
                "gracias",
                "no",
                "si",
                "adios amigo",
                "la migra outside",
                "SOS la migra",
                "no bueno",
                "q and a",
                "how do I say no hablo inglés",
                "call my senators",
                "do you speak Spanish? por favor",
                "I left a mensaje with la senadora",
                "10001"
            })
    void namesAndBorrowedWordsAreNotTakenForSpanish(String text) {
        assertThat(LanguageGuess.of(text)).isNull();
    }
}
