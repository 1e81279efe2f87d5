package org.campaignbot.slack.home;

import java.util.List;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Form;
import org.campaignbot.message.RichText;
import org.jspecify.annotations.Nullable;

/**
 * The content of a person's Home tab.
 *
 * @param sections the most relevant first
 */
public record HomeContent(List<Section> sections) {

    public HomeContent {
        sections = List.copyOf(sections);
    }

    /**
     * A section with its own heading.
     *
     * @param heading the heading, at most 150 characters; empty for none
     * @param text the text
     * @param choices the buttons; a press is handled like one below a message
     * @param form the form to fill in, or null
     */
    public record Section(
            String heading,
            RichText text,
            List<Choice> choices,
            @Nullable Form form) {
        public Section {
            choices = List.copyOf(choices);
        }
    }
}
