package org.campaignbot.conversation;

import org.campaignbot.people.Language;

/** Plural forms of whole numbers for English and Spanish, by CLDR's rules (unicode.org, plural rules of version 46). */
final class PluralForm {

    private static final long SPANISH_MANY = 1_000_000;

    private PluralForm() {}

    /** The name of the form, such as {@code one}; a language without a rule here has only {@code other}. */
    static String form(Language language, long number) {
        return switch (language.code()) {
            case "en" -> number == 1 ? "one" : "other";
            case "es" -> number == 1 ? "one" : number != 0 && number % SPANISH_MANY == 0 ? "many" : "other";
            default -> "other";
        };
    }
}
