package campaignbot.content.pack;

import java.util.List;

/**
 * Whose words a step gives that is no topic, for the checks of truth.
 *
 * @param says whose they are: an organization, or {@code the bot} for its own advice
 * @param source where they can be looked up: paragraphs of the page, or addresses
 * @param asOf the day, month or year of which it is true; empty where it does not say
 */
public record Claim(String says, List<String> source, String asOf) {
    public Claim {
        source = List.copyOf(source);
    }

    /** Whether figures in the step can be checked. */
    public boolean hasSource() {
        return !source.isEmpty() && !asOf.isEmpty();
    }
}
