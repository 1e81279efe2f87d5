package org.campaignbot.testkit.fake;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** JSON of fakes, in and out. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** An object without fields. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A list without items. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** What is true. */
    public static JsonNode yes() {
        return JsonNodeFactory.instance.booleanNode(true);
    }

    /** What is false. */
    public static JsonNode no() {
        return JsonNodeFactory.instance.booleanNode(false);
    }

    /** JSON that is taken as it stands. */
    public static JsonNode raw(String json) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }

    /** JSON as it goes over the wire. */
    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** What a text says as JSON; a missing node where it is none. */
    public static JsonNode read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null ? missing() : node;
        } catch (JacksonException notJson) {
            return missing();
        }
    }

    /** What bytes say as JSON; a missing node where they are none. */
    public static JsonNode read(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            return node == null ? missing() : node;
        } catch (JacksonException notJson) {
            return missing();
        }
    }

    /** A value that may have come as JSON in a string, as forms carry it. */
    public static JsonNode unwrapped(JsonNode node) {
        return node.isString() ? read(node.asString("")) : node;
    }

    /** A node that is not there. */
    public static JsonNode missing() {
        return JsonNodeFactory.instance.missingNode();
    }
}
