package org.campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "10001 | 10001",
                "\"\t 00501  \" | 501",
                "10001-1234 | 10001",
                "10001 1234 | 10001",
                "\"I live in 10001, thanks\" | 10001",
                "Springfield IL 62704 | 62704",
                "my zip is 94110. | 94110",
                "(94110) | 94110",
                "10001- | 10001",
                "vivo en 10001! | 10001",
            })
    void aZipCodeIsFoundWhereverItStands(String text, int code) {
        int index = ZipText.next(text, 0);
        assertThat(index).isNotEqualTo(ZipText.NONE);
        assertThat(ZipText.code(text, index)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234",
                "123456",
                "1000112345",
                "212-555-12345",
                "202-224-3121",
                "+1 202 22431 21",
                "12345-67",
                "12345-67890",
                "12345-6789-1",
                "A12345",
                "12345th",
                "3.14159",
                "12345.67",
                "07911 123456",
                "2026/12345"
            })
    void aLongerNumberIsLeftAlone(String text) {
        assertThat(ZipText.next(text, 0)).isEqualTo(ZipText.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nine oh two one oh | 90210",
                "it's one-zero-zero-zero-one thanks | 10001",
                "Nueve cero cero uno uno | 90011",
            })
    void aZipCodeMayBeSpelledOut(String text, String code) {
        assertThat(ZipText.spelledOut(text)).hasValue(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one two three four", "one two three four five six", "oh no", "un momento", ""})
    void otherNumbersInWordsAreNoZipCode(String text) {
        assertThat(ZipText.spelledOut(text)).isEmpty();
    }
}
