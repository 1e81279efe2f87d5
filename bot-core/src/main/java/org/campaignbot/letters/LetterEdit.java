package org.campaignbot.letters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.TypedSentences;

/**
 * Some words of a letter after their writer had something changed in them: "take out the part about my street", "change St. Mary's to my
 * church".
 *
 * @param words what is left; empty if nothing is
 * @param out what was taken out; empty if words only took other words' place
 * @param named by which words it was named
 */
record LetterEdit(String words, String out, Set<String> named) {

    /** Where one wish ends and something else begins. */
    private static final String END =
            "(?=$|(?<!\\b(?:St|Sta|Dr|Mr|Mrs|Ms|Sr|Sra))[.;!?\\n]|,\\s|\\b(?:and|y)\\s+(?:then\\s+)?(?:take|cut|leave|remove|delete|put|start|sign|add|change|tell|can|could|how|quit|ponga|pon|cambi|saca|borra|pued|como)\\w*\\b"
                    + "|\\b(?:and|y)\\s+(?=(?:lo|eso) de\\b|(?:the|la) (?:part|bit|parte)\\b))";

    /** Each wish, and what it names: "take out Well", "take the I just said part out", "quite lo de que no sé escribir". */
    private static final Pattern WISH = Pattern.compile(
            "(?iu)(?:\\b(?:take|cut|leave|get rid of|remove|delete|erase|drop|(?:quit|sa[cq]u?|borr|elimin)(?:e|a|ar|ame|eme)(?:le)?"
                    + "|(?:you|u) (?:left|put|kept|included|added|still have)|metiste|pusiste|metió|metio|puso|dejaste|dejó|dejo"
                    + "|(?:don['\u2019]?t|do not|never) (?:put|say|mention|include|write)|no (?:pongas?|diga|digas|mencione))\\b|\\b(?:and|y)\\s+(?=(?:lo|eso) de\\b|(?:the|la) (?:part|bit|parte)\\b))(?<what>.*?)"
                    + END);

    /** What's to stand in the place of something: "change St. Mary's to just my church", "cambia Lawrence por mi pueblo". */
    private static final Pattern SWAP = Pattern.compile(
            "(?iu)\\b(?:change|replace|cambi(?:a|e|ar)(?:le)?)\\s+(?<what>.+?)\\s+(?:to|with|into|por|a)\\s+(?:(?:just|only|say|nomás|nomas|solo)\\s+)?(?<with>.+?)(?:\\s+(?:please|pls|instead|por favor|porfa))*"
                    + END);

    /** What's to stand there in quotes, for what was named before: "You left the St. Mary's in. Just 'my church' please". */
    private static final Pattern INSTEAD = Pattern.compile(
            "(?iu)\\b(?:just|only|say|put|write|solo|nomás|nomas|pon|ponga)\\s+(?<with>[\ue000-\uf8ff])");

    /** What's to be added. */
    private static final Pattern ADD = Pattern.compile(
            "(?iu)\\b(?:add|put|say|mention|include|write|pon(?:ga|le)?|agreg(?:a|ue)|añad(?:e|a)|di(?:ga)?)(?:\\s+(?:in|also|there|too|también|tambien|ahí|ahi))*"
                    + "\\s+(?:that|que|q|k)\\s+(?<own>(?!(?:in|on|to|out|away|back|part|word|en|la|para)\\b)\\S+\\s+\\S.*?)(?:\\s+(?:please|pls|por favor|porfa))*"
                    + END);

    /** What something is to say: "it should say Eugene, Oregon", "debe decir Eugene". */
    private static final Pattern SHOULD = Pattern.compile(
            "(?iu)\\b(?:(?:should|has to|needs to|supposed to) (?:say|be)|(?:debe|deber\u00eda|deberia|tiene que) (?:decir|ser)|que diga)\\s+"
                    + "(?<with>.+?)(?:,?\\s+(?:not|instead|please|pls|no|en vez de|por favor|porfa)\\b.*)?[.!]*$");

    private static final Pattern HOME = Pattern.compile(
            "(?iu)(?:(?:yo )?(?:soy (?:de|d)|vivo en)|i(?:['\u2019]?m| am) from|i live in) "
                    + "(?<town>(?!(?:l[ao]s?|el|una?|a|an|the|those|my|mi|est[ae]|aqu[i\u00ed]|fear|hope|peace|pain|poverty|miedo|paz|pobreza)\\b)[\\p{L}'\u2019-]+(?:,? [\\p{L}.'\u2019-]+){0,2}?)[.! ]*");

