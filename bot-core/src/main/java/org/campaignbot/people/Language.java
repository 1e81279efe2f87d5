package org.campaignbot.people;

import java.util.Locale;

/** A language of a pack, by its two-letter code in lower case, such as {@code en}. */
public record Language(String code) {

    /** English, the base language of the shipped packs. */
    public static final Language ENGLISH = new Language("en");

    /** Spanish, the language the shipped packs are translated into. */
    public static final Language SPANISH = new Language("es");

    /** The language of a platform's locale, such as {@code es} for {@code es-MX}. */
    public static Language ofLocale(String locale) {
        int end = 0;
        while (end < locale.length() && Character.isLetter(locale.charAt(end))) {
            end++;
        }
        String code = locale.substring(0, end).toLowerCase(Locale.ROOT);
        // Caches keep one for each person, so they share these two.
        return code.equals(SPANISH.code) ? SPANISH : code.equals(ENGLISH.code) ? ENGLISH : new Language(code);
    }

    /** The locale that formats dates and numbers in this language for readers in the United States. */
    public Locale locale() {
        return Locale.forLanguageTag(code + "-US");
    }

    @Override
    public String toString() {
        return code;
    }
}
