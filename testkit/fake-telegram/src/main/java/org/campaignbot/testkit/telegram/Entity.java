package org.campaignbot.testkit.telegram;

import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A range of a text with a meaning, such as bold.
 *
 * @param type Telegram's name for it, such as {@code bold} or {@code text_link}
 * @param offset where it starts, in UTF-16 units
 * @param length its length, in UTF-16 units
 * @param detail the address of a {@code text_link}, the language of a {@code pre}, the id of a custom emoji or a mentioned user,
 *     or null
 */
public record Entity(
        String type, int offset, int length, @Nullable String detail) {

    /** Where it ends, in UTF-16 units. */
    public int end() {
        return offset + length;
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("type", type);
        json.put("offset", offset);
        json.put("length", length);
        if (detail != null) {
            switch (type) {
                case "text_link" -> json.put("url", detail);
                case "pre" -> json.put("language", detail);
                case "custom_emoji" -> json.put("custom_emoji_id", detail);
                default -> {}
            }
        }
        return json;
    }
}
