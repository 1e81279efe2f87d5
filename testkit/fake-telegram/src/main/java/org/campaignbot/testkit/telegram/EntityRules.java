package org.campaignbot.testkit.telegram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Telegram's rules for entities: for arrays of them, and for how any may be nested. */
final class EntityRules {

    /** The most that take effect in one message; Telegram ignores the rest. */
    static final int MOST = 100;

    private static final int FURTHEST = 1_000_000;

    private static final Set<String> GIVEN = Set.of(
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "blockquote",
            "expandable_blockquote",
            "code",
            "pre",
            "text_link",
            "text_mention",
            "custom_emoji");
    /** The types that Telegram detects itself; it ignores given ones. */
    private static final Set<String> FOUND = Set.of(
            "mention",
            "hashtag",
            "cashtag",
            "bot_command",
            "url",
            "email",
            "phone_number",
            "bank_card_number",
            "date_time");

    private static final Set<String> CODE = Set.of("code", "pre");
    private static final Set<String> QUOTES = Set.of("blockquote", "expandable_blockquote");
    private static final Set<String> STYLES = Set.of("bold", "italic", "underline", "strikethrough", "spoiler");

    private EntityRules() {}

    /** Reads an {@code entities} array over a text. */
    static Formatted read(String text, JsonNode array) {
        List<Entity> entities = new ArrayList<>();
        for (JsonNode each : array) {
            String type = each.path("type").asString("");
            if (!each.isObject() || type.isEmpty()) {
                return new Formatted.Broken("can't parse MessageEntity: "
                        + (each.isObject() ? "Can't find field \"type\"" : "expected an Object"));
            }
            if (FOUND.contains(type)) {
                continue;
            }
            if (!GIVEN.contains(type)) {
                return new Formatted.Broken("can't parse MessageEntity: Unsupported type specified");
            }
            Entity entity = new Entity(
                    type, each.path("offset").asInt(-1), each.path("length").asInt(-1), detail(each, type));
            String wrong = outside(text, entity);
            if (wrong != null) {
                return new Formatted.Broken(wrong);
            }
            if (entity.length() > 0) {
                entities.add(entity);
            }
        }
        entities.sort(Comparator.comparingInt(Entity::offset)
                .thenComparing(Comparator.comparingInt(Entity::length).reversed()));
        return new Formatted.Visible(text, List.copyOf(entities));
    }

    private static @Nullable String detail(JsonNode entity, String type) {
        return switch (type) {
            case "text_link" -> entity.path("url").asString("");
            case "pre" -> entity.path("language").stringValue(null);
            case "custom_emoji" -> entity.path("custom_emoji_id").asString("");
            case "text_mention" -> entity.path("user").path("id").asString("");
            default -> null;
        };
    }

    private static @Nullable String outside(String text, Entity entity) {
        int offset = entity.offset();
        if (offset < 0 || offset > FURTHEST) {
            return "receive an entity with incorrect offset " + offset;
        }
        if (entity.length() < 0 || entity.length() > FURTHEST) {
            return "receive an entity with incorrect length " + entity.length();
        }
        if (offset > text.length()) {
            return "entity begins after the end of the text at UTF-16 offset " + offset;
        }
        if (entity.end() > text.length()) {
            return "entity beginning at UTF-16 offset " + offset + " ends after the end of the text at UTF-16 offset "
                    + entity.end();
        }
        if (splitsCharacter(text, offset)) {
            return "entity begins in a middle of a UTF-16 symbol at byte offset " + offset;
        }
        if (splitsCharacter(text, entity.end())) {
            return "entity beginning at UTF-16 offset " + offset
                    + " ends in a middle of a UTF-16 symbol at byte offset " + entity.end();
        }
        return null;
    }

    private static boolean splitsCharacter(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
    }

    /** What the documentation forbids but the server silently fixes: entities that can't be nested like that, or too many. */
    static List<String> misuses(List<Entity> entities) {
        List<String> misuses = new ArrayList<>();
        if (entities.size() > MOST) {
            misuses.add("more than " + MOST + " entities: the rest take no effect");
        }
        for (int outer = 0; outer < entities.size(); outer++) {
            for (int inner = outer + 1; inner < entities.size(); inner++) {
                Entity first = entities.get(outer);
                Entity second = entities.get(inner);
                if (second.offset() >= first.end()) {
                    break;
                }
                if (second.end() > first.end()) {
                    misuses.add(first.type() + " and " + second.type() + " cross each other");
                } else if (!mayShare(first.type(), second.type())) {
                    misuses.add(second.type() + " may not stand in " + first.type());
                }
            }
        }
        return misuses;
    }

    private static boolean mayShare(String outer, String inner) {
        if (CODE.contains(outer) || CODE.contains(inner)) {
            return QUOTES.contains(outer);
        }
        if (QUOTES.contains(inner)) {
            return STYLES.contains(outer);
        }
        return QUOTES.contains(outer) || STYLES.contains(outer) || STYLES.contains(inner);
    }
}
