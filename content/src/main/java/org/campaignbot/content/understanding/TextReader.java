package org.campaignbot.content.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.campaignbot.flow.Fold;

/** Reads a text as sounds, with spelling corrected, and as the word lists that it matches. */
final class TextReader {

    private final WordLists lists;
    private final Speller speller = new Speller();
    private final Set<String> shared;

    /** The lists that indicate a subject. */
    private final BitSet subjects = new BitSet();

    /** The lists that are features of a text. */
    private final BitSet learned = new BitSet();

    private TextReader(WordLists lists, Set<String> shared) {
        this.lists = lists;
        this.shared = shared;
    }

    /** Creates a reader that knows the words of the lists and of the examples. */
    static TextReader of(Questions questions, WordLists lists, SoundVocabulary soundVocabulary) {
        TextReader reader = new TextReader(lists, soundVocabulary.shared());
        reader.learned.set(0, lists.size());
        reader.learned.andNot(lists.numbers(questions.unlearned()));
        reader.subjects.or(reader.learned);
        reader.subjects.andNot(lists.numbers(questions.danger()));
        lists.teach(reader.speller);
        soundVocabulary.known().forEach(reader.speller::add);
        return reader;
    }

    /**
     * A text that was read.
     *
     * @param words its words by their sound, as typed
     * @param mended the same words with spelling corrected
     * @param each the lists that each corrected word belongs to
     * @param all the lists that they belong to together
     * @param learned those of them that are features of it
     * @param subjects those of them that indicate a subject
     * @param unknown how many words are in no list of a subject and in fewer than two examples
     */
    record Read(
            List<String> words,
            List<String> mended,
            List<BitSet> each,
            BitSet all,
            BitSet learned,
            BitSet subjects,
            int unknown) {}

    Read read(String text) {
        String folded = Fold.fold(text);
        List<String> words = new ArrayList<>();
        List<String> mended = new ArrayList<>();
        if (!folded.isEmpty()) {
            for (String word : folded.split(" ", -1)) {
                String sound = Sound.of(word);
                if (!sound.isEmpty()) {
                    words.add(sound);
                    mended.add(lists.opens(sound) ? sound : speller.mend(sound));
                }
            }
        }
        BitSet[] touched = lists.touchedBy(mended);
        BitSet all = new BitSet(lists.size());
        int unknown = 0;
        for (int at = 0; at < touched.length; at++) {
            all.or(touched[at]);
            if (!touched[at].intersects(subjects) && !shared.contains(mended.get(at))) {
                unknown++;
            }
        }
        BitSet features = (BitSet) all.clone();
        features.and(learned);
        BitSet telling = (BitSet) all.clone();
        telling.and(subjects);
        return new Read(words, mended, List.of(touched), all, features, telling, unknown);
    }
}
