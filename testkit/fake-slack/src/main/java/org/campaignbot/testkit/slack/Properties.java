package org.campaignbot.testkit.slack;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The allowed properties of each Block Kit object (docs.slack.dev, "Block Kit reference"): Slack refuses all others. */
final class Properties {

    private static final String BLOCK = "type block_id ";
    private static final String ELEMENT = "type action_id ";
    private static final String MENU = ELEMENT + "placeholder confirm focus_on_load ";
    private static final String MENUS = MENU + "max_selected_items ";
    private static final String INPUT = ELEMENT + "placeholder focus_on_load dispatch_action_config initial_value ";

    private static final Map<String, Set<String>> BLOCKS = Map.ofEntries(
            entry("section", BLOCK + "text fields accessory expand"),
            entry("header", BLOCK + "text"),
            entry("divider", BLOCK),
            entry("image", BLOCK + "alt_text image_url slack_file title"),
            entry("actions", BLOCK + "elements"),
            entry("context", BLOCK + "elements"),
            entry("input", BLOCK + "label element dispatch_action hint optional"),
            entry("rich_text", BLOCK + "elements"),
            entry("markdown", BLOCK + "text"),
            entry("table", BLOCK + "rows column_settings"));

    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            entry("button", ELEMENT + "text url value style confirm accessibility_label"),
            entry("image", "type alt_text image_url slack_file"),
            entry("overflow", ELEMENT + "options confirm"),
            entry("checkboxes", ELEMENT + "options initial_options confirm focus_on_load"),
            entry("radio_buttons", ELEMENT + "options initial_option confirm focus_on_load"),
            entry("datepicker", MENU + "initial_date"),
            entry("timepicker", MENU + "initial_time timezone"),
            entry("datetimepicker", ELEMENT + "initial_date_time confirm focus_on_load"),
            entry("static_select", MENU + "options option_groups initial_option"),
            entry("external_select", MENU + "initial_option min_query_length"),
            entry("users_select", MENU + "initial_user"),
            entry(
                    "conversations_select",
                    MENU + "initial_conversation default_to_current_conversation response_url_enabled filter"),
            entry("channels_select", MENU + "initial_channel response_url_enabled"),
            entry("multi_static_select", MENUS + "options option_groups initial_options"),
            entry("multi_users_select", MENUS + "initial_users"),
            entry("multi_conversations_select", MENUS + "initial_conversations default_to_current_conversation filter"),
            entry("multi_channels_select", MENUS + "initial_channels"),
            entry("plain_text_input", INPUT + "multiline min_length max_length"),
            entry("email_text_input", INPUT),
            entry("url_text_input", INPUT),
            entry("number_input", INPUT + "is_decimal_allowed min_value max_value"));

    static final Set<String> PLAIN_TEXT = names("type text emoji");
    static final Set<String> MRKDWN = names("type text verbatim");
    static final Set<String> OPTION = names("text value description");
    static final Set<String> OVERFLOW_OPTION = names("text value description url");
    static final Set<String> OPTION_GROUP = names("label options");
    static final Set<String> CONFIRM = names("title text confirm deny style");

    private Properties() {}

    private static Map.Entry<String, Set<String>> entry(String type, String names) {
        return Map.entry(type, names(names));
    }

    static Set<String> names(String names) {
        return Set.of(names.strip().split(" ", -1));
    }

    static void ofBlock(JsonNode block, String pointer, Findings findings) {
        only(BLOCKS.get(block.path("type").asString("")), block, pointer, findings);
    }

    static void ofElement(JsonNode element, String pointer, Findings findings) {
        only(ELEMENTS.get(element.path("type").asString("")), element, pointer, findings);
    }

    /** Reports properties that aren't allowed; an object of unknown type is refused for its type. */
    static void only(@Nullable Set<String> names, JsonNode object, String pointer, Findings findings) {
        if (names != null) {
            Set<String> others = new TreeSet<>(object.propertyNames());
            others.removeAll(names);
            others.forEach(each -> findings.problem("invalid additional property: " + each, pointer));
        }
    }
}
