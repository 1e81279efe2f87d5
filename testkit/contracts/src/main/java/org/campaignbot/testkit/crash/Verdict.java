package org.campaignbot.testkit.crash;

import java.util.ArrayList;
import java.util.List;

/**
 * The result for the answers of one or several chats.
 *
 * @param answered updates whose answer came
 * @param lost the marks of answers that never came
 * @param outOfOrder the marks of answers that came after a later one
 * @param repeated answers that came twice because a crash left their outcome unknown
 * @param unexplained the marks of answers that came twice without such a crash
 */
public record Verdict(
        int answered, List<String> lost, List<String> outOfOrder, int repeated, List<String> unexplained) {

    public static final Verdict NONE = new Verdict(0, List.of(), List.of(), 0, List.of());

    public Verdict {
        lost = List.copyOf(lost);
        outOfOrder = List.copyOf(outOfOrder);
        unexplained = List.copyOf(unexplained);
    }

    /** Whether nothing was lost or out of order, and no more was repeated than crashes explain. */
    public boolean isGood() {
        return lost.isEmpty() && outOfOrder.isEmpty() && unexplained.isEmpty();
    }

    /** This verdict and another, added up. */
    public Verdict and(Verdict other) {
        return new Verdict(
                answered + other.answered,
                joined(lost, other.lost),
                joined(outOfOrder, other.outOfOrder),
                repeated + other.repeated,
                joined(unexplained, other.unexplained));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
