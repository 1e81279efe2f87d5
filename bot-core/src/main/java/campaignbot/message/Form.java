package campaignbot.message;

import java.util.List;

/**
 * Fields that a surface may show as one form.
 *
 * <p>Where a surface has no forms the question is asked in words, so a form never carries what the text does not say.
 */
public record Form(String title, List<Field> fields) {

    public Form {
        fields = List.copyOf(fields);
    }

    /** A field to fill in; {@code maxLength} is in characters. */
    public record Field(String name, String label, int maxLength) {}
}
