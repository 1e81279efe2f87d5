package org.campaignbot.alert.sending;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the bot pauses an alert by itself after its canary.
 *
 * @param kind what went wrong
 * @param some how many it concerns
 * @param all the size of the canary
 */
public record Objection(Kind kind, long some, long all) {

    private static final Pattern TEXT = Pattern.compile("(\\d+) of the first (\\d+) (.+)");

    /** What can go wrong. */
    public enum Kind {
        /** They didn't get it or are unknown. */
        FAILED("did not get it or perhaps did not"),
        /** They ended their alerts because of it. */
        LEFT("ended their alerts");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The word for it in packs, as {@code failed}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The objection in English, as the trail and the console show it. */
    @Override
    public String toString() {
        return some + " of the first " + all + " " + kind.words;
    }

    /** Reads a text that {@link #toString} wrote; empty for any other reason. */
    public static Optional<Objection> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            for (Kind kind : Kind.values()) {
                if (kind.words.equals(matcher.group(3))) {
                    return Optional.of(
                            new Objection(kind, Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
                }
            }
        }
        return Optional.empty();
    }
}
