package campaignbot.content.understanding;

import java.util.List;

/**
 * What a question was taken to mean.
 *
 * @param answer the id of the answer, {@link #UNSURE} or {@link #NONE}
 * @param offered the likeliest ids, best first: one where the answer is clear, two or three where it is not, none for none
 * @param confidence how sure the reading is, from 0 to 1
 * @param urgent whether someone may be in danger
 * @param nearest the id that came nearest, whatever was made of it; for counting what goes unanswered
 */
public record Matched(String answer, List<String> offered, double confidence, boolean urgent, String nearest) {

    /** Asks back. */
    public static final String UNSURE = "unsure";
    /** Nothing that the campaign knows of. */
    public static final String NONE = "none";

    public Matched {
        offered = List.copyOf(offered);
    }
}
