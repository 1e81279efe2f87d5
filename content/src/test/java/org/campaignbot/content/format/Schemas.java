package org.campaignbot.content.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.campaignbot.content.format.NodeKind.Form;
import org.campaignbot.content.format.NodeKind.Form.Simple;
import org.campaignbot.content.format.NodeKind.Need;
import org.campaignbot.content.format.NodeKind.Tier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the lists of {@link Format} as JSON Schemas, which editors understand; each file stands alone. */
final class Schemas {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TEXT = "text";
    private static final String WORDS = "words";
    private static final String LINE = "line";
    private static final String DEEDS = "deeds";

    private final Tier tier;
    private final boolean campaignPack;
    private final ObjectNode definitions = JSON.createObjectNode();

    private Schemas(Tier tier, boolean campaignPack) {
        this.tier = tier;
        this.campaignPack = campaignPack;
    }

    /** Every schema by the path of its file, as {@code campaign/flow.json}. */
    static Map<String, ObjectNode> all() {
        Map<String, Form> files = new LinkedHashMap<>();
        files.put("pack", new Form.Nested(Format.PACK));
        files.put("flow", new Form.Nested(Format.FLOW));
        files.put(WORDS, new Form.Nested(Format.WORDS_FILE));
        files.put("records", Format.RECORDS_FILE);
        files.put("answers", new Form.Nested(Format.ANSWERS_FILE));
        files.put("questions", new Form.Nested(Format.QUESTIONS_FILE));
        files.put("paragraphs", new Form.Nested(Format.PARAGRAPHS));
        files.put("alert", new Form.Nested(Format.ALERT));
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        for (Tier tier : Tier.values()) {
            String folder = tier == Tier.KIT ? "kit" : "campaign";
            files.forEach((name, form) -> {
                if (tier == Tier.CAMPAIGN || !List.of("paragraphs", "alert").contains(name)) {
                    all.put(
                            folder + "/" + name + ".json",
                            new Schemas(tier, tier == Tier.CAMPAIGN).file("A " + folder + "'s " + name, form));
                }
            });
        }
        return all;
    }

