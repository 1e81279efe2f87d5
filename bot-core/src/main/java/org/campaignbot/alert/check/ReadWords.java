package org.campaignbot.alert.check;

import java.util.List;
import org.campaignbot.message.RichText;

/**
 * An organizer's words, read as the small Markdown of packs.
 *
 * @param text what is shown
 * @param problems what is wrong with them, one line each with its place and fix
 */
public record ReadWords(RichText text, List<String> problems) {
    public ReadWords {
        problems = List.copyOf(problems);
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
