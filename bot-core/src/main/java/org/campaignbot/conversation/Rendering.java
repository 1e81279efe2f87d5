package org.campaignbot.conversation;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.campaignbot.flow.FormWording;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Template.SpanPattern;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Values;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Block;
import org.campaignbot.message.Form;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Renders values as words in one language, and remembers whether any were the person's own. */
final class Rendering {

    private static final long SPANISH_MANY = 1_000_000;

    private final Language language;
    private Language spoken;
    private boolean ownWords;

    Rendering(Language language) {
        this.language = language;
        this.spoken = language;
    }

    /** Whether anything rendered so far contains what the person typed or shared. */
    boolean ownWords() {
        return ownWords;
    }

    RichText text(Wording wording, Values values) {
        // If the wording isn't translated, values inside it use the wording's language.
        spoken = wording.byLanguage().containsKey(language) ? language : wording.base();
        List<Block> blocks = new ArrayList<>();
        words(wording.in(spoken), values, blocks);
        return new RichText(joined(blocks));
    }

    /** Joins adjacent quotes into one, whatever parts they came from, so that a letter can be copied in one go. */
    private static List<Block> joined(List<Block> blocks) {
        List<Block> joined = new ArrayList<>();
        for (Block block : blocks) {
            int last = joined.size() - 1;
            if (block instanceof Block.Quote quote && last >= 0 && joined.get(last) instanceof Block.Quote before) {
                List<Span> spans = new ArrayList<>(before.spans());
                spans.add(new Span.Plain("\n\n"));
                spans.addAll(quote.spans());
                joined.set(last, new Block.Quote(spans));
            } else {
                joined.add(block);
            }
        }
        return joined;
    }

    String line(Wording wording, Values values) {
        return text(wording, values).visible();
    }

    /** A form with the words of this language. */
    @Nullable
    Form form(@Nullable FormWording form, Values values) {
        return form == null
                ? null
                : new Form(
                        line(form.title(), values),
                        form.fields().stream()
                                .map(field ->
                                        new Form.Field(field.name(), line(field.label(), values), field.maxLength()))
                                .toList());
    }

    String line(Template template, Values values) {
        spoken = language;
        List<Block> blocks = new ArrayList<>();
        template(template, values, blocks);
        return new RichText(blocks).visible();
    }

    private void words(Words words, Values values, List<Block> blocks) {
        if (words instanceof Words.Said said) {
            template(said.template(), values, blocks);
        } else if (words instanceof Words.Several several) {
            for (Words part : several.parts()) {
                words(part, values, blocks);
            }
        } else if (words instanceof Words.Chosen chosen) {
            words(form(chosen, values), values, blocks);
        } else if (words instanceof Words.Each each && values.at(each.list()) instanceof Value.Rows rows) {
            for (Value.Row row : rows.rows()) {
                words(each.item(), values.within(row), blocks);
            }
        }
    }

    private Words form(Words.Chosen chosen, Values values) {
        Value value = values.at(chosen.by());
        String name = value instanceof Value.Count count
                ? plural(spoken, count.number())
                : value instanceof Value.Text text ? text.text() : value == null ? Words.UNSET : Words.OTHER;
        Words form = chosen.forms().get(name);
        return form != null ? form : Objects.requireNonNull(chosen.forms().get(Words.OTHER));
    }

    private void template(Template template, Values values, List<Block> blocks) {
        for (Template.BlockPattern block : template.blocks()) {
            List<List<Span>> lines = new ArrayList<>(block.lines().size());
            for (List<SpanPattern> line : block.lines()) {
                lines.add(spans(line, values));
            }
            blocks.add(
                    switch (block.kind()) {
                        case PARAGRAPH -> new Block.Paragraph(lines.get(0));
                        case QUOTE -> new Block.Quote(lines.get(0));
                        case BULLETS -> new Block.Items(false, lines);
                        case NUMBERS -> new Block.Items(true, lines);
                    });
        }
    }

    private List<Span> spans(List<SpanPattern> patterns, Values values) {
        List<Span> spans = new ArrayList<>(patterns.size());
        for (SpanPattern pattern : patterns) {
            if (pattern instanceof Template.Fixed fixed) {
                spans.add(fixed.span());
            } else if (pattern instanceof Template.Strong strong) {
                spans.add(new Span.Strong(spans(strong.spans(), values)));
            } else if (pattern instanceof Template.Emphasis emphasis) {
                spans.add(new Span.Emphasis(spans(emphasis.spans(), values)));
            } else if (pattern instanceof Template.Insert insert) {
                spans.add(span(insert, values));
            }
        }
        return spans;
    }

    private Span span(Template.Insert insert, Values values) {
        Value value = values.at(insert.path());
        if (value instanceof Value.Text text) {
            ownWords |= text.own();
            return new Span.Plain(text.text());
        } else if (value instanceof Value.Translated translated) {
            return new Span.Plain(translated.in(spoken));
        } else if (value instanceof Value.Phone phone) {
            return new Span.Phone(phone.number());
        } else if (value instanceof Value.Code code) {
            return new Span.Code(code.text());
        } else if (value instanceof Value.Link link) {
            return new Span.Link(link.label().in(spoken), link.address());
        } else if (value instanceof Value.Day day) {
            return new Span.Plain(longDate(day.date(), spoken));
        } else if (value instanceof Value.Moment moment) {
            return new Span.Moment(moment.at(), moment(moment.at().atZone(moment.zone()), spoken));
        } else if (value instanceof Value.Count count) {
            return new Span.Plain(Long.toString(count.number()));
        }
        String orElse = insert.orElse();
        if (orElse == null) {
            throw new IllegalStateException("no value for {" + insert.path() + "}");
        }
        return new Span.Plain(orElse);
    }

    /** A day in words, such as {@code November 24, 2026} or {@code 24 de noviembre de 2026}. */
    private static String longDate(LocalDate date, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(date);
    }

    /**
     * A moment in words with its time zone, such as {@code Friday, November 27, 2026, 9:00 AM (Eastern Time)} or
     * {@code viernes, 27 de noviembre de 2026, 9:00 a. m. (hora del Este)}.
     */
    private static String moment(ZonedDateTime time, Language language) {
        String clock = ClockWords.of(time, language);
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language.locale())
                .format(time);
        return day + ", " + clock + " (" + ZoneNames.of(time.getZone(), language) + ")";
    }

    /**
     * The name of a number's plural form, such as {@code one}, by CLDR's rules (unicode.org, version 46); a language without a rule
     * here has only {@code other}.
     */
    private static String plural(Language language, long number) {
        return switch (language.code()) {
            case "en" -> number == 1 ? "one" : "other";
            case "es" -> number == 1 ? "one" : number != 0 && number % SPANISH_MANY == 0 ? "many" : "other";
            default -> "other";
        };
    }
}
