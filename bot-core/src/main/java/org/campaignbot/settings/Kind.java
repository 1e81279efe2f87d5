package org.campaignbot.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The kind of values that a setting takes.
 *
 * @param form which of the forms it is
 * @param allowed what it takes, in words for organizers
 * @param choices all possible values, or empty if they can't be listed; of a {@link Form#COUNT}, the least and the most
 */
public record Kind(Form form, String allowed, List<String> choices, Predicate<String> accepts) {

    /** The forms that values have. */
    public enum Form {
        DAY,
        WORDS,
        ADDRESS,
        CONTACT,
        PHONE,
        HOURS,
        CHOICE,
        COUNT;

        /** The word for it, such as {@code day}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The longest text in characters: a paragraph, not a page. */
    private static final int LONGEST = 600;

    private static final Pattern PHONE_IN_TEXT = Pattern.compile("\\(?\\d{3}\\)?[-. ]{1,2}\\d{3}[-. ]\\d{4}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final Pattern HOURS = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d");

    /** A day. */
    static final Kind DAY = new Kind(Form.DAY, "a day, as 2026-11-24", List.of(), Kind::isDay);

    /** Words for people, on one line. */
    static final Kind WORDS = new Kind(
            Form.WORDS,
            "one line of at most " + LONGEST + " characters, without a phone number: apps would make it tappable",
            List.of(),
            Kind::isText);

    /** A page. */
    static final Kind ADDRESS =
            new Kind(Form.ADDRESS, "an address that begins with https://", List.of(), Kind::isAddress);

    /** A way to reach somebody. */
    static final Kind CONTACT = new Kind(
            Form.CONTACT,
            "an e-mail address or an address that begins with https://, alone or after a name",
            List.of(),
            text -> isText(text)
                    && List.of(text.split(" ", -1)).stream().anyMatch(word -> isAddress(word) || isEmail(word)));

    /** A phone number. */
    static final Kind PHONE = new Kind(
            Form.PHONE,
            "a phone number, as 202-224-3121",
            List.of(),
            Pattern.compile("(1-)?\\d{3}-\\d{3}-\\d{4}").asMatchPredicate());

    /** A daily time range. */
    static final Kind HOURS_OF_DAY =
            new Kind(Form.HOURS, "two times of day, as 20:00-09:00", List.of(), HOURS.asMatchPredicate());

    public Kind {
        choices = List.copyOf(choices);
    }

    /** One of a few words. */
    static Kind choice(List<String> choices) {
        return new Kind(Form.CHOICE, "one of " + String.join(", ", choices), choices, choices::contains);
    }

    /** A whole number within limits. */
    static Kind count(int least, int most) {
        return new Kind(
                Form.COUNT,
                "a whole number from " + least + " to " + most,
                List.of(Integer.toString(least), Integer.toString(most)),
                text -> text.matches("\\d{1,4}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most);
    }

    static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private static boolean isEmail(String word) {
        String bare = word.startsWith("<") && word.endsWith(">") ? word.substring(1, word.length() - 1) : word;
        return EMAIL.matcher(bare).matches();
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 2000;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static boolean isText(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && text.equals(text.strip())
                && text.codePoints().allMatch(Kind::isVisible)
                && !PHONE_IN_TEXT.matcher(text).find();
    }

    private static boolean isVisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
