package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.campaignbot.flow.FormWording;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Values;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Block;
import org.campaignbot.message.Form;
import org.campaignbot.message.Span;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private static final Words VALUES = new Words.Said(new Template(List.of(new Template.BlockPattern(
            Template.Kind.PARAGRAPH,
            List.of(List.of(
                    insert("day"),
                    new Template.Fixed(new Span.Plain(" ")),
                    insert("role"),
                    new Template.Fixed(new Span.Plain(" ")),
                    insert("page")))))));

    private static final Map<String, Value> KNOWN = Map.of(
            "day",
            new Value.Day(LocalDate.of(2026, 11, 24)),
            "role",
            translated("Senator", "Senado"),
            "page",
            new Value.Link(translated("the page", "la página"), URI.create("https://example.org")),
            "calls",
            new Value.Count(1));

    private final Rendering rendering = new Rendering(Language.SPANISH);
    private final Values values = KNOWN::get;

    @Test
    void datesNamesAndLinksAreToldInTheLanguageOfTheWords() {
        Wording both = new Wording(Map.of(Language.ENGLISH, VALUES, Language.SPANISH, VALUES), Language.ENGLISH);

        assertThat(rendering.line(both, values)).isEqualTo("24 de noviembre de 2026 Senado la página");
    }

    @Test
    void whereTheWordsAreNotTranslatedTheirValuesAreNotEither() {
        Wording english = new Wording(Map.of(Language.ENGLISH, VALUES), Language.ENGLISH);

        assertThat(rendering.line(english, values)).isEqualTo("November 24, 2026 Senator the page");
    }

    @Test
    void oneCallIsOneInSpanishAndTwoAreSeveral() {
        Words calls = new Words.Chosen("calls", Map.of("one", said("1 llamada"), "other", said("2 llamadas")));
        Wording wording = new Wording(Map.of(Language.SPANISH, calls), Language.SPANISH);

        assertThat(rendering.line(wording, values)).isEqualTo("1 llamada");
        assertThat(rendering.line(wording, name -> new Value.Count(2))).isEqualTo("2 llamadas");
        assertThat(rendering.line(wording, name -> new Value.Count(0))).isEqualTo("2 llamadas");
    }

    @Test
    void aFormIsShownInTheLanguage() {
        FormWording form = new FormWording(
                wording("Where you live", "Dónde vive"),
                List.of(new FormWording.Field("place", wording("Town", "Pueblo"), 60)));

        assertThat(rendering.form(form, values))
                .isEqualTo(new Form("Dónde vive", List.of(new Form.Field("place", "Pueblo", 60))));
        assertThat(rendering.form(null, values)).isNull();
    }

    @Test
    void aMomentNamesItsZoneInTheLanguage() {
        Instant at = Instant.parse("2026-11-27T15:00:00Z");
        Wording when = new Wording(
                Map.of(Language.ENGLISH, inserted("when"), Language.SPANISH, inserted("when")), Language.ENGLISH);
        Values values = name -> new Value.Moment(at, ZoneId.of("America/Chicago"));

        assertThat(new Rendering(Language.ENGLISH).text(when, values).blocks())
                .isEqualTo(List.of(new Block.Paragraph(
                        List.of(new Span.Moment(at, "Friday, November 27, 2026, 9:00 AM (Central Time)")))));
        assertThat(rendering.line(when, values))
                .isEqualTo("viernes, 27 de noviembre de 2026, 9:00 a. m. (hora del Centro)");
    }

    private static Words inserted(String path) {
        return new Words.Said(new Template(
                List.of(new Template.BlockPattern(Template.Kind.PARAGRAPH, List.of(List.of(insert(path)))))));
    }

    private static Template.SpanPattern insert(String path) {
        return new Template.Insert(path, null);
    }

    private static Value.Translated translated(String english, String spanish) {
        return new Value.Translated(Map.of(Language.ENGLISH, english, Language.SPANISH, spanish), Language.ENGLISH);
    }

    private static Wording wording(String english, String spanish) {
        return new Wording(Map.of(Language.ENGLISH, said(english), Language.SPANISH, said(spanish)), Language.ENGLISH);
    }

    private static Words said(String text) {
        return new Words.Said(new Template(List.of(new Template.BlockPattern(
                Template.Kind.PARAGRAPH, List.of(List.of(new Template.Fixed(new Span.Plain(text))))))));
    }
}
