package campaignbot.alert.check;

import campaignbot.message.RichText;
import java.util.List;

/**
 * An organizer's words, read as the small Markdown of packs.
 *
 * @param text what is shown
 * @param problems what is wrong with them, each in a line with its place and mend
 */
public record ReadWords(RichText text, List<String> problems) {
    public ReadWords {
        problems = List.copyOf(problems);
    }

    /** Reads Markdown. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Reads some words.
         *
         * @param name what they are called where a problem is told
         */
        ReadWords read(String name, String words);
    }
}
