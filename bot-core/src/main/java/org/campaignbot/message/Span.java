package org.campaignbot.message;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** A run of text inside a block, marked by meaning rather than appearance. */
public sealed interface Span {

    /** The visible characters. */
    String visible();

    /** Plain text; markup characters in it have no special meaning. */
    record Plain(String text) implements Span {
        @Override
        public String visible() {
            return text;
        }
    }

    /** Important text, such as a name in a list. */
    record Strong(List<Span> spans) implements Span {
        public Strong {
            spans = List.copyOf(spans);
        }

        @Override
        public String visible() {
            return Span.visible(spans);
        }
    }

    /** Emphasized text, such as the title of a report. */
    record Emphasis(List<Span> spans) implements Span {
        public Emphasis {
            spans = List.copyOf(spans);
        }

        @Override
        public String visible() {
            return Span.visible(spans);
        }
    }

    /** Text to be read or copied character by character; platforms must not make a number in it tappable. */
    record Code(String text) implements Span {
        @Override
        public String visible() {
            return text;
        }
    }

    /** A verified phone number that a platform may make tappable, such as {@code 202-224-3121}. */
    record Phone(String number) implements Span {
        @Override
        public String visible() {
            return number;
        }
    }

    /** A label that leads to an https address. */
    record Link(String label, URI address) implements Span {
        @Override
        public String visible() {
            return label;
        }
    }

    /**
     * A member of the group that reads it, whom a platform may name and link.
     *
     * @param person the platform's id for them, as the adapter writes it
     * @param label what to show instead of a name
     */
    record Mention(String person, String label) implements Span {
        @Override
        public String visible() {
            return label;
        }
    }

    /**
     * A moment in words with its time zone; a platform may show it in the reader's own time instead.
     *
     * @param at the moment, to the second
     */
    record Moment(Instant at, String words) implements Span {
        @Override
        public String visible() {
            return words;
        }
    }

    /** The visible characters of several spans. */
    static String visible(List<Span> spans) {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(span.visible());
        }
        return text.toString();
    }
}
