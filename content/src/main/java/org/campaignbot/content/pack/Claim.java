package org.campaignbot.content.pack;

import java.util.List;

/**
 * Who a step's words belong to, for a step that isn't a topic; used by the checks of truth.
 *
 * @param says whose they are: an organization, or {@code the bot} for its own advice
 * @param source where they can be checked: paragraphs of the page, or addresses
 * @param asOf the day, month or year at which it was true; empty if not given
 */
public record Claim(String says, List<String> source, String asOf) {
    public Claim {
        source = List.copyOf(source);
    }

    /** Whether figures in the step can be checked against a source. */
    public boolean hasSource() {
        return !source.isEmpty() && !asOf.isEmpty();
    }
}
