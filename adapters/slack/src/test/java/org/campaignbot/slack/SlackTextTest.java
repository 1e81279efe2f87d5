package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.campaignbot.message.Block;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.slack.blocks.Mrkdwn;
import org.campaignbot.slack.blocks.RichTextBlocks;
import org.campaignbot.slack.blocks.SlackMessages.SlackPlainText;
import org.junit.jupiter.api.Test;

class SlackTextTest {

    private static final Span.Link LINK = new Span.Link("the bill", URI.create("https://example.org/b?a=1&b=2"));

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private static RichText text(Block... blocks) {
        return new RichText(List.of(blocks));
    }

    private static Block paragraph(Span... spans) {
        return new Block.Paragraph(List.of(spans));
    }

    private static Span plain(String text) {
        return new Span.Plain(text);
    }

    @Test
    void styleStandsBesideTheTextSoThatMarksInItAreCharacters() {
        RichText text = text(paragraph(
                new Span.Strong(List.of(plain("*bold*"), new Span.Emphasis(List.of(plain("_both_"))))),
                new Span.Code("`code`"),
                new Span.Phone("202-224-3121")));
        assertThat(RichTextBlocks.of(text).toString())
                .isEqualTo("{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":["
                        + "{\"type\":\"text\",\"text\":\"*bold*\",\"style\":{\"bold\":true}},"
                        + "{\"type\":\"text\",\"text\":\"_both_\",\"style\":{\"bold\":true,\"italic\":true}},"
                        + "{\"type\":\"text\",\"text\":\"`code`\",\"style\":{\"code\":true}},"
                        + "{\"type\":\"text\",\"text\":\"202-224-3121\"}]}]}");
    }

    @Test
    void somebodyIsMentionedByTheirIdAndNobodyByAnother() {
        assertThat(RichTextBlocks.of(text(paragraph(plain("Set by "), new Span.Mention("T0ACME/U0ANA", "a member"))))
                        .toString())
                .contains("{\"type\":\"text\",\"text\":\"Set by \"},{\"type\":\"user\",\"user_id\":\"U0ANA\"}");
        assertThat(RichTextBlocks.of(text(paragraph(new Span.Mention("T0ACME/!channel", "a member"))))
                        .toString())
                .contains("{\"type\":\"text\",\"text\":\"a member\"}");
    }

    @Test
    void aMomentIsShownByTheReadersClockAndWrittenOutWhereItCannotBe() {
        RichText text = text(paragraph(plain("On "), new Span.Moment(NOON, "Tuesday, 12:00 PM (Eastern Time)")));

        assertThat(RichTextBlocks.of(text).toString())
                .contains("{\"type\":\"date\",\"timestamp\":1795539600,\"format\":\"\u200b{date_long}, {time}\",")
                .contains("\"fallback\":\"Tuesday, 12:00 PM (Eastern Time)\"}");
        assertThat(SlackPlainText.of(text)).isEqualTo("On Tuesday, 12:00 PM (Eastern Time)");
    }

    @Test
    void aListAndAQuoteStandBetweenEmptyLines() {
        RichText text = text(
                paragraph(plain("Say")),
                new Block.Quote(List.of(plain("Hello"))),
                new Block.Items(true, List.of(List.of(plain("one")), List.of(LINK))),
                paragraph(plain("Done")));
        assertThat(RichTextBlocks.of(text).getAsJsonArray("elements").toString())
                .isEqualTo("[{\"type\":\"rich_text_section\",\"elements\":["
                        + "{\"type\":\"text\",\"text\":\"Say\"},{\"type\":\"text\",\"text\":\"\\n\\n\"}]},"
                        + "{\"type\":\"rich_text_quote\",\"elements\":[{\"type\":\"text\",\"text\":\"Hello\"}]},"
                        + "{\"type\":\"rich_text_section\",\"elements\":[{\"type\":\"text\",\"text\":\"\\n\"}]},"
                        + "{\"type\":\"rich_text_list\",\"style\":\"ordered\",\"elements\":["
                        + "{\"type\":\"rich_text_section\",\"elements\":[{\"type\":\"text\",\"text\":\"one\"}]},"
                        + "{\"type\":\"rich_text_section\",\"elements\":[{\"type\":\"link\",\"url\":"
                        + "\"https://example.org/b?a=1&b=2\",\"text\":\"the bill\"}]}]},"
                        + "{\"type\":\"rich_text_section\",\"elements\":["
                        + "{\"type\":\"text\",\"text\":\"\\n\"},{\"type\":\"text\",\"text\":\"Done\"}]}]");
    }

    @Test
    void anEmptySpanIsLeftOutSinceSlackRefusesIt() {
        assertThat(RichTextBlocks.of(text(paragraph(plain(""), plain("a")))).toString())
                .doesNotContain("\"text\":\"\"");
    }

    @Test
    void theTextBesideTheBlocksIsWholeAndEscapesExactlyThreeCharacters() {
        RichText text = text(
                paragraph(plain("<!channel> & \"*'"), LINK),
                new Block.Items(false, List.of(List.of(plain("one")), List.of(plain("two")))));
        assertThat(SlackPlainText.of(text))
                .isEqualTo("&lt;!channel&gt; &amp; \"*'the bill (https://example.org/b?a=1&amp;b=2)\n\n• one\n• two");
    }

    @Test
    void aTextThatGrowsByItsEscapesStaysBelowWhatSlackSplits() {
        String text = SlackPlainText.of(RichText.of("<".repeat(3000)));
        assertThat(text).hasSizeLessThanOrEqualTo(SlackPlainText.LIMIT).matches("(&lt;)+…");
    }

    @Test
    void whatAPersonTypedIsReadAsTheySawIt() {
        assertThat(Mrkdwn.typed("a &lt;b&gt; &amp;lt; c")).isEqualTo("a <b> &lt; c");
        assertThat(Mrkdwn.typed("see <https://example.org/a|example.org> or <https://example.org>"))
                .isEqualTo("see example.org or https://example.org");
        assertThat(Mrkdwn.typed("<mailto:a@b.org|a@b.org> <tel:5551234> <#C0GENERAL|general> <@U0ANA> <!here>"))
                .isEqualTo("a@b.org 5551234 #general  @here");
        assertThat(Mrkdwn.typed("<!date^1392734382^{date}|Feb 18> <>")).isEqualTo("Feb 18 <>");
    }

    @Test
    void onlyTheBotsOwnMentionIsTakenOut() {
        assertThat(Mrkdwn.without("U0BOT", "<@U0BOT> help <@U0BOTS>")).isEqualTo("  help <@U0BOTS>");
    }
}
