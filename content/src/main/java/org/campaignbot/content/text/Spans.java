package org.campaignbot.content.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.flow.Template.Fixed;
import org.campaignbot.flow.Template.Insert;
import org.campaignbot.flow.Template.SpanPattern;
import org.campaignbot.message.HiddenLetters;
import org.campaignbot.message.Span;

/** Collects the spans of one line and joins neighboring plain text. */
final class Spans {

    /** A U.S. phone number: ten digits, or a 1 before them. */
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\d-])(?:\\+?1[-. ]?)?(?:\\(\\d{3}\\) ?|\\d{3}[-. ]?)\\d{3}[-. ]?\\d{4}(?![\\d-])");

    private static final String NUMBER = "the number ";
    private static final String IN_PLAIN_TEXT = " stands in plain text";

    private final Braced braced;
    private final Problems problems;
    private final List<SpanPattern> spans = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    Spans(Braced braced, Problems problems) {
        this.braced = braced;
        this.problems = problems;
    }

    /** The number that a {@link ProblemKind#PLAIN_NUMBER} is about, by its message. */
    static String number(String message) {
        return message.substring(NUMBER.length(), message.length() - IN_PLAIN_TEXT.length());
    }

    /** Adds text in which characters may stand for values; {@code offset} is its offset in the braced text. */
    void text(String text, int offset) {
        Matcher number = PHONE.matcher(text);
        while (number.find()) {
            problems.add(
                    ProblemKind.PLAIN_NUMBER,
                    braced.placeOf(offset + number.start()),
                    NUMBER + number.group().strip() + IN_PLAIN_TEXT);
        }
        // Invisible letters in the file itself are reported when it's read; here they come from an entity, as &#8238;.
        if (HiddenLetters.first(braced.source().text()).isEmpty()) {
            HiddenLetters.first(text)
                    .ifPresent(at -> problems.add(
                            ProblemKind.HIDDEN_LETTER,
                            braced.placeOf(offset),
                            HiddenLetters.name(text, at) + " stands here, which nobody sees"));
        }
        for (int i = 0; i < text.length(); i++) {
            Insert insert = braced.insertAt(text.charAt(i));
            if (insert == null) {
                plain.append(text.charAt(i));
            } else {
                add(insert);
            }
        }
    }

    /** Adds characters that aren't the author's, such as a line break. */
    void gap(String characters) {
        plain.append(characters);
    }

    void add(SpanPattern span) {
        flush();
        spans.add(span);
    }

    List<SpanPattern> done() {
        flush();
        return spans;
    }

    private void flush() {
        if (!plain.isEmpty()) {
            spans.add(new Fixed(new Span.Plain(plain.toString())));
            plain.setLength(0);
        }
    }
}
