package org.campaignbot.slack.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Form;
import org.campaignbot.people.Language;
import org.campaignbot.platform.Counts;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackJson;
import org.jspecify.annotations.Nullable;

/** Shows forms: a button below the message, and the modal that it opens. */
public final class Forms {

    /** The button's {@code action_id} and the modal's {@code callback_id}. */
    public static final String NAME = "form";

    /** The {@code action_id} of a field's input; the block around it has the field's name. */
    public static final String INPUT = "input";

    /** Starts the {@code block_id} of a field. */
    public static final String FIELD = "field-";

    private static final int LONGEST_TITLE = 24;
    private static final int LONGEST_INPUT = 3000;

    /** From this length on, a field has several lines. */
    private static final int LINES = 200;

    private static final String ELLIPSIS = "…";

    private final Map<Language, SlackWords> words;
    private final Function<ConversationKey, Language> language;
    private final Counts counts;

    /**
     * Creates the forms.
     *
     * @param words the words around them, by language; without any, no form is shown and questions are asked in words
     * @param language the language of a conversation
     */
    public Forms(Map<Language, SlackWords> words, Function<ConversationKey, Language> language, Counts counts) {
        this.words = Map.copyOf(words);
        this.language = language;
        this.counts = counts;
    }

    /** The words in a language, else in English, else in any; null if there are none at all. */
    @Nullable
    public SlackWords words(Language of) {
        SlackWords own = words.getOrDefault(of, words.get(Language.ENGLISH));
        return own == null && !words.isEmpty() ? words.values().iterator().next() : own;
    }

    /** Adds the button that opens a form, unless the form doesn't fit; the question is in the text as well. */
    public void addButton(JsonArray blocks, Form form, ConversationKey conversation) {
        Language spoken = language.apply(conversation);
        SlackWords around = words(spoken);
        String value = new FormValue(spoken, false, form).write();
        if (around == null || value.length() > PressValue.LIMIT) {
            counts.add(SlackCount.FORM_LEFT_OUT);
            return;
        }
        JsonArray row = new JsonArray();
        row.add(Buttons.button(around.fillIn(), NAME, value));
        JsonObject block = SlackJson.typed("actions");
        block.addProperty("block_id", NAME);
        block.add("elements", row);
        blocks.add(block);
        blocks.add(note(around.read()));
    }

    private static JsonObject note(String text) {
        JsonArray elements = new JsonArray();
        elements.add(SlackJson.plainText(text));
        JsonObject note = SlackJson.typed("context");
        note.add("elements", elements);
        return note;
    }

    /** The modal of a form; null if there are no words for it. */
    @Nullable
    public JsonObject modal(FormValue value) {
        SlackWords around = words(value.language());
        if (around == null || value.form().fields().isEmpty()) {
            return null;
        }
        JsonObject view = SlackJson.typed("modal");
        view.addProperty("callback_id", NAME);
        view.addProperty("private_metadata", value.write());
        view.add("title", SlackJson.plainText(shortened(value.form().title())));
        view.add("submit", SlackJson.plainText(shortened(around.send())));
        view.add("close", SlackJson.plainText(shortened(around.cancel())));
        JsonArray blocks = new JsonArray();
        value.form().fields().forEach(field -> blocks.add(input(field)));
        view.add("blocks", blocks);
        return view;
    }

    /** The response that makes Slack keep a modal open with errors beside its fields, which are named by their blocks. */
    public static String errors(JsonObject byBlock) {
        JsonObject answer = new JsonObject();
        answer.addProperty("response_action", "errors");
        answer.add("errors", byBlock);
        return answer.toString();
    }

    private static JsonObject input(Form.Field field) {
        JsonObject element = SlackJson.typed("plain_text_input");
        element.addProperty("action_id", INPUT);
        element.addProperty("max_length", Math.max(1, Math.min(field.maxLength(), LONGEST_INPUT)));
        element.addProperty("multiline", field.maxLength() > LINES);
        JsonObject block = SlackJson.typed("input");
        block.addProperty("block_id", FIELD + field.name());
        block.add("label", SlackJson.plainText(field.label()));
        block.add("element", element);
        return block;
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_TITLE) {
            return text;
        }
        int end = LONGEST_TITLE - ELLIPSIS.length();
        end = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, end).strip() + ELLIPSIS;
    }
}
