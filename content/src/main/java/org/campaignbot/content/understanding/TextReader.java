package org.campaignbot.content.understanding;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignbot.flow.Fold;
import org.jspecify.annotations.Nullable;

/** Reads a text as sounds, with spelling corrected, and as the word lists that it matches. */
final class TextReader {

    /** What words that are alike begin with; no sound does. */
    private static final String ALIKE = "@";

    /**
     * The number of the first list of words that are alike. Any other would do, but what is learned changes a little with it, and what the
     * tests hold was measured with this one. So it mustn't depend on how many lists there are.
     */
    private static final int FIRST_ALIKE = 252;

    private final WordLists lists;
    private final Danger danger;

    /** Knows the words of what is learned, so that a list from which nothing is learned changes no feature. */
    private final Speller speller = new Speller();

    /** Knows the words of all lists. */
    private final Speller fullSpeller = new Speller();

    private final Set<String> shared;

    /** The lists that indicate a subject. */
    private final BitSet subjects = new BitSet();

    /** The lists that are features of a text. */
    private final BitSet learned = new BitSet();

    private final BitSet any = new BitSet();

    /** What some words are to what is learned: a name of a lawmaker is any name of one. */
    private final Map<String, String> alike = new HashMap<>();

    /** The list that each of those words comes from. */
    private final Map<String, Integer> alikeFrom = new HashMap<>();

    /** Held weakly: what people say is garbage as soon as it would be without this. */
    private volatile WeakReference<Last> last = new WeakReference<>(null);

    private record Last(String text, Read read) {}

    private TextReader(WordLists lists, Danger danger, Set<String> shared) {
        this.lists = lists;
        this.danger = danger;
        this.shared = shared;
    }

    /** Creates a reader that knows the words of the lists and of the examples. */
    static TextReader of(Questions questions, WordLists lists, Danger danger, SoundVocabulary soundVocabulary) {
        TextReader reader = new TextReader(lists, danger, soundVocabulary.shared());
        reader.learned.set(0, lists.size());
        reader.learned.andNot(lists.numbers(questions.unlearned()));
        reader.subjects.or(reader.learned);
        reader.subjects.andNot(lists.numbers(questions.danger()));
        reader.any.set(0, lists.size());
        int number = FIRST_ALIKE;
        for (String list : questions.alike().stream().sorted().toList()) {
            String one = ALIKE + number++;
            reader.alikeFrom.put(one, lists.number(list));
            questions.words().getOrDefault(list, List.of()).forEach(word -> reader.alike.put(Fold.fold(word), one));
        }
        lists.teach(reader.speller, reader.learned);
        lists.teach(reader.fullSpeller, reader.any);
        soundVocabulary.known().forEach(reader.speller::add);
        soundVocabulary.known().forEach(reader.fullSpeller::add);
        return reader;
    }

    /**
     * A text that was read.
     *
     * @param words its words by their sound, as typed
     * @param corrected the same words with spelling corrected
     * @param each the lists that each corrected word belongs to
     * @param all the lists that they belong to together
     * @param learned those of them that are features of it
     * @param subjects those of them that indicate a subject
     * @param signs the signs of danger in it
     * @param unknown how many words are in no list of a subject and in fewer than two examples
     * @param asks whether it asks something, as far as its form tells
     */
    record Read(
            List<String> words,
            List<String> corrected,
            List<BitSet> each,
            BitSet all,
            BitSet learned,
            BitSet subjects,
            BitSet signs,
            int unknown,
            boolean asks) {}

    /** Reads a text, or gives what was read of it if it was the last: many ask about the same text, one after the other. */
    Read read(String text) {
        Last known = last.get();
        if (known != null && known.text.equals(text)) {
            return known.read;
        }
        Read read = readAnew(text);
        last = new WeakReference<>(new Last(text, read));
        return read;
    }

    private Read readAnew(String text) {
        String folded = Fold.fold(text);
        List<String> words = new ArrayList<>();
        List<String> corrected = new ArrayList<>();
        List<String> fullyCorrected = new ArrayList<>();
        if (!folded.isEmpty()) {
            for (String word : folded.split(" ", -1)) {
                String sound = Sound.of(word);
                String one = alike(word);
                if (one != null) {
                    words.add(one);
                    corrected.add(one);
                    fullyCorrected.add(one);
                } else if (!sound.isEmpty()) {
                    words.add(sound);
                    corrected.add(lists.opens(sound, learned) ? sound : speller.correct(sound));
                    fullyCorrected.add(lists.opens(sound, any) ? sound : fullSpeller.correct(sound));
                }
            }
        }
        BitSet[] touched = lists.touchedBy(corrected);
        if (!fullyCorrected.equals(corrected)) {
            BitSet[] fully = lists.touchedBy(fullyCorrected);
            for (int at = 0; at < touched.length; at++) {
                touched[at].and(learned);
                fully[at].andNot(learned);
                touched[at].or(fully[at]);
            }
        }
        BitSet all = new BitSet(lists.size());
        int unknown = 0;
        for (int at = 0; at < touched.length; at++) {
            all.or(touched[at]);
            if (!touched[at].intersects(subjects)
                    && !shared.contains(corrected.get(at))
                    && !corrected.get(at).startsWith(ALIKE)) {
                unknown++;
            }
        }
        BitSet features = (BitSet) all.clone();
        features.and(learned);
        BitSet telling = (BitSet) all.clone();
        telling.and(subjects);
        // Signs may ask for a name; what is learned knows of it already.
        corrected.stream().map(alikeFrom::get).filter(Objects::nonNull).forEach(all::set);
        BitSet signs = danger.signsIn(all);
        return new Read(words, corrected, List.of(touched), all, features, telling, signs, unknown, Asking.asks(text));
    }

    /** A text without the words that some lists touch. */
    String without(String text, BitSet some) {
        List<BitSet> touched = read(text).each();
        List<String> words = Stream.of(Fold.fold(text).split(" ", -1))
                .filter(word -> alike(word) != null || !Sound.of(word).isEmpty())
                .toList();
        return IntStream.range(0, words.size())
                .filter(at -> !touched.get(at).intersects(some))
                .mapToObj(words::get)
                .collect(Collectors.joining(" "));
    }

    /** The words of a text that learning treats as one, such as names of lawmakers. */
    Stream<String> names(String text) {
        return Stream.of(Fold.fold(text).split(" ", -1)).filter(word -> alike(word) != null);
    }

    /** What a word is alike, or null; "ossoffs" is "ossoff's". */
    private @Nullable String alike(String word) {
        String one = alike.get(word);
        return one == null && word.endsWith("s") ? alike.get(word.substring(0, word.length() - 1)) : one;
    }
}