    /** What stands around the words that are meant. */
    private static final Pattern AROUND = Pattern.compile(
            "(?iu)^\\s*(?:out\\b)?\\s*(?:(?:ahí|ahi|allí|alli)\\b)?\\s*(?:(?:the|that|this|my|la|el|esa|ese)\\b\\s*)?(?:(?:part|bit|sentence|line|words?|name|parte|frase|palabras?|nombre)\\b)?\\s*"
                    + "(?:(?:about|where i ask(?:ed)?|where|that says|saying|with|of the|of my|of|lo del|lo de|eso de|del|de|sobre|donde)\\b\\s*)?(?:(?:que|q|k|i say|i said|digo)\\b)?\\s*"
                    + "|\\s*(?:\\b(?:part|bit|thing|sentence|line)\\b)?\\s*(?:\\b(?:out|in)\\b)?(?:\\s+(?:please|pls|lol|too|por favor|porfa|mijo|mija|q(?:ue)? (?:verg[u\u00fc]enza|pena)|(?:ja)+j?|(?:ha)+))*\\s*$|[\"\u201c\u201d\u00ab\u00bb]|(?<!\\p{L})'|'(?!\\p{L})");

    /** Complains that something is missing, and asks for nothing to come out. */
    private static final Pattern LEFT_OUT = Pattern.compile("(?iu)\\b(?:you|u) left out\\b");

    private static final Pattern QUOTED =
            Pattern.compile("[\"\u201c\u201d\u00ab\u00bb]([^\"\u201c\u201d\u00ab\u00bb]+)[\"\u201c\u201d\u00ab\u00bb]");

    /** A quote while a text is read, so that a full stop in it ends no wish. */
    private static final char FIRST_QUOTE = '\ue000';

    /** How words begin that have an article of their own. */
    private static final Pattern OWN = Pattern.compile(
            "(?iu)^(?:my|our|his|her|their|the|a|an|this|mi|mis|nuestr[oa]s?|su|sus|el|la|los|las|un|una)\\b");

    /** Words that tell no sentence from another. */
    private static final Set<String> EMPTY = Set.of(
            "the", "a", "an", "my", "that", "this", "of", "and", "about", "it", "is", "to", "in", "i", "we", "me",
            "out", "part", "them", "him", "her", "lo", "la", "el", "los", "las", "de", "del", "que", "q", "k", "eso",
            "esa", "ese", "mi", "mis", "no", "se", "y", "en", "un", "una");

    /** So many words at the beginning of a sentence come out alone: "Well", "I just said". More of them do before a comma. */
    private static final int FEW = 3;

    /** Joins two things to take out: "the hipaa line and the hmm". */
    private static final Pattern TWO = Pattern.compile("(?iu)\\s+(?:and|y)\\s+(?:also\\s+)?");

    LetterEdit(String words, String out) {
        this(words, out, Set.of());
    }

    /** Changes what a text asks for; empty if it's not clear what that is. */
    static Optional<LetterEdit> of(String words, String typed) {
        List<String> quotes = new ArrayList<>();
        String read = QUOTED.matcher(typed).replaceAll(quote -> {
            quotes.add(quote.group(1));
            return Character.toString(FIRST_QUOTE + quotes.size() - 1);
        });
        String left = words;
        List<String> out = new ArrayList<>();
        Set<String> named = new HashSet<>();
        boolean isSwapped = false;
        Matcher swap = SWAP.matcher(read);
        while (swap.find()) {
            String after = swapped(left, expanded(swap.group("what"), quotes), expanded(swap.group("with"), quotes));
            if (!after.equals(left)) {
                isSwapped = true;
                named.add(swap.group("what"));
            }
            left = after;
        }
        Matcher instead = INSTEAD.matcher(read);
        String with = instead.find() ? expanded(instead.group("with"), quotes) : "";
        Matcher wish = WISH.matcher(SWAP.matcher(read).replaceAll(""));
        while (wish.find()) {
            String what = expanded(wish.group("what"), quotes);
            String after = with.isEmpty() ? left : swapped(left, what, with);
            if (!after.equals(left)) {
                isSwapped = true;
                left = after;
                named.add(what);
                continue;
            }
            for (String each : named(left, what)) {
                Optional<LetterEdit> one = without(left, each);
                if (one.isPresent()) {
                    left = one.get().words;
                    out.add(one.get().out);
                    named.add(each);
                }
            }
        }
        return out.isEmpty() && !isSwapped
                ? Optional.empty()
                : Optional.of(new LetterEdit(left, String.join(" \u2026 ", out), Set.copyOf(named)));
    }

    /** What a wish names, each by its own words: two things, if the words have nothing like both at once. */
    private static List<String> named(String words, String what) {
        return TypedSentences.in(what).stream()
                .flatMap(each ->
                        without(words, AROUND.matcher(each).replaceAll("")).isPresent()
                                ? Stream.of(each)
                                : TWO.splitAsStream(each))
                .map(each -> AROUND.matcher(each).replaceAll(""))
                .toList();
    }

