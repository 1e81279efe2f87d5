package org.campaignbot.content.check;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** The longest value that words realistically get: a record's own, else one by the last part of the value's name. */
final class LongestValues {

    private static final Map<String, List<String>> BY_NAME = read();

    /** What a value counts as whose name is unknown here. */
    private static final String UNKNOWN = "something longer";

    private final Pack pack;

    LongestValues(Pack pack) {
        this.pack = pack;
    }

    /** The text in place of an insert: its value, or the words for when it has none, whichever is longer. */
    String of(Template.Insert insert, Language language) {
        String value = value(insert.path(), language);
        String orElse = insert.orElse();
        return orElse != null && orElse.length() > value.length() ? orElse : value;
    }

    private String value(String path, Language language) {
        int dot = path.indexOf('.');
        String root = dot < 0 ? path : path.substring(0, dot);
        if (dot > 0 && pack.records().get(root) instanceof Value.Row record) {
            String known = text(record.fields().get(path.substring(dot + 1)), language);
            if (known != null) {
                return known;
            }
        }
        List<String> texts = BY_NAME.get(path.substring(path.lastIndexOf('.') + 1));
        if (texts == null) {
            return UNKNOWN;
        }
        return language.equals(Language.SPANISH) ? texts.get(texts.size() - 1) : texts.get(0);
    }

    private static @Nullable String text(@Nullable Value value, Language language) {
        if (value instanceof Value.Text text) {
            return text.text();
        } else if (value instanceof Value.Translated translated) {
            return translated.in(language);
        } else if (value instanceof Value.Day day) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(language.locale())
                    .format(day.date());
        } else if (value instanceof Value.Phone phone) {
            return phone.number();
        } else if (value instanceof Value.Code code) {
            return code.text();
        } else if (value instanceof Value.Link link) {
            URI address = link.address();
            String label = link.label().in(language);
            return label.isEmpty() ? address.toString() : label;
        }
        return null;
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> values = new HashMap<>();
        for (String line : Lines.of("longest-values.txt")) {
            String[] parts = line.split(" = ", 2);
            values.put(parts[0].strip(), List.of(parts[1].strip().split(" \\| ", 2)));
        }
        return Map.copyOf(values);
    }
}
