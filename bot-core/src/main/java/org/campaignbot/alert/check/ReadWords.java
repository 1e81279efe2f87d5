package org.campaignbot.alert.check;

import java.util.List;
import org.campaignbot.message.RichText;

/**
 * An organizer's words, read as the small Markdown of packs.
 *
 * @param text what is shown
 * @param problems what is wrong with them, one line each with its place
 * @param numbers phone numbers in plain text, which clients make tappable, whosever they are
 */
public record ReadWords(RichText text, List<String> problems, List<String> numbers) {
    public ReadWords {
        problems = List.copyOf(problems);
        numbers = List.copyOf(numbers);
    }

    /** Words without phone numbers in plain text. */
    public ReadWords(RichText text, List<String> problems) {
        this(text, problems, List.of());
    }

    /** Reads Markdown. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Reads words.
         *
         * @param name their name in reported problems
         */
        ReadWords read(String name, String words);
    }
}