    private ObjectNode file(String title, Form form) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.setAll(of(form));
        definitions.set(TEXT, text("\\S"));
        if (!definitions.isEmpty()) {
            schema.set("$defs", definitions);
        }
        return schema;
    }

    private ObjectNode of(Form form) {
        if (form instanceof Form.OneOf oneOf) {
            ObjectNode schema = JSON.createObjectNode();
            oneOf.values().forEach(schema.putArray("enum")::add);
            return schema;
        } else if (form instanceof Form.Nested nested) {
            return mapping(nested.kind());
        } else if (form instanceof Form.Named named) {
            ObjectNode schema = JSON.createObjectNode().put("type", "object");
            schema.set("propertyNames", names(named));
            schema.set("additionalProperties", of(named.each()));
            return schema;
        } else if (form instanceof Form.ByKind byKind) {
            return byKind(byKind);
        } else if (form instanceof Form.Either either) {
            ObjectNode schema = types("string", "number", "boolean", "object");
            ArrayNode cases = schema.putArray("allOf");
            // A translation may also choose forms where the source has one text.
            when(cases, "object", "by", true, of(either.first()));
            when(cases, "object", "by", false, mapping(either.second()));
            return schema;
        }
        return simple(form instanceof Simple simple ? simple : Simple.TEXT);
    }

    private ObjectNode simple(Simple form) {
        switch (form) {
            case WORDS -> define(WORDS, () -> words(WORDS));
            case LINE -> define(LINE, () -> words(LINE));
            case DEEDS -> define(DEEDS, this::deeds);
            case TEXTS -> {
                return several("\\S");
            }
            case LANGUAGES -> {
                return several("^(" + form.pattern() + ")$");
            }
            case YES_NO -> {
                return of(new Form.OneOf(List.of("yes", "no")));
            }
            default -> {
                return form.pattern().isEmpty() ? reference(TEXT) : text("^(" + form.pattern() + ")$");
            }
        }
        return reference(form == Simple.WORDS ? WORDS : form == Simple.LINE ? LINE : DEEDS);
    }

    private ObjectNode words(String name) {
        boolean blocks = name.equals(WORDS);
        Form below = blocks ? Simple.WORDS : Simple.LINE;
        NodeKind choice = new NodeKind(
                Format.CHOICE.what(),
                Format.CHOICE.keys().stream()
                        .map(key -> key.form() == Simple.WORDS
                                ? new NodeKind.Key(key.name(), below, key.need(), key.tier(), key.about())
                                : key)
                        .toList(),
                new Form.Named(".+", below));
        ObjectNode schema = blocks
                ? types("string", "number", "boolean", "object", "array", "null")
                // A form may say nothing.
                : types("string", "number", "boolean", "object", "null");
        ArrayNode cases = schema.putArray("allOf");
        if (blocks) {
            schema.set("items", reference(WORDS));
            when(cases, "object", "by", true, mapping(choice));
            when(cases, "object", "by", false, mapping(Format.EACH));
        } else {
            ObjectNode one = cases.addObject();
            one.putObject("if").put("type", "object");
            one.set("then", mapping(choice));
        }
        return schema;
    }

    private static void when(ArrayNode cases, String type, String key, boolean has, ObjectNode then) {
        ObjectNode one = cases.addObject();
        ObjectNode condition = one.putObject("if").put("type", type);
        (has ? condition : condition.putObject("not")).putArray("required").add(key);
        one.set("then", then);
    }

    private ObjectNode deeds() {
        ObjectNode deed = types("string", "object");
        deed.put("minProperties", 1).put("maxProperties", 1);
        ObjectNode arguments = types("string", "object", "array");
        arguments.set("additionalProperties", reference(TEXT));
        arguments.set("items", reference(TEXT));
        deed.set("additionalProperties", arguments);
        ObjectNode schema = types("string", "object", "array");
        schema.set("items", deed);
        ArrayNode cases = schema.putArray("allOf");
        ObjectNode one = cases.addObject();
        one.putObject("if").put("type", "object");
        one.set("then", deed.deepCopy());
        return schema;
    }

    private ObjectNode mapping(NodeKind kind) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.createArrayNode();
        boolean isRecord = false;
        for (NodeKind.Key key : kind.keys()) {
            if (key.tier() == Tier.KIT && tier == Tier.CAMPAIGN) {
                continue;
            }
            ObjectNode value = of(key.form());
            value.put("description", key.about());
            properties.set(key.name(), value);
            isRecord |= key.name().equals("sources");
            boolean byReader = !isSource(kind, key) && (campaignPack || !kind.equals(Format.PACK));
            if (key.need() == Need.YES || (key.need() == Need.BY_READER && byReader)) {
                required.add(key.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (isRecord && kind.keys().stream().anyMatch(key -> isSource(kind, key))) {
            ArrayNode either = schema.putArray("anyOf");
            either.addObject().putArray("required").add("source");
            either.addObject().putArray("required").add("sources");
        }
        if (kind.others() == null) {
            schema.put("additionalProperties", false);
        } else {
            schema.set("propertyNames", names(kind.others()));
            schema.set("additionalProperties", of(kind.others().each()));
        }
        return schema;
    }

    /** A record's source, in whose place {@code sources} may stand. */
    private static boolean isSource(NodeKind kind, NodeKind.Key key) {
        return key.name().equals("source")
                && key.need() == Need.BY_READER
                && kind.names().contains("sources");
    }

    private ObjectNode byKind(Form.ByKind form) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        schema.putArray("required").add("kind");
        ObjectNode kinds = schema.putObject("properties").putObject("kind");
        kinds.put("description", form.kinds().get(0).key("kind").about());
        ArrayNode names = kinds.putArray("enum");
        ArrayNode cases = schema.putArray("allOf");
        for (NodeKind kind : form.kinds()) {
            names.add(kind.what());
            ObjectNode one = cases.addObject();
            ObjectNode condition = one.putObject("if");
            condition.putObject("properties").putObject("kind").put("const", kind.what());
            condition.putArray("required").add("kind");
            one.set("then", mapping(kind));
        }
        return schema;
    }

    private static ObjectNode names(Form.Named named) {
        return JSON.createObjectNode().put("pattern", "^(" + named.pattern() + ")$");
    }

    private static ObjectNode several(String pattern) {
        ObjectNode schema = types("string", "number", "boolean", "array").put("pattern", pattern);
        schema.set("items", text(pattern));
        return schema;
    }

    private static ObjectNode text(String pattern) {
        return types("string", "number", "boolean").put("pattern", pattern);
    }

    private static ObjectNode types(String... types) {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode all = schema.putArray("type");
        for (String type : types) {
            all.add(type);
        }
        return schema;
    }

    private void define(String name, Supplier<ObjectNode> schema) {
        if (!definitions.has(name)) {
            // First, since it may name itself.
            definitions.set(name, JSON.createObjectNode());
            definitions.set(name, schema.get());
        }
    }

    private static ObjectNode reference(String name) {
        return JSON.createObjectNode().put("$ref", "#/$defs/" + name);
    }
}
