package org.campaignbot.letters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.TypedSentences;

/**
 * Some words of a letter after their writer had something taken out: "take out the part about my street".
 *
 * @param words what is left; empty if nothing is
 * @param out what was taken out
 */
record Cut(String words, String out) {

    /** Each wish, and what it names: "take out Well", "take the I just said part out", "quite lo de que no sé escribir". */
    private static final Pattern WISH = Pattern.compile(
            "(?iu)\\b(?:take|cut|leave|get rid of|remove|delete|erase|drop|(?:quit|sa[cq]u?|borr|elimin)(?:e|a|ar|ame|eme)(?:le)?)\\b(?<what>.*?)"
                    + "(?=$|[.;!?\\n]|,\\s|\\b(?:and|y)\\s+(?:take|cut|leave|remove|delete|put|start|sign|add|quit|ponga|pon)\\w*\\b)");

    /** What stands around the words that are meant. */
    private static final Pattern AROUND = Pattern.compile(
            "(?iu)^\\s*(?:out\\b)?\\s*(?:(?:the|that|this|my|la|el|esa|ese)\\b\\s*)?(?:(?:part|bit|sentence|line|words?|parte|frase|palabras?)\\b)?\\s*"
                    + "(?:(?:about|where|that says|saying|with|lo de|eso de|de|sobre|donde)\\b\\s*)?(?:(?:que|q|k|i say|i said|digo)\\b)?\\s*"
                    + "|\\s*(?:\\b(?:part|bit|thing|sentence|line)\\b)?\\s*(?:\\bout\\b)?(?:\\s+(?:please|pls|lol|too|por favor|porfa))*\\s*$|[\"'\u201c\u201d\u00ab\u00bb]");

    /** Words that tell no sentence from another. */
    private static final Set<String> EMPTY = Set.of(
            "the", "a", "an", "my", "that", "this", "of", "and", "about", "it", "is", "to", "in", "i", "we", "me",
            "out", "part", "lo", "la", "el", "los", "las", "de", "que", "q", "k", "eso", "esa", "ese", "mi", "mis",
            "no", "se", "y", "en", "un", "una");

    /** So many words at the beginning of a sentence come out alone: "Well", "I just said". */
    private static final int FEW = 3;

    /** Takes out what a text asks for; empty if it's not clear what that is. */
    static Optional<Cut> of(String words, String typed) {
        String left = words;
        List<String> out = new ArrayList<>();
        for (String what : named(typed)) {
            Optional<Cut> one = one(left, what);
            if (one.isPresent()) {
                left = one.get().words;
                out.add(one.get().out);
            }
        }
        return out.isEmpty() ? Optional.empty() : Optional.of(new Cut(left, String.join(" … ", out)));
    }

    private static List<String> named(String typed) {
        List<String> named = new ArrayList<>();
        Matcher wish = WISH.matcher(typed);
        while (wish.find()) {
            named.add(AROUND.matcher(wish.group("what")).replaceAll(""));
        }
        return named;
    }

    private static Optional<Cut> one(String words, String what) {
        List<String> meant = folded(what);
        List<String> telling =
                meant.stream().filter(word -> !EMPTY.contains(word)).toList();
        List<String> sentences = new ArrayList<>(TypedSentences.in(words));
        int[] having = IntStream.range(0, sentences.size())
                .filter(i -> folded(sentences.get(i)).containsAll(telling))
                .toArray();
        if (telling.isEmpty() || having.length != 1) {
            return Optional.empty();
        }
        String sentence = sentences.remove(having[0]);
        List<String> typed = List.of(sentence.strip().split("\\s+", -1));
        boolean isBeginning = meant.size() <= FEW
                && typed.size() > meant.size()
                && folded(String.join(" ", typed.subList(0, meant.size()))).equals(meant);
        if (!isBeginning) {
            return Optional.of(new Cut(String.join(" ", sentences), sentence));
        }
        String rest = String.join(" ", typed.subList(meant.size(), typed.size()));
        sentences.add(
                having[0],
                Character.toString(Character.toUpperCase(rest.codePointAt(0)))
                        + rest.substring(Character.charCount(rest.codePointAt(0))));
        return Optional.of(new Cut(String.join(" ", sentences), String.join(" ", typed.subList(0, meant.size()))));
    }

    private static List<String> folded(String text) {
        return Arrays.stream(Fold.fold(text).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
