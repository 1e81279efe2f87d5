package campaignbot.content.understanding;

import campaignbot.flow.Fold;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a text as sounds, mended where misspelt, and as the lists of words that it touches. */
final class TextReader {

    private final WordLists lists;
    private final Speller speller;
    private final Set<String> shared;
    private final BitSet subjects;

    /**
     * @param subjects the lists that tell of a subject
     * @param shared the words that at least two examples of an answer have: by the others a text strays from the subject
     */
    private TextReader(WordLists lists, BitSet subjects, Speller speller, Set<String> shared) {
        this.subjects = subjects;
        this.lists = lists;
        this.speller = speller;
        this.shared = shared;
    }

    /** A reader that knows the words of the lists and of the examples. */
    static TextReader of(Questions questions, WordLists lists) {
        BitSet subjects = new BitSet();
        subjects.set(0, lists.size());
        subjects.andNot(lists.numbers(questions.danger()));
        Speller speller = new Speller();
        lists.teach(speller);
        Set<String> once = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (Questions.Example example : questions.examples()) {
            Set<String> own = new HashSet<>();
            for (String word : Fold.fold(example.text()).split(" ", -1)) {
                own.add(Sound.of(word));
            }
            boolean subject = !example.answer().equals(Matched.NONE);
            for (String sound : own) {
                if (subject && !once.add(sound)) {
                    shared.add(sound);
                }
                speller.add(sound);
            }
        }
        return new TextReader(lists, subjects, speller, shared);
    }

    /**
     * A text as it was read.
     *
     * @param sounds its words
     * @param all the lists that its words belong to
     * @param subjects those of them that tell of a subject
     * @param unknown how many words no list of a subject has and fewer than two examples
     */
    record Read(List<String> sounds, BitSet all, BitSet subjects, int unknown) {}

    Read read(String text) {
        String folded = Fold.fold(text);
        List<String> sounds = new ArrayList<>();
        if (!folded.isEmpty()) {
            for (String word : folded.split(" ", -1)) {
                String sound = Sound.of(word);
                if (!sound.isEmpty()) {
                    sounds.add(lists.opens(sound) ? sound : speller.mend(sound));
                }
            }
        }
        BitSet[] touched = lists.touchedBy(sounds);
        BitSet all = new BitSet(lists.size());
        int unknown = 0;
        for (int at = 0; at < touched.length; at++) {
            all.or(touched[at]);
            if (!touched[at].intersects(subjects) && !shared.contains(sounds.get(at))) {
                unknown++;
            }
        }
        BitSet telling = (BitSet) all.clone();
        telling.and(subjects);
        return new Read(sounds, all, telling, unknown);
    }
}
