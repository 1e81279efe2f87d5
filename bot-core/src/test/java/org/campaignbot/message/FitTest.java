package org.campaignbot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FitTest {

    private static final Choice LEARN = new Choice.Press("Learn", "menu", "menu", "learn");
    private static final Choice ACT = new Choice.Press("Act", "menu", "menu", "act");

    private static Surface surface(int textLimit, int choiceLimit) {
        return new Surface(textLimit, choiceLimit, 20, 64, false, false, false, false);
    }

    private static Message message(String text, Choice... choices) {
        return new Message(RichText.of(text), List.of(choices), Visibility.EVERYONE, null, null, false, false);
    }

    @Test
    void aMessageThatFitsStaysAsItIs() {
        Message message = message("Hello", LEARN, ACT);
        assertThat(Fit.fit(message, surface(100, 2))).containsExactly(message);
    }

    @Test
    void choicesAreNumberedWhereThereAreNoButtons() {
        List<Message> fitted = Fit.fit(message("Hello", LEARN, ACT), surface(100, 0));
        assertThat(fitted).hasSize(1);
        assertThat(fitted.get(0).choices()).isEmpty();
        assertThat(fitted.get(0).text().blocks())
                .endsWith(new Block.Items(
                        true, List.of(List.of(new Span.Plain("Learn")), List.of(new Span.Plain("Act")))));
    }

    @Test
    void moreChoicesThanButtonsAreAllNumberedSoThatNoneIsLost() {
        assertThat(Fit.fit(message("Hello", LEARN, ACT), surface(100, 1))
                        .get(0)
                        .text()
                        .visible())
                .contains("Learn")
                .contains("Act");
    }

    @Test
    void aPageToOpenTakesNoNumber() {
        Choice page = new Choice.Open("The page", URI.create("https://example.org/"));
        RichText text =
                Fit.fit(message("Hello", page, LEARN), surface(100, 0)).get(0).text();
        assertThat(text.blocks()).endsWith(new Block.Items(true, List.of(List.of(new Span.Plain("Learn")))));
    }

    @Test
    void aLongLabelIsShortenedAndKeepsItsMeaning() {
        Choice wordy = new Choice.Press("Tell me everything about the bill", "menu", "menu", "learn");
        Choice fitted = Fit.fit(message("Hello", wordy), surface(100, 1))
                .get(0)
                .choices()
                .get(0);
        assertThat(fitted.label()).hasSizeLessThanOrEqualTo(20).endsWith("…");
        assertThat(fitted)
                .isInstanceOfSatisfying(
                        Choice.Press.class, press -> assertThat(press.answer()).isEqualTo("learn"));
    }

    @Test
    void aLongTextIsCutBetweenSentences() {
        List<Message> fitted = Fit.fit(message("One sentence here. Another sentence there.", LEARN), surface(30, 3));
        assertThat(fitted)
                .extracting(each -> each.text().visible())
                .containsExactly("One sentence here. ", "Another sentence there.");
        assertThat(fitted.get(0).choices()).isEmpty();
        assertThat(fitted.get(1).choices()).containsExactly(LEARN);
    }

    @Test
    void blocksAreKeptWholeWhereTheyCanBe() {
        RichText text = RichText.of("First paragraph.").plus(RichText.of("Second paragraph."));
        assertThat(Fit.Split.split(text, 20))
                .containsExactly(RichText.of("First paragraph."), RichText.of("Second paragraph."));
    }

    @Test
    void halfAPhoneNumberIsNeverTappable() {
        RichText text = new RichText(List.of(new Block.Paragraph(List.of(new Span.Phone("202-224-3121")))));
        assertThat(Fit.Split.split(text, 8))
                .allSatisfy(piece -> assertThat(piece.blocks().toString()).doesNotContain("Phone"));
    }

    @Property
    void nothingIsLostAndEveryPieceFits(
            @ForAll @StringLength(max = 300) String words, @ForAll @IntRange(min = 2, max = 50) int limit) {
        List<RichText> pieces = Fit.Split.split(RichText.of(words), limit);
        List<String> visible = new ArrayList<>();
        pieces.forEach(piece -> visible.add(piece.visible()));
        assertThat(String.join("", visible)).isEqualTo(words);
        assertThat(visible).allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(limit));
    }

    @Property
    void aCharacterOfTwoUnitsIsNeverParted(@ForAll @IntRange(min = 2, max = 9) int limit) {
        List<RichText> pieces = Fit.Split.split(RichText.of("\uD83D\uDDF3".repeat(20)), limit);
        assertThat(pieces)
                .allSatisfy(piece -> assertThat(piece.visible().codePoints()).allMatch(letter -> letter == 0x1F5F3));
    }
}
