package org.campaignbot.content.understanding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.flow.Fold;

/**
 * The sounds of the words in the examples.
 *
 * @param known all of them in a fixed order; none of them is corrected into another
 * @param shared those in at least two examples of a subject; any other word takes a text away from the subject
 */
record SoundVocabulary(Set<String> known, Set<String> shared) {

    /** The maximum number of words to read, because examples cost memory. */
    private static final int MOST = 1 << 20;

    static SoundVocabulary of(List<Questions.Example> examples) {
        Set<String> known = new HashSet<>();
        Set<String> once = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (Questions.Example example : examples) {
            Set<String> own = new HashSet<>();
            for (String word : Fold.fold(example.text()).split(" ", -1)) {
                own.add(Sound.of(word));
            }
            for (String sound : own) {
                if (!example.answer().equals(Matched.NONE) && !once.add(sound)) {
                    shared.add(sound);
                }
                known.add(sound);
            }
        }
        // Sorted, because the first of two equally near corrections is used.
        return new SoundVocabulary(new TreeSet<>(known), shared);
    }

    void write(DataOutput out) throws IOException {
        for (Collection<String> sounds : List.of(known, shared)) {
            out.writeInt(sounds.size());
            for (String sound : new TreeSet<>(sounds)) {
                out.writeUTF(sound);
            }
        }
    }

    static SoundVocabulary read(DataInput in) throws IOException {
        return new SoundVocabulary(sounds(in), sounds(in));
    }

    private static Set<String> sounds(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("not a vocabulary");
        }
        Set<String> sounds = new LinkedHashSet<>(count * 2);
        for (int i = 0; i < count; i++) {
            sounds.add(in.readUTF());
        }
        return sounds;
    }
}
