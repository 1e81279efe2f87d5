package org.campaignbot.letters;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.flow.Fold;

/** Tells the name below a letter from what else people type there: a question, an apology, "is that all". */
final class SignedName {

    /** "My name is Ana", in a longer sentence, too. */
    private static final Pattern TOLD = Pattern.compile(
            "\\b(?:my name(?:['’]?s| is)|i(?:['’]m| am) called|me llamo|mi nombre es)\\s+(?<name>\\p{L}[^,;!?\\n]*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** A name with capitals that another sentence follows: "Walter Hobbs. Please remember it was thirty-three years". */
    private static final Pattern FIRST_SENTENCE =
            Pattern.compile("((?:\\p{Lu}[\\p{L}'’-]*\\.? ){1,4}\\p{Lu}[\\p{L}'’-]{2,})[.!]+\\s+\\S.*", Pattern.DOTALL);

    /** Words of sentences, which stand in nobody's name. */
    static final Set<String> OF_SENTENCES = Set.of("""
            i im ive my me you your it its is are was be am can could do does did dont have has that this there the and not what when
            where how who why if so sorry please just all want need put read see say send about with for to of in on at or but
            yo usted esto eso es esta son fue puedo puede quiero que como cuando donde quien por para si no ya todo nada perdon
            disculpe con en lo se mi hay
            """.strip().split("\\s+", -1));

    /** The most words of a name: María del Carmen López García has five. */
    private static final int LONGEST = 6;

    private SignedName() {}

    /** The name in words that were asked for one; empty if they are something else. */
    static Optional<String> in(String text) {
        Optional<String> told = told(text);
        if (told.isPresent()) {
            return told;
        }
        // A full stop ends the name unless it's an initial's.
        String whole = text.strip().replaceFirst("(?<=\\p{L}{3})[.,!]+$", "");
        Matcher first = FIRST_SENTENCE.matcher(whole);
        return first.matches() && isName(first.group(1))
                ? Optional.of(first.group(1))
                : Optional.of(whole).filter(words -> !words.contains("?") && isName(words));
    }

    /** The name in "oh no, my name is Ana, it put in what I asked"; empty if there is none. */
    static Optional<String> told(String text) {
        Matcher told = TOLD.matcher(text);
        if (!told.find()) {
            return Optional.empty();
        }
        // A full stop ends the name unless it's an initial's.
        String after = told.group("name").split("(?<=\\p{L}{3})\\.", 2)[0];
        String name = String.join(
                " ",
                Stream.of(after.strip().split("\\s+"))
                        .takeWhile(word -> !OF_SENTENCES.contains(Fold.fold(word)))
                        .toList());
        return Optional.of(name).filter(SignedName::isName);
    }

    private static boolean isName(String words) {
        List<String> each = List.of(Fold.fold(words).split(" ", -1));
        return words.codePoints().anyMatch(Character::isLetter)
                && each.size() <= LONGEST
                && each.stream().noneMatch(OF_SENTENCES::contains);
    }
}
