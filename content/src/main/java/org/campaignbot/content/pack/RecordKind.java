package org.campaignbot.content.pack;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.format.NodeKind;
import org.campaignbot.content.format.NodeKind.Form;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Words;
import org.jspecify.annotations.Nullable;

/** What the kinds of dated records can hold. */
final class RecordKind {

    /** The kind for a web page, which is its own source. */
    static final String LINK = "link";

    /** The kinds by name. */
    static final Map<String, NodeKind> BY_NAME =
            Format.RECORDS.stream().collect(Collectors.toUnmodifiableMap(NodeKind::what, Function.identity()));

    private RecordKind() {}

    /** Whether a record of a kind may have an optional field, such as one that organizers may set. */
    static boolean mayHave(Value.Row record, String field) {
        Form form = form(record, field);
        return form != null && form != Form.Simple.TEXTS;
    }

    /** The possible values of a record's field, if known, with the form for anything else; empty if unknown. */
    static Set<String> values(Value.Row record, String field) {
        Set<String> values = new TreeSet<>();
        Form form = form(record, field);
        if (field.equals("age")) {
            values.addAll(Set.of("old", "fresh"));
        } else if (field.equals("standing") && Action.of("", record) != null) {
            Stream.of(Action.Standing.values()).map(Action.Standing::word).forEach(values::add);
        } else if (form instanceof Form.OneOf oneOf) {
            values.addAll(oneOf.values());
        } else if (form == Form.Simple.YES_NO) {
            values.addAll(Set.of("yes", "no"));
        }
        if (!values.isEmpty()) {
            values.add(Words.OTHER);
        }
        return values;
    }

    private static @Nullable Form form(Value.Row record, String field) {
        NodeKind kind = record.fields().get("kind") instanceof Value.Text name ? BY_NAME.get(name.text()) : null;
        return kind == null
                ? null
                : kind.keys().stream()
                        .filter(key -> key.name().equals(field))
                        .map(NodeKind.Key::form)
                        .findFirst()
                        .orElse(null);
    }
}
