package campaignbot.content.understanding;

import campaignbot.flow.Fold;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sounds of the words that the examples have.
 *
 * @param known all of them in a fixed order, so that none is taken for a misspelt other
 * @param shared those that at least two examples of a subject have: by the others a text strays from the subject
 */
record Vocabulary(Set<String> known, Set<String> shared) {

    /** Reading an example costs memory, so no file makes the bot read more words than this. */
    private static final int MOST = 1 << 20;

    static Vocabulary of(List<Questions.Example> examples) {
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
        // In order, since of two words that are equally near to a misspelt one the first counts.
        return new Vocabulary(new TreeSet<>(known), shared);
    }

    void write(DataOutput out) throws IOException {
        for (Collection<String> sounds : List.of(known, shared)) {
            out.writeInt(sounds.size());
            for (String sound : new TreeSet<>(sounds)) {
                out.writeUTF(sound);
            }
        }
    }

    static Vocabulary read(DataInput in) throws IOException {
        return new Vocabulary(sounds(in), sounds(in));
    }

    private static Set<String> sounds(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("this is no vocabulary");
        }
        Set<String> sounds = new LinkedHashSet<>(count * 2);
        for (int i = 0; i < count; i++) {
            sounds.add(in.readUTF());
        }
        return sounds;
    }
}
