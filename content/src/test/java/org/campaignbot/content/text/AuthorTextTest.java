package org.campaignbot.content.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.content.Problem;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Template.BlockPattern;
import org.campaignbot.flow.Template.Emphasis;
import org.campaignbot.flow.Template.Fixed;
import org.campaignbot.flow.Template.Insert;
import org.campaignbot.flow.Template.Kind;
import org.campaignbot.flow.Template.SpanPattern;
import org.campaignbot.flow.Template.Strong;
import org.campaignbot.message.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorTextTest {

    private final Problems problems = new Problems();
    private final List<String> inserts = new ArrayList<>();

    @Test
    void aLineThatIsWrappedGoesOnAndAnEmptyLineBeginsAParagraph() {
        assertThat(blocks("One\nline.\n\nAnother.\n"))
                .containsExactly(
                        new BlockPattern(Kind.PARAGRAPH, List.of(List.of(plain("One line.")))),
                        new BlockPattern(Kind.PARAGRAPH, List.of(List.of(plain("Another.")))));
    }

    @Test
    void aValueStandsBesideAnyMark() {
        assertThat(spans("**{name}**, *{title}*{place}!"))
                .containsExactly(
                        new Strong(List.of(new Insert("name", null))),
                        plain(", "),
                        new Emphasis(List.of(new Insert("title", null))),
                        new Insert("place", null),
                        plain("!"));
        assertThat(inserts).containsExactly("name@1:3", "title@1:14", "place@1:22");
    }

    @Test
    void aValueMayHaveWordsInItsStead() {
        assertThat(spans("Hi {first_name, else dear friend}!"))
                .containsExactly(plain("Hi "), new Insert("first_name", "dear friend"), plain("!"));
        assertThat(spans("{a.b-c, else}")).containsExactly(new Insert("a.b-c", ""));
    }

    @Test
    void aDoubledBraceIsABrace() {
        assertThat(spans("a {{b} c")).containsExactly(plain("a {b} c"));
        assertThat(inserts).isEmpty();
    }

    @Test
    void aQuoteIsOneScriptEvenInParagraphs() {
        assertThat(blocks("> Hello.\n>\n> Good-bye."))
                .containsExactly(new BlockPattern(Kind.QUOTE, List.of(List.of(plain("Hello.\n\nGood-bye.")))));
    }

    @Test
    void listsHaveAnItemALine() {
        assertThat(blocks("- one\n- two\n\n1. first\n2. second"))
                .containsExactly(
                        new BlockPattern(Kind.BULLETS, List.of(List.of(plain("one")), List.of(plain("two")))),
                        new BlockPattern(Kind.NUMBERS, List.of(List.of(plain("first")), List.of(plain("second")))));
    }

    @Test
    void codeAndLinksAreSpansOfTheirOwn() {
        assertThat(spans("`646-248-6236` [page](https://example.org/a?b=c)"))
                .containsExactly(
                        new Fixed(new Span.Code("646-248-6236")),
                        plain(" "),
                        new Fixed(new Span.Link("page", URI.create("https://example.org/a?b=c"))));
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void aScriptMayHaveBracketsToFillIn() {
        assertThat(spans("My name is [your name].")).containsExactly(plain("My name is [your name]."));
    }

    @Test
    void aLineHasNoMarkup() {
        Template label = AuthorText.line(scalar("1. **Call** {name}"), problems, (insert, place) -> {});

        assertThat(label.blocks())
                .containsExactly(new BlockPattern(
                        Kind.PARAGRAPH, List.of(List.of(plain("1. **Call** "), new Insert("name", null)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello { | bad-brace | 1:7",
                "Hello {}! | bad-brace | 1:7",
                "{not closed {name} | bad-brace | 1:1",
                "{name, or friend} | bad-brace | 1:1",
                "# Heading | unsupported-markdown | 1:1",
                "![image](https://example.org/a.png) | unsupported-markdown | 1:1",
                "a <b>bold</b> word | unsupported-markdown | 1:3",
                "*** | unsupported-markdown | 1:1",
                "2025. It became law. | unsupported-markdown | 1:1",
                "`{number}` | unsupported-markdown | 1:1",
                "[{label}](https://example.org) | unsupported-markdown | 1:1",
                "see [page](https://example.org/{id}) | unsupported-markdown | 1:5",
                "see [page](javascript:alert) | not-https | 1:5",
                "see [page](//example.org) | not-https | 1:5",
                "Call (202) 224-3121 now | plain-number | 1:6",
                "{name}: 1-844-363-1423 | plain-number | 1:9",
                "+1 202 555 0100 | plain-number | 1:1",
                "2025550100 | plain-number | 1:1",
            })
    void aMistakeIsToldWhereItStands(String text, String code, String place) {
        AuthorText.blocks(scalar(text), problems, (insert, at) -> {});

        assertThat(problems.sorted())
                .extracting(problem -> problem.code() + " " + problem.line() + ":" + problem.column())
                .contains(code + " " + place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Public Law 119-21 of 2025-07-04", "$170.7 billion, 116,000 a day", "9 to 5, 24/7", "911"})
    void otherNumbersAreNoPhoneNumbers(String text) {
        AuthorText.blocks(scalar(text), problems, (insert, at) -> {});

        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void aCharacterForPrivateUseCannotPassForAValue() {
        spans("{name} \uE000");

        assertThat(problems.sorted()).extracting(Problem::code).containsExactly("unsupported-markdown");
        assertThat(inserts).containsExactly("name@1:1");
    }

    private List<BlockPattern> blocks(String text) {
        return AuthorText.blocks(
                        scalar(text),
                        problems,
                        (insert, place) -> inserts.add(insert.path() + "@" + place.line() + ":" + place.column()))
                .blocks();
    }

    private List<SpanPattern> spans(String text) {
        return blocks(text).get(0).lines().get(0);
    }

    private static Node.Scalar scalar(String text) {
        Place start = Place.startOf("flows/call.yaml");
        return new Node.Scalar(start, text, start);
    }

    private static SpanPattern plain(String text) {
        return new Fixed(new Span.Plain(text));
    }
}
