package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.campaignbot.message.Block;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.blocks.Mrkdwn;
import org.campaignbot.slack.blocks.PressValue;
import org.campaignbot.slack.blocks.RichTextBlocks;
import org.campaignbot.slack.blocks.SlackMessages.SlackPlainText;

class SlackTextProperties {

    @Property
    void nothingOfATextIsLostInItsBlocksAndNoneOfThemIsEmpty(@ForAll("texts") RichText text) {
        List<String> shown = new ArrayList<>();
        collect(RichTextBlocks.of(text), shown);
        assertThat(shown).doesNotContain("");
        assertThat(letters(String.join("", shown))).isEqualTo(letters(text.visible()));
    }

    @Property
    void theTextBesideTheBlocksHoldsNoMarkupAndIsNeverTooLong(@ForAll("texts") RichText text) {
        String plain = SlackPlainText.of(text);
        assertThat(plain).doesNotContain("<").doesNotContain(">").hasSizeLessThanOrEqualTo(SlackPlainText.LIMIT);
        assertThat(plain.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
    }

    @Property
    void whatSlackEscapesIsReadAsItWasTyped(@ForAll String typed) {
        assertThat(Mrkdwn.typed(Mrkdwn.escaped(typed))).isEqualTo(typed);
    }

    @Property
    void noValueOfAButtonIsAnError(@ForAll String value) {
        assertThat(PressValue.read(value)).isNotNull();
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
                Arbitraries.strings().withChars("<>&\"'ab; \n\ud83d\ude00é*_~`").ofMaxLength(12),
                Arbitraries.strings().all().ofMaxLength(12));
        Arbitrary<Span> leaf = Arbitraries.oneOf(
                words.map(Span.Plain::new),
                words.map(Span.Code::new),
                Arbitraries.of("202-224-3121", "911").map(Span.Phone::new),
                words.map(each -> new Span.Moment(Instant.EPOCH, "at " + each)),
                words.map(label -> new Span.Link("a" + label, URI.create("https://example.org/?a=%22&b=1"))));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<List<Span>> inner = span(depth - 1).list().ofMaxSize(3);
        return Arbitraries.oneOf(leaf, inner.map(Span.Strong::new), inner.map(Span.Emphasis::new));
    }

    /** The texts of a block and its children, in order. */
    private static void collect(JsonObject element, List<String> shown) {
        if (element.has("text")) {
            shown.add(SlackJson.text(element, "text"));
        } else if (element.has("fallback")) {
            shown.add(SlackJson.text(element, "fallback"));
        }
        for (JsonElement inner : SlackJson.list(element, "elements")) {
            collect(inner.getAsJsonObject(), shown);
        }
    }

    /** A text without the separators between its blocks. */
    private static String letters(String text) {
        return text.replaceAll("[\\n ]", "");
    }
}
