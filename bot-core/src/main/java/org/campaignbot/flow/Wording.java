package org.campaignbot.flow;

import java.util.Map;
import org.campaignbot.people.Language;

/** The same words in every language of a pack. */
public record Wording(Map<Language, Words> byLanguage, Language base) {

    public Wording {
        byLanguage = Map.copyOf(byLanguage);
        if (!byLanguage.containsKey(base)) {
            throw new IllegalArgumentException("no words in the base language " + base);
        }
    }

    /** The words in a language, or in the base language if they aren't translated. */
    public Words in(Language language) {
        Words words = byLanguage.get(language);
        return words != null ? words : java.util.Objects.requireNonNull(byLanguage.get(base));
    }
}
