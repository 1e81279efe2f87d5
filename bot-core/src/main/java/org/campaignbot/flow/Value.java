package org.campaignbot.flow;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.campaignbot.people.Language;

/** A value that a pack's words can name in braces; it is inserted as a plain span, never as markup. */
public sealed interface Value {

    /** These words by name, none of them the person's own. */
    static Map<String, Value> texts(Map<String, String> words) {
        return words.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, word -> new Text(word.getValue())));
    }

    /** Words; {@code own} means that they are the person's, or based on what the person shared, and must not be stored. */
    record Text(String text, boolean own) implements Value {
        /** Words that say nothing about the person. */
        public Text(String text) {
            this(text, false);
        }

        /** The word by which packs tell whether something is so: {@code yes} or {@code no}. */
        public static Text yesNo(boolean isSo) {
            return new Text(isSo ? "yes" : "no");
        }
    }

    /** Words that differ by language, falling back to the base language. */
    record Translated(Map<Language, String> words, Language base) implements Value {
        public Translated {
            words = Map.copyOf(words);
        }

        /** The words in a language. */
        public String in(Language language) {
            String found = words.get(language);
            return found != null ? found : words.getOrDefault(base, "");
        }
    }

    /** A count, which also picks the plural form of the words around it. */
    record Count(long number) implements Value {}

    /** A day, shown in the reader's language. */
    record Day(LocalDate date) implements Value {}

    /** A moment, shown in a zone's time, or in the reader's own time if the platform can. */
    record Moment(Instant at, ZoneId zone) implements Value {}

    /** A phone number that may be made tappable. */
    record Phone(String number) implements Value {}

    /** Text to be read character by character, such as a number that must not be tappable. */
    record Code(String text) implements Value {}

    /** A page. */
    record Link(Translated label, URI address) implements Value {
        /** A page whose label is the same in every language, such as the name of its host. */
        public Link(String label, URI address) {
            this(new Translated(Map.of(Language.ENGLISH, label), Language.ENGLISH), address);
        }
    }

    /** Named values, used as {@code {row.field}}. */
    record Row(Map<String, Value> fields) implements Value {
        public Row {
            fields = Map.copyOf(fields);
        }
    }

    /** Rows for an {@code each} or for the options of a question. */
    record Rows(List<Row> rows) implements Value {
        public Rows {
            rows = List.copyOf(rows);
        }
    }
}
