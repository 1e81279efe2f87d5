package campaignbot.slack;

import campaignbot.message.Choice;
import campaignbot.message.Form;
import campaignbot.message.RichText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the Home tab of a person shows.
 *
 * @param sections what is most relevant first
 */
public record HomeContent(List<Section> sections) {

    public HomeContent {
        sections = List.copyOf(sections);
    }

    /**
     * A part of it under a heading of its own.
     *
     * @param heading what stands above it, at most 150 characters; empty where nothing does
     * @param text what is read
     * @param choices what can be picked; a press is taken like one below a message
     * @param form what can be filled in, or null
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
