package org.campaignbot.content.pack;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.NodeKind;
import org.campaignbot.content.format.NodeKind.Form;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Value;
import org.campaignbot.message.LinkLook;
import org.campaignbot.settings.Catalog;
import org.jspecify.annotations.Nullable;

/** Reads records.yaml: dated, sourced values that words can refer to. */
final class RecordReader {

    private static final String KIND = "kind";
    private static final String RECORDS = "records";

    /**
     * Numbers that need no verification: emergency services, the suicide and crisis lifeline, and the U.S. Capitol switchboard
     * as senate.gov gives it.
     */
    private static final Set<String> KNOWN = Set.of("911", "988", "202-224-3121");

    /** What an action for a number of the campaign's own needs beside its date and source, each with the fix. */
    private static final SortedMap<String, String> OF_A_NUMBER = new TreeMap<>(Map.of(
            "office", "add office with whose number it is, as office: the governor's office",
            "phone", "add phone with the number, as phone: 202-224-3121"));

    private final PlainTexts texts;
    private final Outline outline;
    private final Problems problems;

    RecordReader(Translations translations, Outline outline, Problems problems) {
        this.texts = new PlainTexts(translations, outline, problems);
        this.outline = outline;
        this.problems = problems;
    }

    /** The records of all layers by name; an heir's override inherited ones. */
    Map<String, Value.Row> read(List<Layer> layers) {
        Map<String, Value.Row> records = new LinkedHashMap<>();
        for (Layer layer : layers) {
            for (Node.Entry entry :
                    Fields.open(layer.records(), "records.yaml", problems).entries()) {
                if (!records.containsKey(entry.name())) {
                    Names.check(entry.key(), "a record", Set.of(), problems);
                    outline.put(entry.key().place(), RECORDS, entry.name());
                    records.put(entry.name(), new Value.Row(record(layer, entry)));
                }
            }
        }
        return records;
    }

    private Map<String, Value> record(Layer layer, Node.Entry entry) {
        Fields any = Fields.open(entry.value(), "a record", problems);
        any.required(KIND, entry.key().place());
        Node.Scalar name = any.oneOf(KIND, RecordKind.BY_NAME.keySet());
        NodeKind kind = name == null ? null : RecordKind.BY_NAME.get(name.text());
        if (name == null || kind == null) {
            return Map.of();
        }
        Fields fields = Fields.closed(entry, kind.as("a record of the kind " + name.text()), problems);
        if (!fields.has("as_of")) {
            problems.add(
                    ProblemKind.UNDATED_RECORD,
                    entry.key().place(),
                    "the record \"" + entry.name() + "\" does not say as of when it holds");
        }
        Map<String, Value> values = new HashMap<>();
        for (NodeKind.Key key : kind.keys()) {
            Node.Scalar text = key.form() == Form.Simple.TEXTS ? null : fields.text(key.name());
            Value value = text == null ? null : value(key, text, fields);
            if (value != null) {
                values.put(key.name(), value);
            }
        }
        sources(kind, entry, fields, values);
        translate(layer, entry, kind, fields, values);
        link(entry, fields);
        ownNumber(entry, fields);
        URI address = kind.what().equals(RecordKind.LINK) ? address(fields.text("url"), false) : null;
        if (values.get("label") instanceof Value.Translated label && address != null) {
            label.words().values().stream()
                    .flatMap(words -> LinkLook.foreignHost(words, address).stream())
                    .distinct()
                    .forEach(shown -> problems.add(
                            ProblemKind.MISLEADING_LINK,
                            entry.key().place(),
                            "the label says " + shown + ", and the link leads to " + LinkLook.host(address)));
            values.put("link", new Value.Link(label, address));
        }
        return values;
    }

    /** What a link's state promises must stand beside it. */
    private void link(Node.Entry entry, Fields fields) {
        Node.Scalar status = fields.has("url_status") ? fields.text("url_status") : null;
        if (status != null
                && status.text().equals(Catalog.OPENED)
                && !(fields.has("opened_by") && fields.has("opened_on"))) {
            problems.add(
                    ProblemKind.UNOPENED_LINK,
                    status.place(),
                    "the link \"" + entry.name() + "\" doesn't say who opened it, and when");
        } else if (status != null
                && status.text().equals(Catalog.PUBLISHED)
                && !fields.has("source")
                && !fields.has("sources")
                && !fields.has("weak_sources")) {
            problems.add(
                    ProblemKind.UNPUBLISHED_LINK,
                    status.place(),
                    "the link \"" + entry.name() + "\" doesn't say where its address was found");
        }
    }

