package org.campaignbot.slack.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.message.Form;
import org.campaignbot.people.Language;
import org.campaignbot.slack.api.SlackJson;
import org.jspecify.annotations.Nullable;

/**
 * The value of a form's button and modal: the form itself, so that it opens without any lookup, within the three seconds that Slack
 * allows. It contains an author's words and nothing about a person.
 *
 * @param language the language it's shown in
 * @param fromHome whether the Home tab shows it
 * @param form the form to fill in
 */
public record FormValue(Language language, boolean fromHome, Form form) {

    private static final String LANGUAGE = "l";
    private static final String HOME = "h";
    private static final String TITLE = "t";
    private static final String FIELDS = "f";
    private static final String NAME = "n";
    private static final String LABEL = "l";
    private static final String MAX = "m";

    /** The same form, as shown in the Home tab. */
    public FormValue shownAtHome() {
        return new FormValue(language, true, form);
    }

    public String write() {
        JsonArray fields = new JsonArray();
        for (Form.Field field : form.fields()) {
            JsonObject json = new JsonObject();
            json.addProperty(NAME, field.name());
            json.addProperty(LABEL, field.label());
            json.addProperty(MAX, field.maxLength());
            fields.add(json);
        }
        JsonObject json = new JsonObject();
        json.addProperty(LANGUAGE, language.code());
        json.addProperty(HOME, fromHome);
        json.addProperty(TITLE, form.title());
        json.add(FIELDS, fields);
        return json.toString();
    }

    /** Parses a value into a form; null if there is none. */
    public static @Nullable FormValue read(@Nullable String value) {
        JsonObject json = SlackJson.object(value);
        if (json == null) {
            return null;
        }
        List<Form.Field> fields = new ArrayList<>();
        for (JsonElement each : SlackJson.list(json, FIELDS)) {
            if (each instanceof JsonObject field) {
                fields.add(new Form.Field(SlackJson.text(field, NAME), SlackJson.text(field, LABEL), number(field)));
            }
        }
        return new FormValue(
                new Language(SlackJson.text(json, LANGUAGE)),
                SlackJson.isTrue(json, HOME),
                new Form(SlackJson.text(json, TITLE), fields));
    }

    private static int number(JsonObject field) {
        try {
            return field.get(MAX) == null ? 0 : field.get(MAX).getAsInt();
        } catch (RuntimeException notANumber) {
            return 0;
        }
    }
}
