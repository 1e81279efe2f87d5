package org.campaignbot.content.check;

import java.util.ArrayList;
import java.util.List;
import org.campaignbot.content.readability.ReadabilityScore;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Template.SpanPattern;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Span;

/** The text of words, line by line, with a mark in place of every value; includes all forms of a choice, since each may be said. */
final class SaidText {

    private final List<String> lines = new ArrayList<>();
    private final List<String> quotes = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();

    private SaidText() {}

    static SaidText of(Iterable<Words> several) {
        SaidText text = new SaidText();
        several.forEach(text::add);
        return text;
    }

    /** What the bot says: paragraphs and items, without headings, titles in emphasis, code and addresses. */
    List<String> lines() {
        return lines;
    }

    /** What the person is to say or copy. */
    List<String> quotes() {
        return quotes;
    }

    /** Lines that are strong as a whole. */
    List<String> headings() {
        return headings;
    }

    /** The paths of the inserted values, as {@code bill.summary}. */
    List<String> values() {
        return values;
    }

    private void add(Words words) {
        if (words instanceof Words.Said said) {
            said.template().blocks().forEach(this::add);
            said.template().eachInsert(insert -> values.add(insert.path()));
        } else if (words instanceof Words.Several several) {
            several.parts().forEach(this::add);
        } else if (words instanceof Words.Chosen chosen) {
            chosen.forms().values().forEach(this::add);
        } else if (words instanceof Words.Each each) {
            add(each.item());
        }
    }

    private void add(Template.BlockPattern block) {
        for (List<SpanPattern> line : block.lines()) {
            if (line.size() == 1 && isStrong(line.get(0))) {
                StringBuilder heading = new StringBuilder();
                add(line.get(0), heading);
                headings.add(heading.toString());
                continue;
            }
            StringBuilder text = new StringBuilder();
            line.forEach(span -> add(span, text));
            (block.kind() == Template.Kind.QUOTE ? quotes : lines).add(text.toString());
        }
    }

    private static boolean isStrong(SpanPattern span) {
        return span instanceof Template.Strong
                || (span instanceof Template.Fixed fixed && fixed.span() instanceof Span.Strong);
    }

    private static void add(SpanPattern span, StringBuilder text) {
        if (span instanceof Template.Strong strong) {
            strong.spans().forEach(each -> add(each, text));
        } else if (span instanceof Template.Insert) {
            text.append(ReadabilityScore.INSERTED);
        } else if (span instanceof Template.Fixed fixed && !(fixed.span() instanceof Span.Emphasis)) {
            text.append(
                    fixed.span() instanceof Span.Plain || fixed.span() instanceof Span.Strong
                            ? fixed.span().visible()
                            : String.valueOf(ReadabilityScore.INSERTED));
        } else {
            text.append(ReadabilityScore.INSERTED);
        }
    }
}
