package org.campaignbot.testkit.telegram;

import java.time.Instant;
import java.util.List;

/**
 * A message of the bot as the chat shows it now, after edits and deletion.
 *
 * @param chat the chat
 * @param id its number there
 * @param thread its topic, or 0
 * @param text what a reader sees
 * @param entities the formatted parts of the text
 * @param markup the markup sent with it
 * @param buttons its buttons, row by row
 * @param sentAt when it was sent, by the fake's clock
 * @param edits how often it was edited
 * @param deleted whether it was deleted
 */
public record SentMessage(
        long chat,
        long id,
        long thread,
        String text,
        List<Entity> entities,
        Markup markup,
        List<List<Button>> buttons,
        Instant sentAt,
        int edits,
        boolean deleted) {

    /** The labels of all its buttons, in order. */
    public List<String> labels() {
        return buttons.stream().flatMap(List::stream).map(Button::label).toList();
    }
}
