package campaignbot.conversation;

import campaignbot.people.Language;

/** The plural forms of whole numbers by CLDR's rules (unicode.org, plural rules of version 46) for English and Spanish. */
final class Plural {

    private static final long SPANISH_MANY = 1_000_000;

    private Plural() {}

    /** The name of the form, as {@code one}; a language without a rule here has only {@code other}. */
    static String form(Language language, long number) {
        return switch (language.code()) {
            case "en" -> number == 1 ? "one" : "other";
            case "es" -> number == 1 ? "one" : number != 0 && number % SPANISH_MANY == 0 ? "many" : "other";
            default -> "other";
        };
    }
}
