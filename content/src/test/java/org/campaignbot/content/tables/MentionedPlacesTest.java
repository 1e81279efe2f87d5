package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which messages say where a person lives though nobody asked, and which only look like it. */
class MentionedPlacesTest {

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(MentionedPlacesTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> mentioned() {
        return lines("mentioned-places.txt");
    }

    @ParameterizedTest
    @MethodSource("mentioned")
    void aPlaceThatIsSurelyMentionedIsFound(String line) {
        String[] cells = line.split("\\|", -1);
        assertThat(Shipped.DIRECTORY.mention(cells[0], Shipped.TODAY))
                .hasValueSatisfying(mention -> assertThat(Shipped.find(mention)).isEqualTo(Shipped.find(cells[1])));
    }

    @Test
    void anOrdinarySentenceIsNotTakenForAPlace() {
        List<String> sentences = lines("no-places.txt");
        assertThat(sentences).hasSizeGreaterThan(250);
        assertThat(sentences)
                .allSatisfy(sentence -> assertThat(Shipped.DIRECTORY.mention(sentence, Shipped.TODAY))
                        .as(sentence)
                        .isEmpty());
    }
}
