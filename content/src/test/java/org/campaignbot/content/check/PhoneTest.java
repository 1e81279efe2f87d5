package org.campaignbot.content.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.campaignbot.message.Block;
import org.campaignbot.message.Span;
import org.junit.jupiter.api.Test;

class PhoneTest {

    @Test
    void aTextBreaksBetweenWordsAt38Columns() {
        String columns = "1234567890 1234567890 1234567890 12345";
        assertThat(Phone.lines(paragraphs(columns))).isEqualTo(1);
        assertThat(Phone.lines(paragraphs(columns + "6"))).isEqualTo(2);
        assertThat(Phone.lines(paragraphs(columns, columns)))
                .as("with the empty line between blocks")
                .isEqualTo(3);
    }

    @Test
    void anItemHasItsMark() {
        String columns = "1234567890 1234567890 1234567890 123";
        assertThat(Phone.lines(List.of(new Block.Items(false, List.of(spans(columns), spans(columns + "4"))))))
                .isEqualTo(3);
    }

    @Test
    void aWordWiderThanTheScreenIsBroken() {
        String wide = "x".repeat(39);
        assertThat(Phone.tooWide(paragraphs("short " + wide))).isEqualTo(wide);
        assertThat(Phone.tooWide(paragraphs("x".repeat(38)))).isNull();
        assertThat(Phone.lines(paragraphs(wide))).isEqualTo(2);
    }

    @Test
    void anAddressBreaksAtItsSlashesAndHyphens() {
        assertThat(Phone.tooWide(paragraphs("https://www.example.org/gardens/for-everybody-who-has-a-balcony")))
                .isNull();
        assertThat(Phone.lines(paragraphs("https://www.example.org/gardens/for-everybody")))
                .isEqualTo(2);
        assertThat(Phone.lines(paragraphs("Please call the senator's office 202-224-3121")))
                .as("a number stays whole")
                .isEqualTo(2);
    }

    @Test
    void shortButtonsShareARowOfTwoLines() {
        assertThat(Phone.buttonLines(List.of("Yes", "No"))).isEqualTo(2);
        assertThat(Phone.buttonLines(List.of("Yes", "No", "Main menu"))).isEqualTo(4);
        assertThat(Phone.buttonLines(List.of("Yes", "I talked to someone", "No")))
                .isEqualTo(6);
        assertThat(Phone.buttonLines(List.of())).isZero();
    }

    private static List<Block> paragraphs(String... texts) {
        return Stream.of(texts)
                .<Block>map(text -> new Block.Paragraph(spans(text)))
                .toList();
    }

    private static List<Span> spans(String text) {
        return List.of(new Span.Plain(text));
    }
}
