package org.campaignbot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a Java step gives or takes under a name, so that a pack's use of it can be checked.
 *
 * <p>The notation: {@code name} is a text, {@code name=yes|no} one of some words, {@code left:count} another type,
 * {@code to{name phone?}} a row with fields, {@code seats[name phone?]} a list of rows; {@code ?} says that it may be missing, {@code ?@status=filled} that it is there whenever another field says so, and {@code *} stands for
 * any other names.
 *
 * @param name its name
 * @param optional whether it may be missing
 * @param when when an optional one is there all the same; null if that can't be told
 * @param type what it is
 * @param words the only words it can be; empty if there is no such list
 * @param fields the fields of a row, or of each row of a list
 */
public record StepValue(
        String name, boolean optional, @Nullable When when, Type type, Set<String> words, List<StepValue> fields) {

    /** The name that stands for any other names. */
    public static final String ANY = "*";

    private static final Pattern NAME =
            Pattern.compile("\\s*([\\w*-]+)(\\?(?:@([a-z_]+)=([\\w|-]+))?)?(?::([a-z]+)|=([\\w|-]+))?");

    /** Words of another field of the same row. */
    public record When(String field, Set<String> words) {
        public When {
            words = Set.copyOf(words);
        }

        boolean holds(Value.Row row) {
            return row.fields().get(field) instanceof Value.Text text && words.contains(text.text());
        }
    }

    /** What a value is. */
    public enum Type {
        TEXT,
        COUNT,
        DAY,
        MOMENT,
        /** A phone number, which a tap dials unless nobody verified it. */
        PHONE,
        CODE,
        LINK,
        ROW,
        LIST,
        /** The name of a fact, for an argument. */
        FACT,
        /** The name of the record of an action, for an argument. */
        ACTION
    }

    public StepValue {
        words = Set.copyOf(words);
        fields = List.copyOf(fields);
    }

    /**
     * Reads the notation of any number of values.
     *
     * @throws IllegalArgumentException if it isn't in the notation
     */
    public static List<StepValue> of(String... notation) {
        return new Reader(String.join(" ", notation)).values();
    }

    /** The field of a name. */
    public Optional<StepValue> field(String field) {
        return fields.stream().filter(each -> each.name.equals(field)).findFirst();
    }

    /** What in a value isn't as declared here, as {@code seats.phone}; empty if all of it is. */
    public Optional<String> mismatch(Value value) {
        boolean fits = switch (type) {
            case TEXT, FACT, ACTION ->
                value instanceof Value.Translated
                        || (value instanceof Value.Text text && (words.isEmpty() || words.contains(text.text())));
            case COUNT -> value instanceof Value.Count;
            case DAY -> value instanceof Value.Day;
            case MOMENT -> value instanceof Value.Moment;
            case PHONE -> value instanceof Value.Phone || value instanceof Value.Code;
            case CODE -> value instanceof Value.Code;
            case LINK -> value instanceof Value.Link;
            case ROW -> value instanceof Value.Row;
            case LIST -> value instanceof Value.Rows;
        };
        if (!fits) {
            return Optional.of(name);
        }
        List<Value.Row> rows = value instanceof Value.Row row
                ? List.of(row)
                : value instanceof Value.Rows list ? list.rows() : List.of();
        return rows.stream().flatMap(row -> mismatch(row).stream()).findFirst().map(field -> name + "." + field);
    }

    private Optional<String> mismatch(Value.Row row) {
        for (StepValue field : fields) {
            Value value = row.fields().get(field.name);
            Optional<String> mismatch = value != null
                    ? field.mismatch(value)
                    : field.optional && (field.when == null || !field.when.holds(row))
                            ? Optional.empty()
                            : Optional.of(field.name);
            if (mismatch.isPresent()) {
                return mismatch;
            }
        }
        return field(ANY).isPresent()
                ? Optional.empty()
                : row.fields().keySet().stream()
                        .filter(name -> field(name).isEmpty())
                        .findFirst();
    }

    /** The notation of this value, with its words and fields in order. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name).append(optional ? "?" : "");
        if (when != null) {
            text.append('@').append(when.field).append('=').append(String.join("|", new TreeSet<>(when.words)));
        }
        if (!words.isEmpty()) {
            text.append('=').append(String.join("|", new TreeSet<>(words)));
        } else if (type == Type.ROW || type == Type.LIST) {
            text.append(type == Type.ROW ? '{' : '[');
            text.append(
                    String.join(" ", fields.stream().map(StepValue::toString).toList()));
            text.append(type == Type.ROW ? '}' : ']');
        } else if (type != Type.TEXT) {
            text.append(':').append(type.name().toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    /** Reads the notation from left to right. */
    private static final class Reader {

        private final String text;
        private final Matcher matcher;
        private int at;

        Reader(String text) {
            this.text = text;
            this.matcher = NAME.matcher(text);
        }

        List<StepValue> values() {
            List<StepValue> values = new ArrayList<>();
            while (matcher.region(at, text.length()).lookingAt()) {
                at = matcher.end();
                When when = matcher.group(3) == null
                        ? null
                        : new When(matcher.group(3), Set.of(matcher.group(4).split("\\|", -1)));
                values.add(value(matcher.group(1), matcher.group(2) != null, when));
            }
            if (!text.substring(at).isBlank() && "]}".indexOf(text.charAt(at)) < 0) {
                throw new IllegalArgumentException("not a value: " + text.substring(at));
            }
            return values;
        }

        private StepValue value(String name, boolean optional, @Nullable When when) {
            String type = matcher.group(5);
            String words = matcher.group(6);
            char next = at < text.length() ? text.charAt(at) : ' ';
            if (next == '{' || next == '[') {
                at++;
                List<StepValue> fields = values();
                at++;
                return new StepValue(name, optional, when, next == '{' ? Type.ROW : Type.LIST, Set.of(), fields);
            }
            return new StepValue(
                    name,
                    optional,
                    when,
                    type == null ? Type.TEXT : Type.valueOf(type.toUpperCase(Locale.ROOT)),
                    words == null ? Set.of() : Set.of(words.split("\\|", -1)),
                    List.of());
        }
    }
}
