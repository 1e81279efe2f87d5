package org.campaignbot.testkit.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A modal or Home tab as one person has it open, with the values they filled in. */
final class OpenView {

    final String id;
    final Team team;
    final Person person;
    final String rootId;
    final @Nullable String previousId;
    private final Map<String, Map<String, JsonNode>> values = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private ObjectNode content;
    private ArrayNode blocks;
    private String hash;

    OpenView(String id, Team team, Person person, @Nullable OpenView previous, ObjectNode content, String hash) {
        this.id = id;
        this.team = team;
        this.person = person;
        this.rootId = previous == null ? id : previous.rootId;
        this.previousId = previous == null ? null : previous.id;
        this.content = content;
        this.blocks = Reading.withIds(content.path("blocks"));
        this.hash = hash;
    }

    /** Shows new content; typed values stay if block and action keep their ids. */
    void show(ObjectNode newContent, String newHash) {
        content = newContent;
        blocks = Reading.withIds(newContent.path("blocks"));
        hash = newHash;
        errors.clear();
        Map<String, Map<String, JsonNode>> before = new LinkedHashMap<>(values);
        values.clear();
        for (Element element : Reading.elements(blocks)) {
            JsonNode value = before.getOrDefault(element.blockId(), Map.of()).get(element.actionId());
            if (value != null) {
                fill(element, value);
            }
        }
    }

    ArrayNode blocks() {
        return blocks;
    }

    String hash() {
        return hash;
    }

    String text(String field) {
        return content.path(field).asString("");
    }

    boolean flag(String field) {
        return content.path(field).asBoolean(false);
    }

    boolean hasSubmit() {
        return content.path("submit").isObject();
    }

    void fill(Element element, JsonNode value) {
        values.computeIfAbsent(element.blockId(), each -> new LinkedHashMap<>()).put(element.actionId(), value);
    }

    void refuse(JsonNode newErrors) {
        errors.clear();
        newErrors
                .propertyNames()
                .forEach(each -> errors.put(each, newErrors.path(each).asString("")));
    }

    Map<String, String> errors() {
        return errors;
    }

    /** The current values; those not filled in have the view's initial values. */
    ObjectNode state() {
        ObjectNode all = Json.object();
        for (Element element : Reading.elements(blocks)) {
            if (!element.type().equals("button") && !element.type().equals("overflow")) {
                JsonNode filled =
                        values.getOrDefault(element.blockId(), Map.of()).get(element.actionId());
                JsonNode value = filled == null ? Values.initial(Reading.node(blocks, element)) : filled;
                ObjectNode block = all.path(element.blockId()) instanceof ObjectNode there
                        ? there
                        : all.putObject(element.blockId());
                block.set(element.actionId(), value);
            }
        }
        ObjectNode state = Json.object();
        state.set("values", all);
        return state;
    }

    /** The {@code view} object of the Web API and of payloads. */
    ObjectNode json() {
        ObjectNode view = content.deepCopy();
        view.set("blocks", blocks.deepCopy());
        view.put("id", id)
                .put("team_id", team.id)
                .put("app_id", SlackSettings.APP_ID)
                .put("bot_id", team.botId());
        view.put("hash", hash).put("root_view_id", rootId).put("previous_view_id", previousId);
        view.put("callback_id", text("callback_id")).put("external_id", text("external_id"));
        view.put("private_metadata", text("private_metadata")).put("app_installed_team_id", team.id);
        view.put("notify_on_close", flag("notify_on_close")).put("clear_on_close", flag("clear_on_close"));
        view.set("state", state());
        return view;
    }

    ShownView shown() {
        return new ShownView(
                id,
                text("type"),
                text("callback_id"),
                content.path("title").path("text").asString(""),
                Reading.text(blocks),
                Reading.elements(blocks),
                Map.copyOf(errors),
                json());
    }
}
