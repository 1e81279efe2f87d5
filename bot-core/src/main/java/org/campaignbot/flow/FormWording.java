package org.campaignbot.flow;

import java.util.List;

/**
 * A form in every language of a pack; each of its fields keeps a fact.
 *
 * @param title its title
 * @param fields its fields, in order
 */
public record FormWording(Wording title, List<Field> fields) {

    public FormWording {
        fields = List.copyOf(fields);
    }

    /** A field, named after the fact that it keeps; {@code maxLength} is in characters. */
    public record Field(String name, Wording label, int maxLength) {}
}
