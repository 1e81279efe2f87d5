package campaignbot.message;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** A run of text inside a block, with what it means rather than how it looks. */
public sealed interface Span {

    /** The characters a reader sees. */
    String visible();

    /** Text as it stands; markup characters in it are only characters. */
    record Plain(String text) implements Span {
        @Override
        public String visible() {
            return text;
        }
    }

    /** Text of weight, such as a name in a list. */
    record Strong(List<Span> spans) implements Span {
        public Strong {
            spans = List.copyOf(spans);
        }

        @Override
        public String visible() {
            return Span.visible(spans);
        }
    }

    /** Stressed text, such as the title of a report. */
    record Emphasis(List<Span> spans) implements Span {
        public Emphasis {
            spans = List.copyOf(spans);
        }

        @Override
        public String visible() {
            return Span.visible(spans);
        }
    }

    /** Text to be read or copied letter by letter; platforms must not make a number in it tappable. */
    record Code(String text) implements Span {
        @Override
        public String visible() {
            return text;
        }
    }

    /** A verified phone number that a platform may make tappable, as {@code 202-224-3121}. */
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
     * Somebody of the group that reads it, whom a platform may name and link.
     *
     * @param person the platform's id of them, as the adapter writes it
     * @param label what stands in place of a name that is not shown
     */
    record Mention(String person, String label) implements Span {
        @Override
        public String visible() {
            return label;
        }
    }

    /**
     * A moment in words that name their time zone; a platform may show it by the reader's own clock in their place.
     *
     * @param at the moment, to the second
     */
    record Moment(Instant at, String words) implements Span {
        @Override
        public String visible() {
            return words;
        }
    }

    /** The characters that a reader sees of several spans. */
    static String visible(List<Span> spans) {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(span.visible());
        }
        return text.toString();
    }
}
