package campaignbot.alert.check;

import campaignbot.alert.Alert;
import campaignbot.message.Message;
import campaignbot.people.Language;

/** Writes the very message that a person in a chat of their own would get. */
@FunctionalInterface
public interface AlertPreview {

    /** The message in a language. */
    Message of(Alert alert, Language language);
}
