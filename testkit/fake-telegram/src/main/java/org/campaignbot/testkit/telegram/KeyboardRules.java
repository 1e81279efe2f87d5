package org.campaignbot.testkit.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Telegram's rules for the buttons of a message. */
final class KeyboardRules {

    private static final int MOST_BUTTONS = 100;
    private static final int MOST_IN_A_ROW = 8;
    private static final int MOST_BYTES_OF_DATA = 64;
    private static final int LONGEST_COPY = 256;
    private static final int LONGEST_PLACEHOLDER = 64;

    private static final Set<String> INLINE_ACTIONS = Set.of(
            "url",
            "callback_data",
            "web_app",
            "login_url",
            "switch_inline_query",
            "switch_inline_query_current_chat",
            "switch_inline_query_chosen_chat",
            "copy_text",
            "callback_game",
            "pay");
    private static final Set<String> REPLY_ACTIONS =
            Set.of("request_users", "request_chat", "request_contact", "request_location", "request_poll", "web_app");
    private static final Set<String> LOOKS = Set.of("text", "style", "icon_custom_emoji_id");
    private static final Set<String> MARKUP_FIELDS = Set.of(
            "inline_keyboard",
            "keyboard",
            "is_persistent",
            "resize_keyboard",
            "one_time_keyboard",
            "input_field_placeholder",
            "selective",
            "remove_keyboard",
            "force_reply");

    private final Request request;
    private final boolean privateChat;
    private @Nullable String problem;

    private KeyboardRules(Request request, boolean privateChat) {
        this.request = request;
        this.privateChat = privateChat;
    }

    /** A keyboard, or why it's refused, in Telegram's words. */
    record Read(Keyboard keyboard, @Nullable String problem) {}

    /**
     * Reads the {@code reply_markup} of a call.
     *
     * @param privateChat whether it goes to one person; only there can a bot ask for a location or contact
     */
    static Read read(Request request, boolean privateChat) {
        if (!request.has("reply_markup")) {
            return new Read(Keyboard.NONE, null);
        }
        KeyboardRules rules = new KeyboardRules(request, privateChat);
        Keyboard keyboard = rules.keyboard(request.json("reply_markup"));
        return new Read(keyboard, rules.problem);
    }

    private Keyboard keyboard(JsonNode markup) {
        if (!markup.isObject()) {
            fail("object expected as reply markup");
            return Keyboard.NONE;
        }
        for (String field : markup.propertyNames()) {
            if (!MARKUP_FIELDS.contains(field)) {
                request.violation("unknown field of reply_markup: " + field);
            }
        }
        checkPlaceholder(markup.path("input_field_placeholder"));
        if (markup.has("inline_keyboard")) {
            List<List<Button>> rows = rows(markup.path("inline_keyboard"), "inline_keyboard", "InlineKeyboardMarkup");
            long count = rows.stream().mapToLong(List::size).sum();
            if (count > MOST_BUTTONS || rows.stream().anyMatch(row -> row.size() > MOST_IN_A_ROW)) {
                fail("reply markup is too long");
            }
            return count == 0 ? Keyboard.NONE : new Keyboard(Markup.INLINE, rows, markup);
        }
        if (markup.has("keyboard")) {
            List<List<Button>> rows = rows(markup.path("keyboard"), "keyboard", "ReplyKeyboardMarkup");
            return new Keyboard(Markup.REPLY, rows, null);
        }
        if (markup.path("remove_keyboard").asBoolean(false)) {
            return new Keyboard(Markup.REMOVE, List.of(), null);
        }
        if (markup.path("force_reply").asBoolean(false)) {
            return new Keyboard(Markup.FORCE_REPLY, List.of(), null);
        }
        return Keyboard.NONE;
    }

    private void checkPlaceholder(JsonNode placeholder) {
        if (!placeholder.isMissingNode()) {
            int length = placeholder.asString("").length();
            if (length < 1 || length > LONGEST_PLACEHOLDER) {
                request.violation("input_field_placeholder is 1 to 64 characters");
            }
        }
    }

