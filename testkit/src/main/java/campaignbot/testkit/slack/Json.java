package campaignbot.testkit.slack;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON, in and out. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** What a text says as JSON; a missing node where it is none. */
    static JsonNode read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null ? missing() : node;
        } catch (JacksonException notJson) {
            return missing();
        }
    }

    static JsonNode read(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            return node == null ? missing() : node;
        } catch (JacksonException notJson) {
            return missing();
        }
    }

    /** A value that may have come as JSON in a string, as forms carry it. */
    static JsonNode unwrapped(JsonNode node) {
        return node.isString() ? read(node.asString("")) : node;
    }

    static JsonNode missing() {
        return JsonNodeFactory.instance.missingNode();
    }
}
