package org.campaignbot.slack.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON trees; whatever arrives, missing or mistyped values read as empty. */
public final class SlackJson {

    private static final JsonObject NOTHING = new JsonObject();

    private SlackJson() {}

    /** Parses a text as an object; null if it isn't one. */
    public static @Nullable JsonObject object(@Nullable String text) {
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

    /** The child object with this name; an empty one if there is none. */
    public static JsonObject in(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject object ? object : NOTHING;
    }

    /** The text with this name; empty if there is none. */
    public static String text(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : "";
    }

    /** The array with this name; empty if there is none. */
    public static JsonArray list(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonArray array ? array : new JsonArray();
    }

    public static boolean isTrue(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
    }

    /** A new object with a type, as in Block Kit. */
    public static JsonObject typed(String type) {
        JsonObject object = new JsonObject();
        object.addProperty("type", type);
        return object;
    }

    /** Block Kit text without formatting. */
    public static JsonObject plainText(String text) {
        JsonObject object = typed("plain_text");
        object.addProperty("text", text);
        object.addProperty("emoji", false);
        return object;
    }
}
