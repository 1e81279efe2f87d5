package org.campaignbot.conversation;

import java.util.List;
import org.campaignbot.flow.Fold;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a question as the person saw them: their names in order, and a short digest of each label.
 *
 * <p>It resolves a typed number or label by what was on the screen, even if the pack has since been reordered or reworded.
 * Options from a list are only counted, because their labels could reveal what the person typed.
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

    /** The digest of a label. It ignores case, accents and punctuation, and can't be reversed. */
    static String digest(String label) {
        long hash = 0xcbf29ce484222325L;
        String folded = Fold.fold(label);
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
        }
        return Long.toString((hash ^ (hash >>> 32)) & 0x3fffffff, 36);
    }

    /** The answer offered under a number, or null; counted from 1, with the options of a list first. */
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
