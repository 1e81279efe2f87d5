package campaignbot.conversation;

import campaignbot.flow.Fold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a question as the person saw them: their names in order, and a short digest of each label.
 *
 * <p>With it a typed number or label is read by what was on the screen, even when the pack has since been reordered or
 * reworded. Options made from a list are only counted, because their labels could tell what the person typed.
 *
 * @param options how many options of a list stood before the answers
 * @param offers the answers, in order
 */
public record Shape(int options, List<Offer> offers) {

    public Shape {
        offers = List.copyOf(offers);
    }

    /** An answer as offered: its name and the digest of its label. */
    public record Offer(String answer, String label) {}

    /** The digest of a label: case, accents and punctuation do not count, and the label cannot be read back. */
    static String digest(String label) {
        long hash = 0xcbf29ce484222325L;
        String folded = Fold.fold(label);
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
        }
        return Long.toString((hash ^ (hash >>> 32)) & 0x3fffffff, 36);
    }

    /** The answer offered under a number, counted from 1 with the options of a list first, or null. */
    @Nullable
    String numbered(int number) {
        int index = number - options - 1;
        return index >= 0 && index < offers.size() ? offers.get(index).answer() : null;
    }

    /** The answer offered under a label, or null. */
    @Nullable
    String labelled(String label) {
        String digest = digest(label);
        for (Offer offer : offers) {
            if (offer.label().equals(digest)) {
                return offer.answer();
            }
        }
        return null;
    }
}