    /**
     * What's to stand in the place of the writer's name or town, or {@code ""} to leave it out: "change my town to Dayton", "take out my
     * name". Empty if a text says nothing of it.
     *
     * @param names what people call it, such as {@code name|nombre}
     */
    static Optional<String> ofThe(String names, String typed) {
        Pattern it = Pattern.compile("(?iu)^\\s*(?:out\\s+)?(?:my|the|mi|el|la)\\s+(?:" + names + ")\\s*(?:out|in)?$");
        Matcher swap = SWAP.matcher(typed);
        if (swap.find() && it.matcher(swap.group("what")).matches()) {
            return Optional.of(swap.group("with").strip());
        }
        return LEFT_OUT.matcher(typed).find()
                ? Optional.empty()
                : WISH.matcher(typed)
                        .results()
                        .filter(wish -> it.matcher(wish.group(1)).matches())
                        .findFirst()
                        .map(wish -> "");
    }

    /** What a text asks to put in, as a sentence of its own: "add that I'm a nurse", "pon q soy de lawrence". */
    static Optional<String> added(String typed) {
        Matcher add = ADD.matcher(typed);
        return add.find() ? Optional.of(Letter.sentence(add.group("own").strip())) : Optional.empty();
    }

    /** The town of a sentence that only says where somebody lives: "I'm from Kissimmee." */
    static Optional<String> townIn(String sentence) {
        Matcher home = HOME.matcher(sentence);
        return home.matches() ? Optional.of(home.group("town").strip()) : Optional.empty();
    }

    /** What a text says that something should say; empty if it says nothing like it. */
    static Optional<String> shouldSay(String typed) {
        Matcher should = SHOULD.matcher(typed.strip());
        return should.find() ? Optional.of(should.group("with").strip()) : Optional.empty();
    }

    private static String expanded(String read, List<String> quotes) {
        StringBuilder text = new StringBuilder();
        read.chars().forEach(each -> {
            boolean isQuote = each >= FIRST_QUOTE && each < FIRST_QUOTE + quotes.size();
            text.append(isQuote ? quotes.get(each - FIRST_QUOTE) : Character.toString(each));
        });
        return text.toString().strip();
    }

    /** Replaces what is named, if the words have it just once, in capitals or not. */
    private static String swapped(String words, String what, String with) {
        String bare = AROUND.matcher(what).replaceAll("").strip();
        return Stream.of(what.strip(), bare)
                .filter(named -> !named.isEmpty())
                .map(named -> place(named, with).matcher(words))
                .filter(place -> place.results().count() == 1)
                .findFirst()
                .map(place -> place.reset().replaceFirst(Matcher.quoteReplacement(with)))
                .orElse(words);
    }

    /** Finds the words to replace: "The pantry of St. Mary's church" becomes "the pantry of my church". */
    private static Pattern place(String named, String with) {
        String article = OWN.matcher(with).find() ? "(?:(?:the|a|an|el|la|los|las|un|una)\\s+)?" : "";
        String last = with.substring(with.lastIndexOf(' ') + 1);
        return Pattern.compile(
                "(?<![\\p{L}\\d])" + article + Pattern.quote(named) + "(?:['\u2019]s)?(?:\\s+" + Pattern.quote(last)
                        + ")?(?![\\p{L}\\d])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Optional<LetterEdit> without(String words, String what) {
        List<String> meant = folded(what);
        List<String> telling =
                meant.stream().filter(word -> !EMPTY.contains(word)).toList();
        List<String> sentences = new ArrayList<>(TypedSentences.in(words));
        int[] having = having(sentences, meant, telling);
        if (telling.isEmpty() || having.length != 1) {
            return Optional.empty();
        }
        String sentence = sentences.remove(having[0]);
        List<String> typed = List.of(sentence.strip().split("\\s+", -1));
        boolean isBeginning = typed.size() > meant.size()
                && (meant.size() <= FEW || typed.get(meant.size() - 1).endsWith(","))
                && folded(String.join(" ", typed.subList(0, meant.size()))).equals(meant);
        if (!isBeginning) {
            return Optional.of(new LetterEdit(String.join(" ", sentences), sentence));
        }
        String rest =
                String.join(" ", typed.subList(meant.size(), typed.size())).replaceFirst("(?iu)^(?:and|y)\\s+", "");
        sentences.add(having[0], Character.isUpperCase(sentence.codePointAt(0)) ? Letter.sentence(rest) : rest);
        return Optional.of(
                new LetterEdit(String.join(" ", sentences), String.join(" ", typed.subList(0, meant.size()))));
    }

    /** The sentence that is just what's meant, or else those that have all its words. */
    private static int[] having(List<String> sentences, List<String> meant, List<String> telling) {
        return IntStream.range(0, sentences.size())
                .filter(i -> folded(sentences.get(i)).equals(meant))
                .boxed()
                .findFirst()
                .map(i -> new int[] {i})
                .orElseGet(() -> IntStream.range(0, sentences.size())
                        .filter(i -> folded(sentences.get(i)).containsAll(telling))
                        .toArray());
    }

    private static List<String> folded(String text) {
        return Arrays.stream(Fold.fold(text).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
