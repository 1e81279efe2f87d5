package org.campaignbot.organizers;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code that works once and for a short time, such as {@code 7KMQ-XW3D-PR9T}.
 *
 * <p>Twelve of 28 characters are about 57 bits, and tries are limited to {@link #TRIES_AN_HOUR}. The characters include no
 * vowels, so no word looks like a code, and none that are easily confused. Only a hash of it is stored, and its text is shown
 * only to the person who asked for it.
 */
public final class OneTimeCode {

    /** How long a code works. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** How many wrong codes a person may type in an hour; after that, the right one is refused too. */
    public static final int TRIES_AN_HOUR = 5;

    private static final String SIGNS = "23456789BCDFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;
    private static final int LENGTH = 12;

    private static final String CODE = "([" + SIGNS + "]{4})%1$s([" + SIGNS + "]{4})%1$s([" + SIGNS + "]{4})";

    /** The bot's name in front, as in a group. */
    private static final String CALLED = "(?i)(?:@\\w+[:,]?\\s+)?";

    /** The command; some platforms strip its slash. */
    private static final String COMMAND = "/?claim(?:@\\w+)?";

    private static final Pattern TYPED = Pattern.compile(CALLED + CODE.formatted("-"));
    private static final Pattern CLAIMED = Pattern.compile(CALLED + COMMAND + "\\s+" + CODE.formatted("[- ]?"));

    /** One word, or a code with spaces in it. A sentence is read as a sentence, since it may be a cry for help. */
    private static final Pattern MEANT =
            Pattern.compile(CALLED + "/claim(?:@\\w+)?(?:\\s+(?:\\S{1,20}|\\S{2,6}\\s+\\S{2,6}\\s+\\S{2,6}))?");

    /** Without the slash, only letters and digits that look like a code: "claim asylum" is a question. */
    private static final Pattern LIKE_ONE = Pattern.compile(CALLED + COMMAND
            + "\\s+(?=\\S*[0-9])(?=\\S*[a-z])(?:[a-z0-9]{9,15}|[a-z0-9]{2,6}-[a-z0-9]{2,6}-[a-z0-9]{2,6})");

    private final String signs;

    private OneTimeCode(String signs) {
        this.signs = signs;
    }

    /** A new code; the generator must be unpredictable, such as {@code SecureRandom}. */
    public static OneTimeCode random(RandomGenerator secure) {
        StringBuilder signs = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            signs.append(SIGNS.charAt(secure.nextInt(SIGNS.length())));
        }
        return new OneTimeCode(signs.toString());
    }

    /** The code in a message: alone, after {@code /claim} or {@code claim}, or after the name of the bot; empty for any other message. */
    public static Optional<OneTimeCode> typed(String text) {
        String stripped = text.strip();
        for (Pattern pattern : new Pattern[] {TYPED, CLAIMED}) {
            Matcher code = pattern.matcher(stripped);
            if (code.matches()) {
                return Optional.of(
                        new OneTimeCode((code.group(1) + code.group(2) + code.group(3)).toUpperCase(Locale.ROOT)));
            }
        }
        return Optional.empty();
    }

    /** Whether a message is meant as a code: {@code /claim} and something that looks like one. */
    static boolean isMeant(String text) {
        String stripped = text.strip();
        return MEANT.matcher(stripped).matches() || LIKE_ONE.matcher(stripped).matches();
    }

    /** The code's text, only for the person who asked for it. */
    public String text() {
        return signs.substring(0, GROUP) + "-" + signs.substring(GROUP, 2 * GROUP) + "-" + signs.substring(2 * GROUP);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneTimeCode code && code.signs.equals(signs);
    }

    @Override
    public int hashCode() {
        return signs.hashCode();
    }

    /** Reveals nothing, because it could end up in a log. */
    @Override
    public String toString() {
        return "a one-time code";
    }
}
