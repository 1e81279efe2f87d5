package org.campaignbot.content.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.campaignbot.message.Block;
import org.campaignbot.message.Span;
import org.junit.jupiter.api.Test;

class OrganizerTextTest {

    @Test
    void theSmallMarkdownOfPacksIsRead() {
        OrganizerText read =
                OrganizerText.read("English", "**Call** *now*:\r\n\r\n- [one](https://example.org)\r\n- two");
        assertThat(read.problems()).isEmpty();
        assertThat(read.text().blocks())
                .containsExactly(
                        new Block.Paragraph(List.of(
                                new Span.Strong(List.of(new Span.Plain("Call"))),
                                new Span.Plain(" "),
                                new Span.Emphasis(List.of(new Span.Plain("now"))),
                                new Span.Plain(":"))),
                        new Block.Items(
                                false,
                                List.of(
                                        List.of(new Span.Link("one", URI.create("https://example.org"))),
                                        List.of(new Span.Plain("two")))));
    }

    @Test
    void aNewLineStaysOne() {
        OrganizerText read = OrganizerText.read("English", "Three things:\r\ncall\r\nwrite\n\nThanks!");
        assertThat(read.text().visible()).isEqualTo("Three things:\ncall\nwrite\n\nThanks!");
    }

    @Test
    void whatCannotBeShownIsToldByLineAndColumn() {
        OrganizerText read =
                OrganizerText.read("English", "Hello {name}.\n\n# Now\n\n[x](http://example.org) 202-224-3121");
        assertThat(read.problems())
                .extracting(each -> each.line() + ":" + each.column() + " " + each.code())
                .containsExactly("1:7 unknown-value", "3:1 unsupported-markdown", "5:1 not-https", "5:25 plain-number");
        assertThat(read.words().problems())
                .contains("Line 3: a heading cannot be shown on every surface")
                .allMatch(each -> each.matches("Line [135]: .*"))
                .noneMatch(each -> each.contains("202-224-3121"));
        assertThat(read.words().numbers()).containsExactly("202-224-3121");
        assertThat(read.text().visible()).startsWith("Hello {name}.");
    }
}
