package org.campaignbot.testkit.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The limits of the elements in blocks: buttons, menus, inputs, images (docs.slack.dev, "Block elements"). */
final class ElementRules {

    /** Where an element is used. */
    enum Place {
        ACTIONS,
        ACCESSORY,
        INPUT
    }

    private static final Set<Place> ANYWHERE = EnumSet.allOf(Place.class);
    private static final Set<Place> ONLY_INPUT = EnumSet.of(Place.INPUT);
    private static final Set<Place> NO_INPUT = EnumSet.of(Place.ACTIONS, Place.ACCESSORY);
    private static final Map<String, Set<Place>> PLACES = Map.ofEntries(
            Map.entry("button", NO_INPUT),
            Map.entry("overflow", NO_INPUT),
            Map.entry("checkboxes", ANYWHERE),
            Map.entry("radio_buttons", ANYWHERE),
            Map.entry("datepicker", ANYWHERE),
            Map.entry("timepicker", ANYWHERE),
            Map.entry("datetimepicker", EnumSet.of(Place.ACTIONS, Place.INPUT)),
            Map.entry("static_select", ANYWHERE),
            Map.entry("external_select", ANYWHERE),
            Map.entry("users_select", ANYWHERE),
            Map.entry("conversations_select", ANYWHERE),
            Map.entry("channels_select", ANYWHERE),
            Map.entry("multi_static_select", ANYWHERE),
            Map.entry("multi_users_select", ANYWHERE),
            Map.entry("multi_conversations_select", ANYWHERE),
            Map.entry("multi_channels_select", ANYWHERE),
            Map.entry("image", EnumSet.of(Place.ACCESSORY)),
            Map.entry("plain_text_input", ONLY_INPUT),
            Map.entry("email_text_input", ONLY_INPUT),
            Map.entry("url_text_input", ONLY_INPUT),
            Map.entry("number_input", ONLY_INPUT));

    /** Elements that the reference's table of surfaces restricts; every other element may be used on all of them. */
    private static final Map<String, Set<BlockRules.Surface>> SURFACES = Map.of(
            "email_text_input", EnumSet.of(BlockRules.Surface.MODAL),
            "url_text_input", EnumSet.of(BlockRules.Surface.MODAL),
            "number_input", EnumSet.of(BlockRules.Surface.MODAL),
            "datetimepicker", EnumSet.of(BlockRules.Surface.MODAL, BlockRules.Surface.MESSAGE));

    private static final Set<BlockRules.Surface> ALL = EnumSet.allOf(BlockRules.Surface.class);

    private final BlockRules.Surface surface;
    private final Findings findings;

    ElementRules(BlockRules.Surface surface, Findings findings) {
        this.surface = surface;
        this.findings = findings;
    }

    void check(JsonNode element, Place place, String pointer) {
        String type = element.path("type").asString("");
        if (!PLACES.getOrDefault(type, Set.of()).contains(place)
                || !SURFACES.getOrDefault(type, ALL).contains(surface)) {
            findings.problem("unsupported type: " + type, pointer + "/type");
            return;
        }
        Properties.ofElement(element, pointer, findings);
        findings.optional(element, "action_id", 255, pointer);
        findings.optionalText(element, "placeholder", 150, Findings.Kind.PLAIN, pointer);
        if (element.has("confirm")) {
            confirm(element.path("confirm"), pointer + "/confirm");
        }
        switch (type) {
            case "button" -> button(element, pointer);
            case "image" -> image(element, pointer);
            case "overflow" -> options(element, 5, Findings.Kind.PLAIN, pointer);
            case "checkboxes", "radio_buttons" -> options(element, 10, Findings.Kind.ANY, pointer);
            case "static_select", "multi_static_select" -> select(element, pointer);
            case "plain_text_input" -> textInput(element, pointer);
            case "number_input" -> {
                if (!element.path("is_decimal_allowed").isBoolean()) {
                    findings.problem("missing required field: is_decimal_allowed", pointer);
                }
            }
            default -> {}
        }
        if (element.path("response_url_enabled").asBoolean(false) && surface != BlockRules.Surface.MODAL) {
            findings.problem("response_url_enabled is only for modals", pointer);
        }
    }

