package org.campaignbot.content.understanding;

import java.util.List;

/**
 * How a question was understood.
 *
 * @param answer the id of the answer, {@link #UNSURE} or {@link #NONE}
 * @param offered the likeliest ids, best first: one if the answer is clear, two or three if it isn't, none for none
 * @param confidence how sure the match is, from 0 to 1; for none, how likely the nearest id is
 * @param urgent whether someone may be in danger
 * @param sure whether danger is so likely that its card is shown at once
 * @param near the ids that came nearest, best first, three at most, whatever the result
 */
public record Matched(
        String answer, List<String> offered, double confidence, boolean urgent, boolean sure, List<String> near) {

    /** The bot should ask back. */
    public static final String UNSURE = "unsure";
    /** Nothing that the campaign knows about. */
    public static final String NONE = "none";

    public Matched {
        offered = List.copyOf(offered);
        near = List.copyOf(near);
    }

    /** A clear answer, whose danger, if it's one, is sure. */
    static Matched clear(String answer, double confidence, boolean urgent) {
        return new Matched(answer, List.of(answer), confidence, urgent, urgent, List.of(answer));
    }

    /** The id that came nearest, for counting unanswered questions; {@link #NONE} if none did. */
    public String nearest() {
        return near.isEmpty() ? NONE : near.get(0);
    }
}
