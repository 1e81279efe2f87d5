package org.campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FindNeverThrowsTests {

    private static final Directory DIRECTORY = TinyTables.directory();

    @Property(tries = 2_000)
    void noTextMakesALookUpThrow(@ForAll String text) {
        assertThat(DIRECTORY.find(text, TinyTables.TODAY)).isNotNull();
    }

    @Property(tries = 2_000)
    void noMixtureOfMeaningfulPiecesMakesALookUpThrow(@ForAll("pieces") List<String> pieces) {
        assertThat(DIRECTORY.find(String.join("", pieces), TinyTables.TODAY)).isNotNull();
    }

    @Property
    void noNumberMakesALookUpThrow(@ForAll double latitude, @ForAll double longitude) {
        assertThat(DIRECTORY.at(latitude, longitude, TinyTables.TODAY)).isNotNull();
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        " ",
                        ",",
                        ".",
                        "-",
                        "'",
                        "+",
                        "10001",
                        "1234",
                        "9",
                        "Elmtown",
                        "NY",
                        "st",
                        "Sen.",
                        "Rep",
                        "jr",
                        "Birchwood",
                        "Washington",
                        "state of",
                        "in",
                        "de",
                        "usa",
                        "please",
                        "APO",
                        "é",
                        "ñ",
                        "\u0301",
                        "\ud83d",
                        "\u202e",
                        "NaN",
                        "-81.78")
                .list()
                .ofMaxSize(12);
    }
}
