package org.campaignbot.conversation;

import java.util.regex.Pattern;

/** Finds the words around an answer that change nothing: "ok, letter please" is "letter". */
final class Courtesies {

    /** What follows an answer: "letter please", "ayúdeme a escribirla usted". */
    private static final Pattern BEHIND = Pattern.compile(
            "(?:[,.!\\s]+(?:please|pls|plz|thanks|thank you|then|por favor|porfa\\w*|gracias|usted|mij[oa]|pues))+[.!]*\\s*$",
            Pattern.CASE_INSENSITIVE);

    /** What comes before one: "ok carta", "ya enséñame la carta". */
    private static final Pattern BEFORE = Pattern.compile(
            "^(?:(?:ok|okay|pues|bueno|well|alright|dale|va|ya|just|please|pls|ugh|um|uh|oh|ay|omg|hey)[,.!]*\\s+)+(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    private Courtesies() {}

    /** A text without them. */
    static String without(String text) {
        return BEFORE.matcher(BEHIND.matcher(text).replaceFirst("")).replaceFirst("");
    }
}
