package org.campaignbot.content.yaml;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.content.problem.Place;
import org.jspecify.annotations.Nullable;

/** A part of a YAML file, with its position. */
public sealed interface Node {

    /** Where the node begins. */
    Place place();

    /**
     * A text; numbers and words such as {@code yes} are texts too.
     *
     * @param place where it begins
     * @param text its content
     * @param body the place of its first character if the file has the text line by line unchanged, else null
     */
    record Scalar(Place place, String text, @Nullable Place body) implements Node {

        /** The place of a character of the text in the file, as nearly as possible. */
        public Place placeOf(int offset) {
            if (body == null) {
                return place;
            }
            int line = 0;
            int lineStart = 0;
            for (int i = 0; i < Math.min(offset, text.length()); i++) {
                if (text.charAt(i) == '\n') {
                    line++;
                    lineStart = i + 1;
                }
            }
            return new Place(body.file(), body.line() + line, body.column() + Math.max(0, offset - lineStart));
        }
    }

    /** A list. */
    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys with values, in the author's order, each key once. */
    record Mapping(Place place, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The names of its keys. */
        public Set<String> names() {
            return entries.stream().map(Entry::name).collect(Collectors.toSet());
        }

        /** The value of a key, or null. */
        public @Nullable Node get(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return entry.value();
                }
            }
            return null;
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, Node value) {

        /** The key's text. */
        public String name() {
            return key.text();
        }
    }
}
