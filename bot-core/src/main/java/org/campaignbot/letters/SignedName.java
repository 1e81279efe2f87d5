package org.campaignbot.letters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.TypedSentences;

/** Tells the name below a letter from what else people type there: a question, an apology, "is that all". */
final class SignedName {

    /** "My name is Ana", in a longer sentence, too. */
    private static final Pattern TOLD = Pattern.compile(
            "\\b(?:my name(?:['’]?s| is)|mine(?:['’]?s| is)|sign it(?: as| with| from)?(?:,? just)?(?: my first name,?)?|i(?:['’]m| am) called|me llamo|mi nombre es|f[ií]rm(?:a|e|ala|ela|alo|elo)(?: con(?: el nombre(?: de)?)?| como| de parte de)?)\\s+(?<name>\\p{L}[^,;!?\\n]*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Where a name ends in the middle of a sentence: "Ana Ejemplo pero dígame Anita". */
    private static final Pattern END = Pattern.compile("[;,]\\s*|\\s+(?:but|pero)\\s+");

    /** A name with capitals that stands between other sentences, and what people say before it. */
    private static final Pattern CAPITALS = Pattern.compile(
            "(?:(?<lead>it['’]?s|this is|i['’]?m|just|put|soy|es|ponga|pon) )?(?<name>\\p{Lu}[\\p{L}'’-]*\\.?(?: \\p{Lu}[\\p{L}'’-]*\\.?){0,4})[.!]*");

    private static final Pattern LEAD = Pattern.compile("^(?:It['’]?s|This is|I['’]?m|Just|Put|Soy|Es|Ponga|Pon) ");

    /** What people say before the one name they want: "just marcus". */
    private static final Pattern ONLY = Pattern.compile(
            "^(?:just|only|s[oó]lo|solamente|nom[aá]s|nada m[aá]s)\\s+(?!(?:wait|a|an|one|espere|espera|un|una)\\b)(?=\\p{L})",
            Pattern.CASE_INSENSITIVE);

    /** What a sentence of one word says that is no name. */
    private static final Set<String> OPENERS = Set.of("""
            thanks okay great sure hmm wait honestly done fine nice good perfect excellent yes yeah hello hey well oops
            gracias bueno claro vale hola perfecto listo lista bien oiga ay
            """.strip().split("\\s+", -1));

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

    /** Where somebody is from, behind their name: "sign it Dana from Toledo". */
    private static final Pattern FROM =
            Pattern.compile("\\s+from\\s+(?<town>\\p{L}.*)$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The name in words that were asked for one; empty if they are something else. */
    static Optional<String> in(String words) {
        String text = ONLY.matcher(FROM.matcher(words).replaceFirst("").strip()).replaceFirst("");
        Optional<String> told = told(text);
        if (told.isPresent()) {
            return told;
        }
        String whole = bare(text);
        boolean isOne = !whole.contains("?") && TypedSentences.in(whole).size() == 1;
        return isOne && isName(whole) ? Optional.of(whole) : amongSentences(whole);
    }

    /** The town behind a name, in words that tell one: "Dana from Toledo"; empty if there is none. */
    static Optional<String> townBehind(String words) {
        Matcher from = FROM.matcher(words);
        return from.find() && in(words).isPresent() ? SignedTown.in(from.group("town")) : Optional.empty();
    }

    /** The name in "Margaret. I only wanted to see mine", "can I use just my first name? it's Beth"; empty if there is none. */
    private static Optional<String> amongSentences(String text) {
        List<String> pieces =
                TypedSentences.in(text).stream().flatMap(END::splitAsStream).toList();
        for (int i = 0; i < pieces.size() && pieces.size() > 1; i++) {
            Matcher name = CAPITALS.matcher(decapitalized(bare(pieces.get(i))));
            boolean isName = name.matches()
                    && isName(name.group("name"))
                    && (name.group("lead") != null
                            || name.group("name").contains(" ")
                            || (i == 0 && !OPENERS.contains(Fold.fold(name.group("name")))));
            if (isName) {
                return Optional.of(name.group("name"));
            }
        }
        return Optional.empty();
    }

    /** Words without the period at their end, unless it's an initial's or that of "Jr." */
    private static String bare(String words) {
        return words.strip().replaceFirst("(?<=\\p{L}{3})[.,!]+$", "");
    }

    /** "It's Beth" as "it's Beth": only a name keeps its capital. */
    private static String decapitalized(String sentence) {
        Matcher lead = LEAD.matcher(sentence);
        return lead.find() ? lead.group().toLowerCase(Locale.ROOT) + sentence.substring(lead.end()) : sentence;
    }

    /** The name in "oh no, my name is Ana, it put in what I asked"; empty if there is none. */
    static Optional<String> told(String text) {
        Matcher told = TOLD.matcher(FROM.matcher(text).replaceFirst(""));
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

    /**
     * The name in words that tell nothing else: "me llamo Ana", "please sign it with just my first name, Ana". Empty if more follows it, as in
     * "my name is Ana and I'm a nurse".
     */
    static Optional<String> only(String sentence) {
        String bare = sentence.strip().replaceFirst("[.,!]+$", "");
        return told(bare).filter(bare::endsWith);
    }

    private static boolean isName(String words) {
        List<String> each = List.of(Fold.fold(words).split(" ", -1));
        return words.codePoints().anyMatch(Character::isLetter)
                && each.size() <= LONGEST
                && each.stream().noneMatch(OF_SENTENCES::contains);
    }
}
