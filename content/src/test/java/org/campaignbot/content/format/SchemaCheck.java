package org.campaignbot.content.format;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.content.yaml.YamlFile;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a YAML file against a schema as an editor does, and finds the lines of what the schema refuses. */
final class SchemaCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private SchemaCheck() {}

    /** What the schema refuses at a line, counted from 1. */
    record Refusal(int line, String message) {}

    static Schema schema(JsonNode schema) {
        return REGISTRY.getSchema(schema);
    }

    static List<Refusal> refusals(Schema schema, String text) {
        Object data =
                new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(text);
        Node root =
                Objects.requireNonNull(YamlFile.read("a file", text.getBytes(StandardCharsets.UTF_8), new Problems()));
        List<Refusal> refusals = new ArrayList<>();
        for (Error error : schema.validate(JSON.<JsonNode>valueToTree(data))) {
            String property = error.getKeyword().equals("additionalProperties")
                            || error.getKeyword().equals("propertyNames")
                    ? error.getProperty()
                    : null;
            refusals.add(new Refusal(
                    line(root, error.getInstanceLocation().toString(), property),
                    error.getInstanceLocation() + " " + error.getKeyword() + " " + error.getProperty() + ": "
                            + error.getMessage()));
        }
        return refusals;
    }

    /** The line of what a JSON pointer names: that of its key or list item. */
    private static int line(Node root, String pointer, @Nullable String property) {
        Node node = root;
        int line = root.place().line();
        List<String> path = new ArrayList<>(List.of(pointer.split("/", -1)));
        if (property != null) {
            path.add(property);
        }
        for (String raw : path.subList(1, path.size())) {
            String name = raw.replace("~1", "/").replace("~0", "~");
            if (node instanceof Node.Sequence sequence) {
                node = sequence.items().get(Integer.parseInt(name));
                line = node.place().line();
            } else if (node instanceof Node.Mapping mapping) {
                for (Node.Entry entry : mapping.entries()) {
                    if (entry.name().equals(name)) {
                        node = entry.value();
                        line = entry.key().place().line();
                    }
                }
            }
        }
        return line;
    }
}
