package org.campaignbot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
    public record Offer(String answer, String label) {

        private static final String ENTERS = Event.Pressed.ENTRY + "/";

        /** A button that enters a flow, whatever is being asked. */
        static Offer entering(String flow, String label) {
            return new Offer(ENTERS + flow, digest(label));
        }

        /** The flow that it enters; null if it's an answer of the question. */
        @Nullable
        String entry() {
            return answer.startsWith(ENTERS) ? answer.substring(ENTERS.length()) : null;
        }
    }

    /** What is on the screen once buttons that enter flows stand below the question. */
    Shape with(List<Offer> entries) {
        List<Offer> all = new ArrayList<>(answers().toList());
        all.addAll(entries);
        return new Shape(options, all);
    }

    /** What is on the screen once something else, with these buttons alone, has taken the question's place. */
    static Shape hidden(List<Offer> entries) {
        return new Shape(0, entries);
    }

    /** Whether something else has taken the place of the question, so that a number or a yes doesn't answer it. */
    boolean isHidden() {
        return options == 0 && !offers.isEmpty() && answers().findAny().isEmpty();
    }

    /** The answers of the question itself, without buttons that enter a flow. */
    Stream<Offer> answers() {
        return offers.stream().filter(offer -> offer.entry() == null);
    }

    /** The digest of a label. It ignores case, accents and punctuation, and can't be reversed. */
    static String digest(String label) {
        long hash = 0xcbf29ce484222325L;
        String folded = Fold.fold(label);
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
        }
        return Long.toString((hash ^ (hash >>> 32)) & 0x3fffffff, 36);
    }

    /** Whether the question's own answers are the same in another shape. */
    boolean offersAs(Shape other) {
        return options == other.options
                && answers().toList().equals(other.answers().toList());
    }

    /** The flow that the button with a number or a label enters, or null. */
    @Nullable
    String entry(int number, String label) {
        String digest = digest(label);
        String named = numbered(number);
        return offers.stream()
                .filter(offer -> offer.answer().equals(named) || offer.label().equals(digest))
                .map(Offer::entry)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The answer offered under a number, or null; counted from 1, with the options of a list first. */
    @Nullable
    String numbered(int number) {
        int index = number - options - 1;
        return index >= 0 && index < offers.size() ? offers.get(index).answer() : null;
    }

    /** The answer offered under a label, or null. */
    @Nullable
    String labeled(String label) {
        String digest = digest(label);
        return answers()
                .filter(offer -> offer.label().equals(digest))
                .map(Offer::answer)
                .findFirst()
                .orElse(null);
    }
}
