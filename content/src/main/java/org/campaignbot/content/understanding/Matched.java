package org.campaignbot.content.understanding;

import java.util.List;

/**
 * How a question was understood.
 *
 * @param answer the id of the answer, {@link #UNSURE} or {@link #NONE}
 * @param offered the likeliest ids, best first: one if the answer is clear, two or three if it isn't, none for none
 * @param confidence how sure the match is, from 0 to 1
 * @param urgent whether someone may be in danger
 * @param nearest the id that came nearest, whatever the result; for counting unanswered questions
 */
public record Matched(String answer, List<String> offered, double confidence, boolean urgent, String nearest) {

    /** The bot should ask back. */
    public static final String UNSURE = "unsure";
    /** Nothing that the campaign knows about. */
    public static final String NONE = "none";

    public Matched {
        offered = List.copyOf(offered);
    }
}
