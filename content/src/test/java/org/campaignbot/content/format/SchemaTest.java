package org.campaignbot.content.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the schemas of {@code schemas/}; with {@code -Dschemas.write=true} into the files, else to compare with them. */
class SchemaTest {

    private static final Path FOLDER = Path.of("schemas");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Map<String, Schema> SCHEMAS = Schemas.all().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> SchemaCheck.schema(entry.getValue())));

    @Test
    void theSchemasAreThoseOfTheFormat() throws IOException {
        for (Map.Entry<String, ObjectNode> schema : Schemas.all().entrySet()) {
            Path file = FOLDER.resolve(schema.getKey());
            String text = JSON.writeValueAsString(schema.getValue()) + "\n";
            if (Boolean.getBoolean("schemas.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(file).hasContent(text);
        }
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> FOLDER.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(Schemas.all().keySet());
        }
    }

    @Test
    void everyKeyOfASchemaSaysWhatItIsFor() {
        List<String> silent = new ArrayList<>();
        Schemas.all()
                .forEach((name, schema) -> schema.findValues("properties")
                        .forEach(properties -> properties.properties().forEach(key -> {
                            JsonNode about = key.getValue().get("description");
                            boolean told = about != null && about.asString().matches("(?s)[A-Z\"].*\\.");
                            // What tells the kinds of records apart is no key of the format.
                            if (!told && !key.getValue().has("const")) {
                                silent.add(name + " " + key.getKey());
                            }
                        })));
        assertThat(silent).isEmpty();
    }

    @Test
    void everyFileThatShipsIsOneThatItsSchemaTakes() throws IOException {
        Map<String, List<SchemaCheck.Refusal>> refused = new TreeMap<>();
        int campaignFlows = 0;
        for (Path file : shipped()) {
            String text = Files.readString(file).replace("TODAY", "2026-03-01");
            Schema schema = schema("campaign", file);
            if (SchemaCheck.refusals(schema, text).isEmpty()) {
                campaignFlows += kind(file).equals("flow") ? 1 : 0;
                continue;
            }
            // Machinery, wherever it stands, is written with the keys of kits.
            List<SchemaCheck.Refusal> refusals = SchemaCheck.refusals(schema("kit", file), text);
            if (!refusals.isEmpty()) {
                refused.put(file.toString(), refusals);
            }
        }
        assertThat(refused).isEmpty();
        // Topics, menus and the like need no key of a kit.
        assertThat(campaignFlows).isGreaterThan(60);
    }

    private static List<Path> shipped() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("campaigns", "kits", "src/main/resources/org/campaignbot/content/template")) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> files = Files.walk(Path.of(folder))) {
                    files.filter(each -> each.toString().endsWith(".yaml")).forEach(all::add);
                }
            }
        }
        return all;
    }

    private static Schema schema(String tier, Path file) {
        Schema schema = SCHEMAS.get(tier + "/" + kind(file) + ".json");
        return schema == null ? Objects.requireNonNull(SCHEMAS.get("campaign/" + kind(file) + ".json")) : schema;
    }

    private static String kind(Path file) {
        String parent = Objects.requireNonNull(file.getParent()).getFileName().toString();
        String name = file.getFileName().toString().replace(".yaml", "");
        if (file.toString().contains("/words/")) {
            return "words";
        }
        return switch (parent) {
            case "flows" -> "flow";
            case "questions" -> name.equals("answers") ? "answers" : "questions";
            default -> name;
        };
    }
}
