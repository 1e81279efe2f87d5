package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.StringJoiner;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.campaignbot.message.Block;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;

class HtmlTextProperties {

    @Property
    void anyTextIsTelegramsHtmlAndShowsItsWords(@ForAll("texts") RichText text) {
        String html = HtmlText.html(text);
        if (text.visible().length() + 3 * 40 < HtmlText.LIMIT) {
            assertThat(StrictHtml.visible(html)).isEqualTo(shown(text));
        }
        if (text.visible().length() <= HtmlText.LIMIT) {
            assertThat(StrictHtml.visible(html).length()).isLessThanOrEqualTo(HtmlText.LIMIT);
        }
    }

    @Provide
    Arbitrary<RichText> texts() {
        Arbitrary<Block> paragraph = spans().map(Block.Paragraph::new);
        Arbitrary<Block> quote = spans().map(Block.Quote::new);
        Arbitrary<Block> items = Arbitraries.of(true, false)
                .flatMap(numbered -> spans().list().ofMaxSize(12).map(list -> new Block.Items(numbered, list)));
        return Arbitraries.oneOf(paragraph, quote, items).list().ofMaxSize(5).map(RichText::new);
    }

    private static Arbitrary<List<Span>> spans() {
        return span(2).list().ofMaxSize(4);
    }

    private static Arbitrary<Span> span(int depth) {
        Arbitrary<String> words = Arbitraries.oneOf(
                Arbitraries.strings().withChars("<>&\"'ab; \n\ud83d\ude00é").ofMaxLength(12),
                Arbitraries.strings().all().ofMaxLength(12));
        Arbitrary<Span> leaf = Arbitraries.oneOf(
                words.map(Span.Plain::new),
                words.map(Span.Code::new),
                Arbitraries.of("202-224-3121", "911").map(Span.Phone::new),
                words.map(label -> new Span.Link(label, URI.create("https://example.org/?a=%22&b=1"))));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<List<Span>> inner = span(depth - 1).list().ofMaxSize(3);
        return Arbitraries.oneOf(leaf, inner.map(Span.Strong::new), inner.map(Span.Emphasis::new));
    }

    private static String shown(RichText text) {
        StringJoiner shown = new StringJoiner("\n\n");
        for (Block block : text.blocks()) {
            if (block instanceof Block.Items items) {
                StringJoiner lines = new StringJoiner("\n");
                int number = 1;
                for (List<Span> item : items.items()) {
                    lines.add((items.numbered() ? number++ + ". " : "• ") + shown(item));
                }
                shown.add(lines.toString());
            } else {
                shown.add(
                        shown(block instanceof Block.Quote quote ? quote.spans() : ((Block.Paragraph) block).spans()));
            }
        }
        return shown.toString();
    }

    private static String shown(List<Span> spans) {
        StringBuilder shown = new StringBuilder();
        for (Span span : spans) {
            if (span instanceof Span.Strong strong) {
                shown.append(shown(strong.spans()));
            } else if (span instanceof Span.Emphasis emphasis) {
                shown.append(shown(emphasis.spans()));
            } else {
                boolean tappable =
                        span instanceof Span.Phone phone && phone.number().length() > 3;
                shown.append(tappable ? "+1-" : "").append(HtmlText.wellFormed(span.visible()));
            }
        }
        return shown.toString();
    }
}
