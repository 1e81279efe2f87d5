package campaignbot.flow;

import java.util.List;
import java.util.Map;

/** What a step says in one language. */
public sealed interface Words {

    /** The form used where no other fits; every choice of forms has one. */
    String OTHER = "other";

    /** The form used where the value is not known; a choice need not have one. */
    String UNSET = "unset";

    /** One text. */
    record Said(Template template) implements Words {}

    /**
     * One of several texts, by a value: the plural forms of CLDR ({@code one}, {@code many}, {@code other}) for a count, the
     * text itself for any other value.
     */
    record Chosen(String by, Map<String, Words> forms) implements Words {
        public Chosen {
            forms = Map.copyOf(forms);
            if (!forms.containsKey(OTHER)) {
                throw new IllegalArgumentException("a choice of forms needs one named " + OTHER);
            }
        }
    }

    /** A text for each row of a list. */
    record Each(String list, Words item) implements Words {}

    /** Several texts, one below the other. */
    record Several(List<Words> parts) implements Words {
        public Several {
            parts = List.copyOf(parts);
        }
    }
}
