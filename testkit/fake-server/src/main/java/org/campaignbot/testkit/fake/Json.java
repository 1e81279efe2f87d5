package org.campaignbot.testkit.fake;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** JSON input and output of the fakes. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static JsonNode yes() {
        return JsonNodeFactory.instance.booleanNode(true);
    }

    public static JsonNode no() {
        return JsonNodeFactory.instance.booleanNode(false);
    }

    /** JSON text passed through as is. */
    public static JsonNode raw(String json) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }

    /** JSON in its wire form. */
    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** Parses text as JSON; a missing node if it isn't JSON. */
    public static JsonNode read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null ? missing() : node;
        } catch (JacksonException notJson) {
            return missing();
        }
    }

    /** Parses bytes as JSON; a missing node if they aren't JSON. */
    public static JsonNode read(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            return node == null ? missing() : node;
        } catch (JacksonException notJson) {
            return missing();
        }
    }

    /** A value that may be JSON inside a string, as in forms. */
    public static JsonNode unwrapped(JsonNode node) {
        return node.isString() ? read(node.asString("")) : node;
    }

    /** The missing node. */
    public static JsonNode missing() {
        return JsonNodeFactory.instance.missingNode();
    }
}
