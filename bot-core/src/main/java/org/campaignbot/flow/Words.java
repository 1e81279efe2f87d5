package org.campaignbot.flow;

import java.util.List;
import java.util.Map;

/** What a step says in one language. */
public sealed interface Words {

    /** The form used if no other fits; every choice of forms has one. */
    String OTHER = "other";

    /** The form used if the value isn't known; optional. */
    String UNSET = "unset";

    /** One text. */
    record Said(Template template) implements Words {}

    /**
     * One of several texts, chosen by a value: by CLDR plural form ({@code one}, {@code many}, {@code other}) for a count, by the
     * text itself for any other value.
     */
    record Chosen(String by, Map<String, Words> forms) implements Words {
        public Chosen {
            forms = Map.copyOf(forms);
            if (!forms.containsKey(OTHER)) {
                throw new IllegalArgumentException("a plural needs the form " + OTHER);
            }
        }
    }

    /** One text for each row of a list. */
    record Each(String list, Words item) implements Words {}

    /** Several texts, one below the other. */
    record Several(List<Words> parts) implements Words {
        public Several {
            parts = List.copyOf(parts);
        }
    }
}
