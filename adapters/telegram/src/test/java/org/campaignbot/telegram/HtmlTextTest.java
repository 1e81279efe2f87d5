package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.campaignbot.message.Block;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.junit.jupiter.api.Test;

class HtmlTextTest {

    private static String html(Span... spans) {
        return HtmlText.html(new RichText(List.of(new Block.Paragraph(List.of(spans)))));
    }

    private static List<Span> plain(String words) {
        return List.of(new Span.Plain(words));
    }

    @Test
    void onlyTheCharactersThatTelegramKnowsReferencesForAreEscaped() {
        assertThat(html(new Span.Plain("R&D <b> 'it's' \"so\" é\u00a0…")))
                .isEqualTo("R&amp;D &lt;b&gt; 'it's' &quot;so&quot; é\u00a0…");
    }

    @Test
    void weightAndStressAreMarked() {
        assertThat(html(
                        new Span.Strong(List.of(new Span.Plain("a"), new Span.Emphasis(plain("b")))),
                        new Span.Emphasis(List.of(new Span.Strong(plain("c"))))))
                .isEqualTo("<b>a</b><b><i>b</i></b><i><b>c</b></i>");
    }

    @Test
    void aPhoneNumberStandsInInternationalFormSoThatClientsMakeItTappable() {
        assertThat(html(new Span.Phone("202-224-3121"))).isEqualTo("+1-202-224-3121");
        assertThat(html(new Span.Strong(List.of(new Span.Phone("202-224-3121")))))
                .isEqualTo("<b>+1-202-224-3121</b>");
        assertThat(html(new Span.Phone("911"), new Span.Phone("+44 20 7946 0000")))
                .isEqualTo("911+44 20 7946 0000");
    }

    @Test
    void aNumberInCodeIsNotTappableAndStandsInNoOtherMark() {
        assertThat(html(new Span.Strong(List.of(new Span.Plain("not "), new Span.Code("202-225-0000")))))
                .isEqualTo("<b>not </b><code>202-225-0000</code>");
    }

    @Test
    void somebodyIsMentionedByTheirId() {
        assertThat(html(new Span.Mention("4711", "a <member>")))
                .isEqualTo("<a href=\"tg://user?id=4711\">a &lt;member&gt;</a>");
        assertThat(html(new Span.Mention("47\">", "a member"))).isEqualTo("a member");
    }

    @Test
    void aLinkHidesItsAddressAndABareOneShowsIt() {
        URI address = URI.create("https://example.org/a?b=1&c=%22");
        assertThat(html(new Span.Link("the <page>", address)))
                .isEqualTo("<a href=\"https://example.org/a?b=1&amp;c=%22\">the &lt;page&gt;</a>");
        assertThat(html(new Span.Link(address.toString(), address))).isEqualTo("https://example.org/a?b=1&amp;c=%22");
    }

    @Test
    void quotesAndListsStandOnLinesOfTheirOwn() {
        RichText text = new RichText(List.of(
                new Block.Paragraph(plain("Say:")),
                new Block.Quote(plain("Hello")),
                new Block.Items(false, List.of(plain("a"), plain("b"))),
                new Block.Items(true, List.of(plain("c"), plain("d")))));
        assertThat(HtmlText.html(text)).isEqualTo("Say:\n\n<blockquote>Hello</blockquote>\n\n• a\n• b\n\n1. c\n2. d");
    }

    @Test
    void halfACharacterBecomesAReplacementInsteadOfBreakingTheMessage() {
        assertThat(html(new Span.Plain("a\ud83d"), new Span.Plain("\ude00b"), new Span.Plain("😀")))
                .isEqualTo("a\ufffd\ufffdb😀");
    }

    @Test
    void aTextThatIsFullStaysWithinTheLimitWhereNumbersWouldGrow() {
        List<Span> phones = IntStream.range(0, 315)
                .<Span>mapToObj(i -> new Span.Phone("202-224-3121"))
                .toList();
        RichText text = new RichText(List.of(
                new Block.Paragraph(phones), new Block.Items(true, List.of(plain("x".repeat(300))))));
        assertThat(text.visible().length()).isLessThanOrEqualTo(HtmlText.LIMIT);
        assertThat(StrictHtml.visible(HtmlText.html(text)).length()).isLessThanOrEqualTo(HtmlText.LIMIT);
    }

    @Test
    void withoutMarkupALinkTellsItsAddress() {
        Span link = new Span.Link("the <page>", URI.create("https://example.org"));
        Span strong = new Span.Strong(plain("a & b"));
        assertThat(HtmlText.plain(new RichText(List.of(new Block.Paragraph(List.of(strong, link))))))
                .isEqualTo("a & bthe <page> (https://example.org)");
    }
}
