package org.campaignbot.content.pack;

import static org.campaignbot.content.pack.RecordKind.Type.ADDRESS;
import static org.campaignbot.content.pack.RecordKind.Type.DAY;
import static org.campaignbot.content.pack.RecordKind.Type.NUMBER;
import static org.campaignbot.content.pack.RecordKind.Type.TEXT;
import static org.campaignbot.content.pack.RecordKind.Type.WORDS;
import static org.campaignbot.content.pack.RecordKind.Type.YES_NO;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Words;
import org.campaignbot.settings.Catalogue;

/**
 * A kind of dated record.
 *
 * @param name its name in records.yaml
 * @param fields its fields with the types of their values, in the order of their names
 * @param required the fields that it must have, besides its date and source
 * @param choice the field that allows only certain values; empty if there is none
 * @param choices those values
 */
record RecordKind(String name, Map<String, Type> fields, List<String> required, String choice, List<String> choices) {

    /** The kind for a web page, which is its own source. */
    static final String LINK = "link";

    private static final List<RecordKind> ALL = List.of(
            // The number and the comma-separated names are used to stop an alert from calling a law a bill.
            new RecordKind(
                    "status",
                    Map.of("title", WORDS, "summary", WORDS, "bill", TEXT, "names", TEXT, "law", WORDS),
                    List.of("title", "state"),
                    "state",
                    Catalogue.STATES),
            new RecordKind(
                    "number",
                    Map.of("number", NUMBER, "label", WORDS, "dial", YES_NO, "verified_on", DAY, "verified_by", TEXT),
                    List.of("number"),
                    "",
                    List.of()),
            new RecordKind(
                    LINK,
                    Map.of("label", WORDS, "url", ADDRESS),
                    List.of("label", "url", "url_status"),
                    "url_status",
                    Catalogue.URL_STATUSES),
            new RecordKind(
                    "action",
                    Map.of(
                            "title",
                            WORDS,
                            "bill",
                            TEXT,
                            "opens",
                            DAY,
                            "closes",
                            DAY,
                            "url",
                            ADDRESS,
                            "flow",
                            TEXT,
                            "office-hours",
                            YES_NO),
                    List.of("title", "status"),
                    "status",
                    Action.STATUSES),
            new RecordKind("fact", Map.of("text", WORDS), List.of("text"), "", List.of()),
            // The comma-separated names are used to stop alerts from speaking as the organization unless it backs the
            // bot.
            new RecordKind("organization", Map.of("names", TEXT), List.of("names"), "", List.of()));

    /** The kinds by name. */
    static final Map<String, RecordKind> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(RecordKind::name, Function.identity()));

    RecordKind {
        Map<String, Type> all = new TreeMap<>(fields);
        all.putAll(Map.of("as_of", DAY, "review_after", DAY, "note", WORDS));
        fields = all;
    }

    /** Whether a record of a kind may have an optional field, such as one that organizers may set. */
    static boolean mayHave(Value.Row record, String field) {
        RecordKind kind = record.fields().get("kind") instanceof Value.Text name ? BY_NAME.get(name.text()) : null;
        return kind != null && kind.fields().containsKey(field);
    }

    /** The possible values of a record's field, if known, with the form for anything else; empty if unknown. */
    static Set<String> values(Value.Row record, String field) {
        Set<String> values = new TreeSet<>();
        RecordKind kind = record.fields().get("kind") instanceof Value.Text name ? BY_NAME.get(name.text()) : null;
        if (field.equals("age")) {
            values.addAll(Set.of("old", "fresh"));
        } else if (kind != null && kind.name().equals("action") && field.equals("standing")) {
            Stream.of(Action.Standing.values()).map(Action.Standing::word).forEach(values::add);
        } else if (kind != null && field.equals(kind.choice())) {
            values.addAll(kind.choices());
        } else if (kind != null && kind.fields().get(field) == YES_NO) {
            values.addAll(Set.of("yes", "no"));
        }
        if (!values.isEmpty()) {
            values.add(Words.OTHER);
        }
        return values;
    }

    /** The type of a field's value. */
    enum Type {
        /** Words for people, which are translatable. */
        WORDS,
        /** A name or the number of a bill, the same in every language. */
        TEXT,
        DAY,
        NUMBER,
        ADDRESS,
        YES_NO
    }
}