    private void button(JsonNode button, String pointer) {
        findings.text(button, "text", 75, Findings.Kind.PLAIN, pointer);
        findings.optional(button, "value", 2000, pointer);
        findings.optional(button, "accessibility_label", 75, pointer);
        if (button.has("url")) {
            findings.string(button, "url", 1, 3000, pointer);
            String url = button.path("url").asString("");
            if (!isWebAddress(url)) {
                findings.problem("must be a valid url", pointer + "/url");
            } else if (!url.startsWith("https://")) {
                findings.violation("a button opens an address that is not https", pointer + "/url");
            }
        }
        String style = button.path("style").asString("primary");
        if (!style.equals("primary") && !style.equals("danger")) {
            findings.problem("must be one of primary, danger", pointer + "/style");
        }
    }

    void image(JsonNode image, String pointer) {
        findings.string(image, "alt_text", 1, 2000, pointer);
        if (!image.has("slack_file")) {
            findings.string(image, "image_url", 1, 3000, pointer);
            if (image.has("image_url") && !isWebAddress(image.path("image_url").asString(""))) {
                findings.problem("must be a valid url", pointer + "/image_url");
            }
        }
    }

    private void select(JsonNode select, String pointer) {
        if (!select.has("option_groups")) {
            options(select, 100, Findings.Kind.PLAIN, pointer);
            return;
        }
        if (select.has("options")) {
            findings.problem("only one of options, option_groups allowed", pointer);
        }
        if (findings.list(select, "option_groups", 1, 100, pointer)) {
            for (int index = 0; index < select.path("option_groups").size(); index++) {
                JsonNode group = select.path("option_groups").path(index);
                String at = pointer + "/option_groups/" + index;
                Properties.only(Properties.OPTION_GROUP, group, at, findings);
                findings.text(group, "label", 75, Findings.Kind.PLAIN, at);
                options(group, 100, Findings.Kind.PLAIN, at);
            }
        }
    }

    private void options(JsonNode parent, int most, Findings.Kind kind, String pointer) {
        if (!findings.list(parent, "options", 1, most, pointer)) {
            return;
        }
        for (int index = 0; index < parent.path("options").size(); index++) {
            JsonNode option = parent.path("options").path(index);
            String at = pointer + "/options/" + index;
            boolean overflow = parent.path("type").asString("").equals("overflow");
            Properties.only(overflow ? Properties.OVERFLOW_OPTION : Properties.OPTION, option, at, findings);
            option(option, kind, at);
        }
        if (parent.has("initial_option")
                && !contains(
                        parent.path("options"),
                        parent.path("initial_option").path("value").asString(""))) {
            findings.problem("initial_option is none of the options", pointer + "/initial_option");
        }
    }

    private void option(JsonNode option, Findings.Kind kind, String pointer) {
        findings.text(option, "text", 75, kind, pointer);
        findings.string(option, "value", 1, 150, pointer);
        findings.optionalText(option, "description", 75, kind, pointer);
    }

    private static boolean contains(JsonNode options, String value) {
        return options.valueStream()
                .anyMatch(each -> each.path("value").asString("").equals(value));
    }

    private void textInput(JsonNode input, String pointer) {
        findings.optional(input, "initial_value", 3000, pointer);
        int least = input.path("min_length").asInt(0);
        int most = input.path("max_length").asInt(3000);
        if (least < 0 || least > 3000 || most < 1 || most > 3000 || least > most) {
            findings.problem("min_length and max_length must be between 0 and 3000", pointer);
        }
    }

    private void confirm(JsonNode confirm, String pointer) {
        Properties.only(Properties.CONFIRM, confirm, pointer, findings);
        findings.text(confirm, "title", 100, Findings.Kind.PLAIN, pointer);
        findings.text(confirm, "text", 300, Findings.Kind.ANY, pointer);
        findings.text(confirm, "confirm", 30, Findings.Kind.PLAIN, pointer);
        findings.text(confirm, "deny", 30, Findings.Kind.PLAIN, pointer);
    }

    private static boolean isWebAddress(String url) {
        try {
            URI address = new URI(url);
            String scheme = address.getScheme();
            return address.getHost() != null && ("https".equals(scheme) || "http".equals(scheme));
        } catch (URISyntaxException no) {
            return false;
        }
    }
}