    private List<List<Button>> rows(JsonNode array, String field, String type) {
        String name = "field \"" + field + "\" of the " + type + " must be an Array";
        if (!array.isArray()) {
            fail(name);
        }
        List<List<Button>> rows = new ArrayList<>();
        for (JsonNode row : array) {
            if (!row.isArray()) {
                fail(name + " of Arrays");
            }
            List<Button> buttons = new ArrayList<>();
            for (JsonNode button : row) {
                buttons.add(field.equals("keyboard") ? replyButton(button) : inlineButton(button));
            }
            rows.add(List.copyOf(buttons));
        }
        return List.copyOf(rows);
    }

    private Button replyButton(JsonNode button) {
        String label =
                button.isString() ? button.asString() : button.path("text").asString("");
        if (label.isEmpty()) {
            fail("keyboard button text must be non-empty");
        }
        String action = "text";
        for (String field : button.propertyNames()) {
            if (REPLY_ACTIONS.contains(field) && !button.path(field).equals(Json.no())) {
                action = field;
            } else if (!LOOKS.contains(field) && !REPLY_ACTIONS.contains(field)) {
                request.violation("unknown field of KeyboardButton: " + field);
            }
        }
        if (!privateChat && action.equals("request_location")) {
            fail("location can be requested in private chats only");
        }
        if (!privateChat && action.equals("request_contact")) {
            fail("phone number can be requested in private chats only");
        }
        return new Button(label, action, "");
    }

    private Button inlineButton(JsonNode button) {
        if (!button.isObject()) {
            fail("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
        }
        if (!button.has("text")) {
            fail("can't parse inline keyboard button: Can't find field \"text\"");
        }
        String label = button.path("text").asString("");
        List<String> actions = new ArrayList<>();
        for (String field : button.propertyNames()) {
            if (INLINE_ACTIONS.contains(field)) {
                actions.add(field);
            } else if (!LOOKS.contains(field)) {
                request.violation("unknown field of InlineKeyboardButton: " + field);
            }
        }
        actions.removeIf(action -> Set.of("url", "callback_data").contains(action)
                && button.path(action).asString("").isEmpty());
        if (actions.isEmpty()) {
            fail("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
            return new Button(label, "text", "");
        }
        if (actions.size() > 1) {
            request.violation("an inline button has exactly one action, not " + actions);
        }
        if (label.isEmpty()) {
            fail("inline keyboard button text must be non-empty");
        }
        String action = actions.get(0);
        return new Button(label, action, value(action, button.path(action)));
    }

    private String value(String action, JsonNode given) {
        String value = switch (action) {
            case "copy_text" -> given.path("text").asString("");
            case "web_app" -> given.path("url").asString("");
            default -> given.asString("");
        };
        switch (action) {
            case "callback_data" -> {
                if (value.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES_OF_DATA) {
                    fail("BUTTON_DATA_INVALID");
                }
            }
            case "url" -> {
                String wrong = Links.problem(value);
                if (wrong != null) {
                    fail("inline keyboard button URL '" + value + "' is invalid: " + wrong);
                }
                String payload = Links.payloadProblem(value);
                if (payload != null) {
                    request.violation(payload);
                }
            }
            case "copy_text" -> {
                if (value.isEmpty() || value.length() > LONGEST_COPY) {
                    fail("BUTTON_COPY_TEXT_INVALID");
                }
            }
            case "web_app" -> {
                if (!privateChat) {
                    fail("BUTTON_TYPE_INVALID");
                }
                String wrong = Links.pageProblem(value);
                if (wrong != null) {
                    fail("inline keyboard button Web App URL '" + value + "' is invalid: " + wrong);
                }
            }
            default -> {}
        }
        return value;
    }

    private void fail(String words) {
        if (problem == null) {
            problem = words;
        }
    }
}
