package org.campaignbot.content.pack;

import java.util.Set;
import java.util.regex.Pattern;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Value;

/** Decides which phone numbers may be tappable. */
final class NumberReader {

    /**
     * Numbers that need no verification: emergency services, the suicide and crisis lifeline, and the U.S. Capitol switchboard
     * as senate.gov gives it.
     */
    private static final Set<String> KNOWN = Set.of("911", "988", "202-224-3121");

    private static final Pattern NUMBER = Pattern.compile("\\d{3}|(1-)?\\d{3}-\\d{3}-\\d{4}");

    private final Problems problems;

    NumberReader(Problems problems) {
        this.problems = problems;
    }

    /** The value of a number: a tappable one if {@code dial} says yes, else code. */
    Value read(Node.Scalar number, Fields record) {
        String text = number.text();
        if (!NUMBER.matcher(text).matches()) {
            problems.add(
                    ProblemKind.BAD_VALUE,
                    number.place(),
                    "\"" + text + "\" is no phone number",
                    "write it as 202-224-3121, or as 911");
        }
        boolean dial = record.yes("dial");
        if (dial && !KNOWN.contains(text) && !record.has("verified_on")) {
            problems.add(
                    ProblemKind.DIAL_NOT_ALLOWED,
                    record.placeOf("dial"),
                    "nobody has verified the number " + text + ", so it must not be dialled by a tap");
        }
        return dial ? new Value.Phone(text) : new Value.Code(text);
    }
}
