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
    private final List<Part> followUps;

    /** A step of the help for a danger, with the signs that it fits. */
    private record Part(String answer, String step, List<Sign> signs) {

        static List<Part> of(List<Questions.Part> written, WordLists lists) {
            return written.stream()
                    .map(part -> new Part(
                            part.answer(),
                            part.step(),
                            part.signs().stream()
                                    .map(sign -> Sign.of(sign, lists))
                                    .toList()))
                    .toList();
        }
    }

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
        this.parts = Part.of(questions.parts(), lists);
        this.followUps = Part.of(questions.followUps(), lists);
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
        return first(parts, answer, lists);
    }

    /** What answers a text right after the help for a danger; empty if nothing surely does. */
    Optional<String> followUp(String answer, BitSet lists) {
        return first(followUps, answer, lists);
    }

    /** Whether a step is for danger at hand, which the authors put first. */
    boolean isAtHand(String answer, String step) {
        return parts.stream()
                .filter(part -> part.answer.equals(answer))
                .findFirst()
                .filter(part -> part.step.equals(step))
                .isPresent();
    }

    private static Optional<String> first(List<Part> kind, String answer, BitSet lists) {
        return kind.stream()
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
