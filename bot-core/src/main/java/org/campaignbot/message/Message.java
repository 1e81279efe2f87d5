package org.campaignbot.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing the bot says, independent of platforms.
 *
 * @param text what is read
 * @param choices what can be picked, in order; typing a number or label always works too
 * @param visibility who may see it
 * @param form fields that a surface with forms may show, or null
 * @param slot a later message in the same slot replaces this one if the surface can edit, or null
 * @param asksLocation whether a surface may offer to share a position
 * @param ownWords whether it contains what the person typed or shared: such a message is never stored
 */
public record Message(
        RichText text,
        List<Choice> choices,
        Visibility visibility,
        @Nullable Form form,
        @Nullable String slot,
        boolean asksLocation,
        boolean ownWords) {

    public Message {
        choices = List.copyOf(choices);
    }

    /** A message that everyone may see, with nothing to pick. */
    public static Message of(RichText text) {
        return new Message(text, List.of(), Visibility.EVERYONE, null, null, false, false);
    }

    /** An earlier part of this message: only text, with nothing to pick or fill in yet. */
    Message lead(RichText part) {
        return new Message(part, List.of(), visibility, null, null, false, ownWords);
    }

    /** The same message with another text and other choices. */
    public Message with(RichText otherText, List<Choice> otherChoices) {
        return new Message(otherText, otherChoices, visibility, form, slot, asksLocation, ownWords);
    }
}
