package org.campaignbot.testkit.slack;

import java.util.List;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The values of inputs: the objects of {@code state.values} and of {@code actions}. */
final class Values {

    private Values() {}

    /** An element's initial value. */
    static JsonNode initial(JsonNode element) {
        String type = element.path("type").asString("");
        return switch (type) {
            case "checkboxes", "multi_static_select" ->
                options(type, List.copyOf(element.path("initial_options").values()));
            case "static_select", "radio_buttons" -> single(type, "selected_option", element.path("initial_option"));
            default -> single(type, field(type), element.path(initialField(type)));
        };
    }

    /** The value after a person typed or picked something. */
    static JsonNode typed(String type, String value) {
        return Json.object().put("type", type).put(field(type), value);
    }

    /** The value after a person chose an option. */
    static ObjectNode chosen(String type, JsonNode option) {
        return type.equals("checkboxes") || type.equals("multi_static_select")
                ? options(type, List.of(option))
                : single(type, "selected_option", option);
    }

    private static ObjectNode single(String type, String field, JsonNode value) {
        ObjectNode json = Json.object().put("type", type);
        if (value.isMissingNode()) {
            json.putNull(field);
        } else {
            json.set(field, value.deepCopy());
        }
        return json;
    }

    private static ObjectNode options(String type, List<JsonNode> options) {
        ObjectNode json = Json.object().put("type", type);
        ArrayNode selected = json.putArray("selected_options");
        options.forEach(each -> selected.add(each.deepCopy()));
        return json;
    }

    private static String field(String type) {
        return switch (type) {
            case "datepicker" -> "selected_date";
            case "timepicker" -> "selected_time";
            case "datetimepicker" -> "selected_date_time";
            case "users_select" -> "selected_user";
            case "conversations_select" -> "selected_conversation";
            case "channels_select" -> "selected_channel";
            default -> "value";
        };
    }

    private static String initialField(String type) {
        return field(type).replace("selected_", "initial_").replaceFirst("^value$", "initial_value");
    }
}