    /** An action for a number of the campaign's own says which, and whose. */
    private void ownNumber(Node.Entry entry, Fields fields) {
        Node.Scalar who = fields.has("who") ? fields.text("who") : null;
        if (who == null || !who.text().equals(Action.NUMBER)) {
            return;
        }
        OF_A_NUMBER.forEach((key, fix) -> {
            if (!fields.has(key)) {
                problems.add(
                        ProblemKind.MISSING_KEY,
                        who.place(),
                        "the action \"" + entry.name() + "\" is for a number, and has no \"" + key + "\"",
                        fix);
            }
        });
    }

    private @Nullable Value value(NodeKind.Key key, Node.Scalar text, Fields fields) {
        if (key.form() == Form.Simple.PHONE) {
            return number(text, fields);
        } else if (key.form() == Form.Simple.ADDRESS) {
            URI address = address(text, true);
            return address == null ? null : new Value.Text(address.toString());
        } else if (key.form() != Form.Simple.DAY) {
            return new Value.Text(oneLine(text));
        }
        try {
            return new Value.Day(LocalDate.parse(text.text()));
        } catch (DateTimeParseException e) {
            problems.add(
                    ProblemKind.BAD_VALUE,
                    text.place(),
                    "\"" + text.text() + "\" isn't a day",
                    "write it as 2026-11-24");
            return null;
        }
    }

    /** A tappable number if {@code dial} says yes, or if that of an action was verified; else code. */
    private Value number(Node.Scalar number, Fields record) {
        boolean dial = record.has("phone") ? record.has("verified_on") : record.yes("dial");
        if (dial && !KNOWN.contains(number.text()) && !record.has("verified_on")) {
            problems.add(
                    ProblemKind.DIAL_NOT_ALLOWED,
                    record.placeOf("dial"),
                    "nobody has verified the number " + number.text() + ", so it must not be dialed by a tap");
        }
        return dial ? new Value.Phone(number.text()) : new Value.Code(number.text());
    }

    private @Nullable URI address(Node.@Nullable Scalar text, boolean tell) {
        if (text == null) {
            return null;
        }
        try {
            URI address = new URI(text.text());
            if ("https".equals(address.getScheme()) && address.getHost() != null) {
                if (tell && LinkLook.hasUserInformation(address)) {
                    problems.add(
                            ProblemKind.MISLEADING_LINK,
                            text.place(),
                            "\"" + address + "\" leads to " + LinkLook.host(address)
                                    + ", and a name before it looks like the host",
                            "take out what stands before the @, and the @");
                }
                return address;
            }
        } catch (URISyntaxException e) {
            // Reported below, like every other invalid address.
        }
        if (tell) {
            problems.add(ProblemKind.NOT_HTTPS, text.place(), "\"" + text.text() + "\" isn't an https address");
        }
        return null;
    }

    private void sources(NodeKind kind, Node.Entry entry, Fields fields, Map<String, Value> values) {
        List<Node.Scalar> texts = new ArrayList<>(fields.texts("source"));
        texts.addAll(fields.texts("sources"));
        List<Value.Row> rows = new ArrayList<>();
        fields.texts("weak_sources").stream()
                .filter(text -> text.text().contains("://"))
                .forEach(text -> address(text, true));
        for (Node.Scalar text : texts) {
            boolean isAddress = text.text().contains("://");
            URI address = isAddress ? address(text, true) : null;
            rows.add(new Value.Row(Map.of(
                    "source",
                    address == null ? new Value.Text(text.text()) : new Value.Link(address.getHost(), address))));
        }
        if (!rows.isEmpty()) {
            values.put(
                    "source",
                    java.util.Objects.requireNonNull(rows.get(0).fields().get("source")));
            values.put("sources", new Value.Rows(rows));
        } else if (!kind.what().equals(RecordKind.LINK) && !fields.has("weak_sources")) {
            // A link is its own source, and a weak one is better than none, though words cannot name it.
            problems.add(
                    ProblemKind.UNSOURCED_RECORD,
                    entry.key().place(),
                    "the record \"" + entry.name() + "\" does not name its source");
        }
    }

    private void translate(Layer layer, Node.Entry entry, NodeKind kind, Fields fields, Map<String, Value> values) {
        Map<String, Node.Scalar> sources = new LinkedHashMap<>();
        // In the order of their names: the hash of the source depends on it.
        kind.plain().stream().sorted().forEach(key -> {
            Node.Scalar text = fields.text(key);
            if (text != null) {
                sources.put(key, text);
            }
        });
        if (sources.isEmpty()) {
            return;
        }
        values.putAll(
                texts.read(layer, entry.key().place(), sources, (key, text) -> oneLine(text), RECORDS, entry.name()));
    }

    private static String oneLine(Node.Scalar text) {
        return text.text().strip().replaceAll("\\s+", " ");
    }
}
