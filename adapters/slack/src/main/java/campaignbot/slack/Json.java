package campaignbot.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/** Reads and writes trees of JSON; what is missing or of another kind reads as nothing, whatever came. */
final class Json {

    private static final JsonObject NOTHING = new JsonObject();

    private Json() {}

    /** The object that a text is; null where it is none. */
    static @Nullable JsonObject object(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            JsonElement json = JsonParser.parseString(text);
            return json.isJsonObject() ? json.getAsJsonObject() : null;
        } catch (JsonParseException notJson) {
            return null;
        }
    }

    /** The object of this name in another; an empty one where there is none. */
    static JsonObject in(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject object ? object : NOTHING;
    }

    /** The text of this name; empty where there is none. */
    static String text(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : "";
    }

    /** The elements of this name; none where there is no array. */
    static JsonArray list(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonArray array ? array : new JsonArray();
    }

    static boolean isTrue(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
    }

    /** A new object of a type, as Block Kit has them. */
    static JsonObject typed(String type) {
        JsonObject object = new JsonObject();
        object.addProperty("type", type);
        return object;
    }

    /** Text that is only characters. */
    static JsonObject plainText(String text) {
        JsonObject object = typed("plain_text");
        object.addProperty("text", text);
        object.addProperty("emoji", false);
        return object;
    }
}
