package org.campaignbot.content.understanding;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds signs of danger: combinations of word lists that mean danger if a text matches all of them.
 *
 * <p>The classifier weighs every sign like a feature, and a strong one lowers the threshold for danger. People who maintain the
 * questions can then see why a cry for help was recognized.
 */
final class Danger {

    /** The strong signs, then the faint ones. */
    private final List<Sign> signs;

    private final int strong;
    private final List<Part> parts;

    /** A step of the help for a danger, with the signs that it fits. */
    private record Part(String answer, String step, List<Sign> signs) {}

    record Sign(BitSet needed, BitSet unless) {
        boolean isIn(BitSet lists) {
            return touchedBy(lists) && !deniedBy(lists);
        }

        boolean touchedBy(BitSet lists) {
            BitSet missing = (BitSet) needed.clone();
            missing.andNot(lists);
            return missing.isEmpty();
        }

        boolean deniedBy(BitSet lists) {
            return unless.intersects(lists);
        }

        static Sign of(Questions.Sign sign, WordLists lists) {
            return new Sign(lists.numbers(sign.lists()), lists.numbers(sign.unless()));
        }
    }

    Danger(Questions questions, WordLists lists) {
        this.signs = Stream.concat(questions.signs().stream(), questions.faintSigns().stream())
                .map(sign -> Sign.of(sign, lists))
                .toList();
        this.strong = questions.signs().size();
        this.parts = questions.parts().stream()
                .map(part -> new Part(
                        part.answer(),
                        part.step(),
                        part.signs().stream().map(sign -> Sign.of(sign, lists)).toList()))
                .toList();
    }

    /** The numbers of the signs in a text. */
    BitSet signsIn(BitSet lists) {
        BitSet found = new BitSet(signs.size());
        for (int i = 0; i < signs.size(); i++) {
            Sign sign = signs.get(i);
            if (sign.isIn(lists)) {
                found.set(i);
            }
        }
        return found;
    }

    /** Whether a text has a strong sign together with words that cancel it, as in "dying of laughter". */
    boolean deniedIn(BitSet lists) {
        return signs.stream().limit(strong).anyMatch(sign -> sign.touchedBy(lists) && sign.deniedBy(lists));
    }

    /** The step of the help for a danger that fits a text; empty if none fits better than the flow's first. */
    Optional<String> part(String answer, BitSet lists) {
        return parts.stream()
                .filter(part ->
                        part.answer.equals(answer) && part.signs.stream().anyMatch(sign -> sign.isIn(lists)))
                .map(Part::step)
                .findFirst();
    }

    /** Whether any of some signs is strong. */
    boolean strong(BitSet found) {
        int first = found.nextSetBit(0);
        return first >= 0 && first < strong;
    }
}
