package org.campaignbot.message;

import java.util.List;

/**
 * Fields that a surface may show as one form.
 *
 * <p>If a surface has no forms, the question is asked in words, so a form never contains anything that the text doesn't say.
 */
public record Form(String title, List<Field> fields) {

    public Form {
        fields = List.copyOf(fields);
    }

    /** A field to fill in; {@code maxLength} is in characters. */
    public record Field(String name, String label, int maxLength) {}
}
