package org.campaignbot.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana Example|Ana Example",
                "María del Carmen López García|María del Carmen López García",
                "J. R. Example|J. R. Example",
                "Ana Example.|Ana Example",
                "Ana Example. Please remember it was thirty-three years.|Ana Example",
                "Ana E. Example. And thank you for the help|Ana E. Example",
                "my name is Ana|Ana",
                "firma Ana|Ana",
                "just ana|ana",
                "solo Ana|Ana",
                "just Ana. that's all|Ana",
                "sign it Ana from Dayton|Ana",
                "Ana from Dayton, Ohio|Ana",
                "fírmala con el nombre Ana Ejemplo|Ana Ejemplo",
                "Oh no my name is Ana. It put in what I asked you|Ana",
                "perdón, me llamo Ana Ejemplo, no eso|Ana Ejemplo",
                "my name is Ana and I live here|Ana",
                "Ana. I don't know what you mean, I only wanted to see mine.|Ana",
                "can i use just my first name? its Ana|Ana",
                "Oops sorry I thought you wanted my husband's. Mine is Ana Example-Keller.|Ana Example-Keller",
                "This is a strange little robot. Ana Example|Ana Example",
                "Why do you need that? I'm just careful. It's Ana Example.|Ana Example",
                "Ana Ejemplo pero digame Anita. esto les llega a los dos?|Ana Ejemplo",
                "Rev. Thomas A. Example Jr.|Rev. Thomas A. Example Jr."
            })
    void aNameIsFoundAloneAndInASentence(String text, String name) {
        assertThat(SignedName.in(text)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is that all. Can I read it over",
                "Not now. I'll add it later",
                "Good question. Let me think",
                "Thanks. That helps a lot",
                "it's fine. whatever you think",
                "Gracias. ya casi termino",
                "is that all",
                "Ana?",
                "sorry I am slow",
                "just a second",
                "just wait",
                "¿eso es todo?",
                "puedo leerla",
                "123"
            })
    void aQuestionOrAnApologyIsNoName(String text) {
        assertThat(SignedName.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thanks", "Ana", "change my name"})
    void aNameThatWasNotAskedForHasToBeTold(String text) {
        assertThat(SignedName.told(text)).isEmpty();
    }
}
