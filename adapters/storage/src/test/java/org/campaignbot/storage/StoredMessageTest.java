package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.campaignbot.message.Block;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Form;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.message.Visibility;
import org.campaignbot.storage.sql.StoredJson;
import org.campaignbot.testkit.Fixtures;

/** A message in the outbox is sent as it was written, even by the next version of the bot. */
class StoredMessageTest {

    private static final URI PAGE = URI.create("https://example.org/a?b=c&d=%C3%A9#e");

    /** One of everything; changing its JSON changes the format, which needs a new version. */
    private static final Message WHOLE = new Message(
            new RichText(List.of(
                    new Block.Paragraph(List.of(
                            new Span.Plain("a\n\u0000\"b"),
                            new Span.Strong(List.of(new Span.Emphasis(List.of(new Span.Plain("c"))))),
                            new Span.Code("211"),
                            new Span.Phone("202-224-3121"),
                            new Span.Link("here", PAGE),
                            new Span.Mention("T0ACME/U0ANA", "a member"),
                            new Span.Moment(Fixtures.NOON, "at noon"))),
                    new Block.Quote(List.of(new Span.Plain("d"))),
                    new Block.Items(true, List.of(List.of(new Span.Plain("e")), List.of())))),
            List.of(new Choice.Press("Yes", "menu", "menu", "yes"), new Choice.Open("Page", PAGE)),
            Visibility.ONLY_YOU,
            new Form("Where?", List.of(new Form.Field("place", "Your ZIP", 10))),
            "status",
            true,
            false);

    private static final String WHOLE_JSON = """
            {"version":1,"message":{"text":{"blocks":[{"kind":"paragraph","spans":[\
            {"kind":"plain","text":"a\\n\\u0000\\"b"},\
            {"kind":"strong","spans":[{"kind":"emphasis","spans":[{"kind":"plain","text":"c"}]}]},\
            {"kind":"code","text":"211"},{"kind":"phone","number":"202-224-3121"},\
            {"kind":"link","label":"here","address":"https://example.org/a?b=c&d=%C3%A9#e"},\
            {"kind":"mention","person":"T0ACME/U0ANA","label":"a member"},\
            {"kind":"moment","at":"2026-11-24T17:00:00Z","words":"at noon"}]},\
            {"kind":"quote","spans":[{"kind":"plain","text":"d"}]},\
            {"kind":"items","numbered":true,"items":[[{"kind":"plain","text":"e"}],[]]}]},\
            "choices":[{"kind":"press","label":"Yes","flow":"menu","step":"menu","answer":"yes"},\
            {"kind":"open","label":"Page","address":"https://example.org/a?b=c&d=%C3%A9#e"}],\
            "visibility":"ONLY_YOU","form":{"title":"Where?","fields":[\
            {"name":"place","label":"Your ZIP","maxLength":10}]},\
            "slot":"status","asksLocation":true,"ownWords":false}}""";

    @Property(tries = 500)
    void aMessageIsReadBackAsItWas(@ForAll("messages") Message message) {
        assertThat(StoredJson.message(StoredJson.write(message))).isEqualTo(message);
    }

    @Example
    void theFormatStandsStill() {
        assertThat(StoredJson.write(WHOLE)).isEqualTo(WHOLE_JSON);
        assertThat(StoredJson.message(WHOLE_JSON)).isEqualTo(WHOLE);
    }

    @Example
    void everyKindOfPartIsInTheTestsAbove() {
        assertThat(Stream.of(Block.class, Span.class, Choice.class)
                        .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                        .map(Class::getSimpleName))
                .containsExactlyInAnyOrder(
                        "Paragraph",
                        "Quote",
                        "Items",
                        "Plain",
                        "Strong",
                        "Emphasis",
                        "Code",
                        "Phone",
                        "Link",
                        "Mention",
                        "Moment",
                        "Press",
                        "Open");
    }

    @Example
    void fieldsOfALaterVersionArePassedOver() {
        assertThat(StoredJson.message(WHOLE_JSON.replace("{\"kind\":\"quote\",", "{\"kind\":\"quote\",\"by\":\"x\",")))
                .isEqualTo(WHOLE);
    }

    @Example
    void aLaterFormatIsRefusedWithoutRepeatingIt() {
        for (String later : List.of(
                WHOLE_JSON.replace("\"version\":1", "\"version\":2"), WHOLE_JSON.replace("quote", "sonnet"), "{}")) {
            assertThatThrownBy(() -> StoredJson.message(later))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("this version can't read a stored message")
                    .hasNoCause();
        }
    }

    @Provide
    Arbitrary<Message> messages() {
        Arbitrary<List<Block>> blocks = blocks().list().ofMaxSize(4);
        return Combinators.combine(
                        blocks.map(RichText::new),
                        choices().list().ofMaxSize(4),
                        Arbitraries.of(Visibility.class),
                        forms().injectNull(0.5),
                        texts().injectNull(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Message::new);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab \n\t\"\\{}<é\u0001\u2028😀").ofMaxLength(12);
    }

    private static Arbitrary<Block> blocks() {
        Arbitrary<List<Span>> line = spans().list().ofMaxSize(3);
        return Arbitraries.oneOf(
                line.map(Block.Paragraph::new),
                line.map(Block.Quote::new),
                Combinators.combine(Arbitraries.of(true, false), line.list().ofMaxSize(3))
                        .as(Block.Items::new));
    }

    private static Arbitrary<Span> spans() {
        return Arbitraries.lazyOf(
                () -> texts().map(Span.Plain::new),
                () -> texts().map(Span.Code::new),
                () -> texts().map(Span.Phone::new),
                () -> texts().map(label -> new Span.Link(label, PAGE)),
                () -> texts().map(label -> new Span.Mention("4711", label)),
                () -> texts().map(words -> new Span.Moment(Fixtures.NOON, words)),
                () -> spans().list().ofMaxSize(2).map(Span.Strong::new),
                () -> spans().list().ofMaxSize(2).map(Span.Emphasis::new));
    }

    private static Arbitrary<Choice> choices() {
        return Arbitraries.oneOf(
                texts().map(label -> new Choice.Open(label, PAGE)),
                texts().map(label -> new Choice.Open(label, PAGE, PAGE)),
                Combinators.combine(texts(), texts(), texts(), texts()).as(Choice.Press::new));
    }

    private static Arbitrary<Form> forms() {
        Arbitrary<Form.Field> field =
                Combinators.combine(texts(), texts(), Arbitraries.integers()).as(Form.Field::new);
        return Combinators.combine(texts(), field.list().ofMaxSize(2)).as(Form::new);
    }
}
