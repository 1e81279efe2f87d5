package org.campaignbot.web;

import java.util.List;
import java.util.Locale;
import org.campaignbot.people.Language;

/** Chooses the language of a page: the one of the link, else what the browser asks for, else the pack's first. */
public final class Languages {

    private Languages() {}

    /** The language of a page. */
    public static Language of(String chosen, String accepted, List<Language> offered) {
        if (isOffered(chosen, offered)) {
            return new Language(chosen);
        }
        if (!accepted.isEmpty() && accepted.length() < 500) {
            try {
                for (Locale.LanguageRange range : Locale.LanguageRange.parse(accepted)) {
                    Language wanted = Language.ofLocale(range.getRange());
                    if (range.getWeight() > 0 && offered.contains(wanted)) {
                        return wanted;
                    }
                }
            } catch (IllegalArgumentException unreadable) {
                return offered.get(0);
            }
        }
        return offered.get(0);
    }

    /** Whether a link may choose it. */
    public static boolean isOffered(String code, List<Language> offered) {
        return offered.contains(new Language(code));
    }
}
