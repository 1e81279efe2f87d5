package org.campaignbot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.campaignbot.message.Block;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

    private final TerminalChannel.TerminalText text = new TerminalChannel.TerminalText(20);

    private String write(Block... blocks) {
        return text.write(new RichText(List.of(blocks)));
    }

    private static List<Span> plain(String words) {
        return List.of(new Span.Plain(words));
    }

    @Test
    void linesBreakBetweenWordsWithinTheColumns() {
        assertThat(write(new Block.Paragraph(plain("one two three four five six"))))
                .isEqualTo("one two three four\nfive six\n");
    }

    @Test
    void aWordLongerThanALineKeepsALineOfItsOwn() {
        assertThat(write(new Block.Paragraph(plain("see https://example.org/a/long/address now"))))
                .isEqualTo("see\nhttps://example.org/a/long/address\nnow\n");
    }

    @Test
    void aQuoteAndAListAreToldApartWithoutColour() {
        assertThat(write(
                        new Block.Quote(plain("Hello, my name is here")),
                        new Block.Items(false, List.of(plain("a"), plain("b")))))
                .isEqualTo("  | Hello, my name\n  | is here\n\n  - a\n  - b\n");
    }

    @Test
    void numbersOfALongListStandUnderEachOther() {
        List<List<Span>> items = java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> plain("x"))
                .toList();
        assertThat(write(new Block.Items(true, items))).startsWith("   1. x\n").endsWith("  10. x\n");
    }

    @Test
    void aLinkShowsItsAddress() {
        Span link = new Span.Link("the page", URI.create("https://example.org"));
        assertThat(new TerminalChannel.TerminalText(80)
                        .write(new RichText(List.of(new Block.Paragraph(List.of(link))))))
                .isEqualTo("the page (https://example.org)\n");
    }
}
