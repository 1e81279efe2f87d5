package org.campaignbot.letters;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.flow.Fold;

/** Tells the town below a letter from what else people type there: "reno. then I'm done", "but only my first name". */
final class SignedTown {

    /** "My town is Reno", in a longer sentence, too. */
    private static final Pattern TOLD = Pattern.compile(
            "\\b(?:my (?:town|city)(?: is|['’]?s)|(?:i|we) live in|mi (?:ciudad|pueblo) es|viv(?:o|imos) en)\\s+(?<town>\\p{L}.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

    /** What people say before the name of their town. */
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:i (?:already )?(?:told you|said)(?:,| it['’]?s| that)?|ya (?:te|le|se lo) dije(?:,| que)?|im|i['’]m|i am|we['’]re|its|it['’]s|just|put|pon|ponga|ponle|estoy|soy|es|en|in|from|de|here in|aqu[ií] en)\\s+)+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The end of the name: of a sentence, or of a clause that another one follows. "St. Paul" and "Dayton, Ohio" go on. */
    private static final Pattern END = Pattern.compile(
            "(?<=\\p{L}{3})[.!]+(?:\\s|$)|[;\\n?]|,?\\s+(?:and|but|y|pero|then|luego|aunque|though|not|no)\\s.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Words of sentences that towns have, too: Lake in the Hills, Truth or Consequences, La Cañada. */
    private static final Set<String> OF_TOWNS = Set.of("at", "en", "in", "lo", "of", "on", "or", "the");

    /** Words of what people say of their letter. */
    private static final Set<String> OF_LETTERS = Set.of(
            "apellido", "carta", "con", "done", "first", "letter", "name", "nombre", "only", "pero", "solo", "then");

    /** The most words of a town with its state. */
    private static final int LONGEST = 6;

    private SignedTown() {}

    /** The town in words that were asked for one; empty if they are something else. */
    static Optional<String> in(String text) {
        return told(text).or(() -> name(text.contains("?") ? "" : text));
    }

    /** The town in "no, my town is Reno, it put my name there"; empty if there is none. */
    static Optional<String> told(String text) {
        Matcher told = TOLD.matcher(text);
        return told.find() ? name(told.group("town")) : Optional.empty();
    }

    private static Optional<String> name(String text) {
        String town = END.split(LEAD.matcher(text.strip()).replaceFirst(""), 2)[0]
                .strip()
                .replaceFirst("[,:]+$", "");
        List<String> words = List.of(Fold.fold(town).split(" ", -1));
        return Optional.of(town)
                .filter(each -> each.codePoints().anyMatch(Character::isLetterOrDigit)
                        && words.size() <= LONGEST
                        && words.stream()
                                .noneMatch(word -> OF_LETTERS.contains(word)
                                        || (SignedName.OF_SENTENCES.contains(word) && !OF_TOWNS.contains(word))));
    }
}
