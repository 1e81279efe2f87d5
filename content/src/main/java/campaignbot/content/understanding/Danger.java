package campaignbot.content.understanding;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds signs of danger: lists of words that mean it where a text touches them together.
 *
 * <p>Rules and not the classifier come first here, because whoever maintains them must be able to see why a cry for help was
 * heard, and because a miss may cost more than a hundred false alarms.
 */
final class Danger {

    private final List<Sign> signs;
    private final List<Sign> faintSigns;
    private final BitSet otherTalk;

    private record Sign(BitSet needed, BitSet unless, String answer) {
        boolean in(BitSet lists) {
            BitSet missing = (BitSet) needed.clone();
            missing.andNot(lists);
            return missing.isEmpty();
        }

        boolean deniedBy(BitSet lists) {
            return unless.intersects(lists);
        }
    }

    Danger(Questions questions, WordLists lists) {
        this.signs = signs(questions.signs(), lists);
        this.faintSigns = signs(questions.faintSigns(), lists);
        this.otherTalk = lists.numbers(questions.otherTalk());
    }

    private static List<Sign> signs(List<Questions.Sign> signs, WordLists lists) {
        return signs.stream()
                .map(sign -> new Sign(lists.numbers(sign.lists()), lists.numbers(sign.unless()), sign.answer()))
                .toList();
    }

    /** The answer of the first sign in a text, or null. */
    @Nullable
    String signIn(BitSet lists) {
        for (Sign sign : signs) {
            if (sign.in(lists) && !sign.deniedBy(lists)) {
                return sign.answer;
            }
        }
        return null;
    }

    /** Whether a text has a sign and at once what takes its meaning away, as in "dying of laughter". */
    boolean deniedIn(BitSet lists) {
        return signs.stream().anyMatch(sign -> sign.in(lists) && sign.deniedBy(lists));
    }

    /** The answer of the first faint sign in a text that speaks of nothing else, or null. */
    @Nullable
    String faintSignIn(BitSet lists) {
        if (otherTalk.intersects(lists)) {
            return null;
        }
        for (Sign sign : faintSigns) {
            if (sign.in(lists) && !sign.deniedBy(lists)) {
                return sign.answer;
            }
        }
        return null;
    }
}
